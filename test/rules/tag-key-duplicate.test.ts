import rule from '../../server/src/core/rules/tag-key-duplicate';
import { testRule } from '../support/rule-tester';

const tagged = (...tags: [unknown, unknown][]) => ({
  tags: tags.map(([key, value]) => ({ key, value })),
  containerDefinitions: [],
});
const message = 'The tag "team" stands here twice, and a tag has one value. Remove one of the two.';

testRule(rule, {
  wrong: [
    {
      name: 'with two values',
      text: '{ "tags": [{ "key": "team", "value": "a" }, { "key": «"team"», "value": "b" }], "containerDefinitions": [] }',
      message,
      pointer: '/tags/1/key',
      fixes: [{ title: 'Remove this "team"', result: tagged(['team', 'a']) }],
      related: ['"team" stands here first.'],
    },
    {
      name: 'with one value',
      text: '{ "tags": [{ "key": "team", "value": "a" }, { "value": "a", "key": «"team"» }], "containerDefinitions": [] }',
      message,
      pointer: '/tags/1/key',
      fixes: [{ title: 'Remove this "team"', safe: true, result: tagged(['team', 'a']) }],
    },
  ],
  right: [
    { name: 'different keys', document: tagged(['team', 'a'], ['stage', 'a']) },
    { name: 'capital and small letters', document: tagged(['team', 'a'], ['Team', 'a']) },
    { name: 'keys left open', document: tagged(['${KEY}', 'a'], ['${KEY}', 'a']) },
    { name: 'empty keys, which the schema reports', document: tagged(['', 'a'], ['', 'a']) },
    { name: 'no tags', document: { containerDefinitions: [] } },
  ],
});
