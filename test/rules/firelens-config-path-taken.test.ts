import rule from '../../server/src/core/rules/firelens-config-path-taken';
import { testRule } from '../support/rule-tester';

const router = (path: string) => ({
  containerDefinitions: [
    {
      name: 'log',
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 'file', 'config-file-value': path },
      },
    },
  ],
});

testRule(rule, {
  wrong: ['/fluent-bit/etc/fluent-bit.conf', '/fluentd/etc/fluent.conf'].map((path) => ({
    name: path,
    text: `{ "containerDefinitions": [{ "name": "log", "firelensConfiguration": { "type": "fluentbit", "options": { "config-file-type": "file", "config-file-value": «"${path}"» } } }] }`,
    message: `ECS writes its own configuration to ${path}, over the one of the image. Put yours at another path, such as /extra.conf.`,
    pointer: '/containerDefinitions/0/firelensConfiguration/options/config-file-value',
    fixes: [{ title: 'Change config-file-value to "/extra.conf"', result: router('/extra.conf') }],
  })),
  right: [
    { name: 'another path', document: router('/fluent-bit/etc/extra.conf') },
    { name: 'a path left open', document: router('${CONFIG}') },
    {
      name: 'no options',
      document: { containerDefinitions: [{ name: 'log', firelensConfiguration: { type: 'fluentd' } }] },
    },
  ],
});
