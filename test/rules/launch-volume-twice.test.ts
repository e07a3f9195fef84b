import rule from '../../server/src/core/rules/launch-volume-twice';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'two of three volumes',
      text: '{ "volumes": [{ "name": "data", "configuredAtLaunch": true }, { "name": "tmp" }, { "name": "logs", "configuredAtLaunch": «true» }], "containerDefinitions": [] }',
      message:
        'Volume "data" is already configured at launch, and a task definition may have one such volume. Remove configuredAtLaunch here or there.',
      pointer: '/volumes/2/configuredAtLaunch',
      related: ['The first one is this.'],
      fixes: [
        {
          title: 'Remove configuredAtLaunch',
          result: {
            volumes: [{ name: 'data', configuredAtLaunch: true }, { name: 'tmp' }, { name: 'logs' }],
            containerDefinitions: [],
          },
        },
      ],
    },
    {
      name: 'a first volume whose name is open',
      text: '{ "volumes": [{ "name": "${NAME}", "configuredAtLaunch": true }, { "name": "logs", "configuredAtLaunch": «true» }], "containerDefinitions": [] }',
      message:
        'An earlier volume is already configured at launch, and a task definition may have one such volume. Remove configuredAtLaunch here or there.',
      pointer: '/volumes/1/configuredAtLaunch',
      fixes: [{ title: 'Remove configuredAtLaunch' }],
    },
  ],
  right: [
    {
      name: 'one, and one that says it is not',
      document: {
        volumes: [
          { name: 'data', configuredAtLaunch: true },
          { name: 'logs', configuredAtLaunch: false },
        ],
        containerDefinitions: [],
      },
    },
    {
      name: 'one left open',
      document: {
        volumes: [
          { name: 'data', configuredAtLaunch: true },
          { name: 'logs', configuredAtLaunch: '${AT_LAUNCH}' },
        ],
        containerDefinitions: [],
      },
    },
  ],
});
