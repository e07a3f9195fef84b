import rule from '../../server/src/core/rules/tags-missing';
import { testRule } from '../support/rule-tester';

const message =
  'The task definition has no tags. Add those by which you tell owners, projects or costs apart.';

testRule(rule, {
  wrong: [
    {
      name: 'no tags',
      text: '«{» "family": "web", "containerDefinitions": [] }',
      message,
      pointer: '',
      fixes: [
        {
          title: 'Add the tag "project": "web"',
          result: { family: 'web', containerDefinitions: [], tags: [{ key: 'project', value: 'web' }] },
        },
      ],
    },
    {
      name: 'no tags, and a family left open',
      text: '«{» "family": "${FAMILY}", "containerDefinitions": [] }',
      message,
      pointer: '',
    },
    {
      name: 'no tags, and a family that AWS refuses',
      text: '«{» "family": "web%", "containerDefinitions": [] }',
      message,
      pointer: '',
    },
  ],
  right: [
    { name: 'a tag', document: { tags: [{ key: 'a', value: 'b' }], containerDefinitions: [] } },
    { name: 'an empty list, which the schema says', document: { tags: [], containerDefinitions: [] } },
    { name: 'tags left open', document: { tags: '${TAGS}', containerDefinitions: [] } },
    {
      name: 'describe output, with its tags outside',
      document: {
        taskDefinition: { family: 'web', containerDefinitions: [] },
        tags: [{ key: 'a', value: 'b' }],
      },
    },
    { name: 'a bare list', document: [{ name: 'web', image: 'web' }] },
  ],
});
