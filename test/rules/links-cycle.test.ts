import rule from '../../server/src/core/rules/links-cycle';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'two containers, one link with an alias',
      text: '{ "containerDefinitions": [{ "name": "web", «"links"»: ["db", "worker:jobs"] }, { "name": "worker", "links": ["web"] }, { "name": "db" }] }',
      message: 'These containers are linked in a circle: web -> worker -> web. Remove one of the links.',
      pointer: '/containerDefinitions/0/links',
      related: ['"worker" links to "web".'],
      fixes: [
        {
          title: 'Remove the link from "web" to "worker"',
          result: {
            containerDefinitions: [
              { name: 'web', links: ['db'] },
              { name: 'worker', links: ['web'] },
              { name: 'db' },
            ],
          },
        },
        { title: 'Remove the link from "worker" to "web"' },
      ],
    },
    {
      name: 'one link under two aliases',
      text: '{ "containerDefinitions": [{ "name": "web", «"links"»: ["db:a", "db:b"] }, { "name": "db", "links": ["web"] }] }',
      message: 'These containers are linked in a circle: web -> db -> web. Remove one of the links.',
      pointer: '/containerDefinitions/0/links',
      fixes: [
        {
          title: 'Remove the link from "web" to "db"',
          result: {
            containerDefinitions: [
              { name: 'web', links: [] },
              { name: 'db', links: ['web'] },
            ],
          },
        },
        { title: 'Remove the link from "db" to "web"' },
      ],
    },
    {
      name: 'two containers of one name, a mistake of its own',
      text: '{ "containerDefinitions": [{ "name": "web", «"links"»: ["db"] }, { "name": "db", "links": ["web"] }, { "name": "db", "links": ["web"] }] }',
      message: 'These containers are linked in a circle: web -> db -> web. Remove one of the links.',
      pointer: '/containerDefinitions/0/links',
      fixes: [
        { title: 'Remove the link from "web" to "db"' },
        {
          title: 'Remove the link from "db" to "web"',
          result: {
            containerDefinitions: [
              { name: 'web', links: ['db'] },
              { name: 'db', links: [] },
              { name: 'db', links: [] },
            ],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'a chain',
      document: {
        containerDefinitions: [
          { name: 'web', links: ['worker'] },
          { name: 'worker', links: ['db'] },
          { name: 'db' },
        ],
      },
    },
    {
      name: 'an alias with the name of the other side',
      document: {
        containerDefinitions: [
          { name: 'web', links: ['worker:web'] },
          { name: 'worker', links: ['db:web'] },
          { name: 'db' },
        ],
      },
    },
    {
      name: 'open names',
      document: {
        containerDefinitions: [
          { name: 'web', links: ['${W}'] },
          { name: '${W}', links: ['web'] },
        ],
      },
    },
  ],
});
