import rule from '../../server/src/core/rules/link-to-itself';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'its own name, with an alias',
      text: '{ "containerDefinitions": [{ "name": "web", "links": ["redis", «"web:me"»] }, { "name": "redis" }] }',
      message:
        'Container "web" links to itself, and a link has to name another container. Remove the link: it is localhost.',
      pointer: '/containerDefinitions/0/links/1',
      fixes: [
        {
          title: 'Remove the link of "web" to itself',
          result: { containerDefinitions: [{ name: 'web', links: ['redis'] }, { name: 'redis' }] },
        },
      ],
    },
  ],
  right: [
    {
      name: 'an alias that is its own name',
      document: { containerDefinitions: [{ name: 'web', links: ['redis:web'] }, { name: 'redis' }] },
    },
    {
      name: 'awsvpc, where member-not-supported reports all links',
      document: { networkMode: 'awsvpc', containerDefinitions: [{ name: 'web', links: ['web'] }] },
    },
    { name: 'open names', document: { containerDefinitions: [{ name: '${NAME}', links: ['${NAME}'] }] } },
    { name: 'no name yet', document: { containerDefinitions: [{ image: 'nginx', links: [''] }] } },
  ],
});
