import rule from '../../server/src/core/rules/log-buffer-size-unreadable';
import { testRule } from '../support/rule-tester';

const logging = (size: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [
    { name: 'web', logConfiguration: { logDriver, options: { 'max-buffer-size': size } } },
  ],
});
const wrong = (size: string) =>
  `{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "max-buffer-size": «"${size}"» } } }] }`;
const pointer = '/containerDefinitions/0/logConfiguration/options/max-buffer-size';
const message = (size: string) =>
  `max-buffer-size is a number with the unit k, m or g, such as "25m", and "${size}" is none.`;

testRule(rule, {
  wrong: [
    {
      name: 'a unit in words',
      text: wrong('25 Megabytes'),
      message: message('25 Megabytes'),
      pointer,
      fixes: [{ title: 'Change max-buffer-size to "25m"', result: logging('25m') }],
    },
    { name: 'no number', text: wrong('large'), message: message('large'), pointer },
    { name: 'nothing', text: wrong(''), message: message(''), pointer },
    { name: 'less than nothing', text: wrong('-1m'), message: message('-1m'), pointer },
  ],
  right: [
    ...['25m', '25M', '512k', '1g', '4194304', '25mb', '25MiB', '0.5g', '25 m'].map((size) => ({
      name: size,
      document: logging(size),
    })),
    { name: 'a size left open', document: logging('${SIZE}') },
    { name: 'an option of the output behind a router', document: logging('large', 'awsfirelens') },
  ],
});
