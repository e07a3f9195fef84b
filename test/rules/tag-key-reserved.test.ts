import rule from '../../server/src/core/rules/tag-key-reserved';
import { testRule } from '../support/rule-tester';

const tagged = (...keys: unknown[]) => ({
  tags: keys.map((key) => ({ key, value: 'a' })),
  containerDefinitions: [],
});

testRule(rule, {
  wrong: [
    {
      name: 'small letters',
      text: '{ "tags": [{ "key": «"aws:team"», "value": "a" }], "containerDefinitions": [] }',
      message:
        'The tag key "aws:team" begins with "aws:", which AWS keeps for its own tags. Choose another key.',
      pointer: '/tags/0/key',
      fixes: [
        { title: 'Change key to "team"', result: tagged('team') },
        { title: 'Remove this tag', result: { containerDefinitions: [] } },
      ],
    },
    {
      name: 'capitals',
      text: '{ "tags": [{ "key": "team", "value": "a" }, { "key": «"AWS:stage"», "value": "a" }], "containerDefinitions": [] }',
      message:
        'The tag key "AWS:stage" begins with "AWS:", which AWS keeps for its own tags. Choose another key.',
      pointer: '/tags/1/key',
      fixes: [
        { title: 'Change key to "stage"', result: tagged('team', 'stage') },
        { title: 'Remove this tag', result: tagged('team') },
      ],
    },
    {
      name: 'nothing behind it',
      text: '{ "tags": [{ "key": "team", "value": "a" }, { "key": «"aws:"», "value": "a" }], "containerDefinitions": [] }',
      message: 'The tag key "aws:" begins with "aws:", which AWS keeps for its own tags. Choose another key.',
      pointer: '/tags/1/key',
      fixes: [{ title: 'Remove this tag' }],
    },
  ],
  right: [
    { name: 'other keys', document: tagged('team', 'aws', 'awsteam', 'my:aws:team') },
    { name: 'a key left open', document: tagged('aws:${NAME}') },
    { name: 'no tags', document: { containerDefinitions: [] } },
    {
      name: 'what AWS prints beside the definition',
      document: {
        taskDefinition: { family: 'web', containerDefinitions: [] },
        tags: [{ key: 'aws:cloudformation:stack-name', value: 'web' }],
      },
    },
  ],
});
