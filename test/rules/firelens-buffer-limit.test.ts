import rule from '../../server/src/core/rules/firelens-buffer-limit';
import { testRule } from '../support/rule-tester';

const logging = (limit: unknown, logDriver = 'awsfirelens') => ({
  containerDefinitions: [
    { name: 'web', logConfiguration: { logDriver, options: { 'log-driver-buffer-limit': limit } } },
  ],
});
const wrong = (name: string, limit: string, better?: string) => ({
  name,
  text: `{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", "options": { "log-driver-buffer-limit": «"${limit}"» } } }] }`,
  message: `log-driver-buffer-limit is a number of bytes from 0 to 536870912 (512 MiB), and "${limit}" is none. Write digits only.`,
  pointer: '/containerDefinitions/0/logConfiguration/options/log-driver-buffer-limit',
  fixes: better ? [{ title: `Change log-driver-buffer-limit to "${better}"`, result: logging(better) }] : [],
});

testRule(rule, {
  wrong: [
    wrong('a unit', '2m', '2097152'),
    wrong('a unit and a space', '512 KiB', '524288'),
    wrong('a byte too many', '536870913', '536870912'),
    wrong('digits without end', '99999999999999', '536870912'),
    wrong('too much with a unit', '2g', '536870912'),
    wrong('a word', 'large'),
    wrong('less than nothing', '-1'),
    wrong('nothing', ''),
  ],
  right: [
    { name: 'the most', document: logging('536870912') },
    { name: 'the least', document: logging('0') },
    { name: 'a limit left open', document: logging('${LIMIT}') },
    { name: 'another driver', document: logging('2m', 'fluentd') },
  ],
});
