import rule from '../../server/src/core/rules/link-unknown-container';
import { testRule } from '../support/rule-tester';

const task = (links: unknown, more: object = {}) => ({
  networkMode: 'bridge',
  containerDefinitions: [{ name: 'web', links }, { name: 'redis' }],
  ...more,
});

testRule(rule, {
  wrong: [
    {
      name: 'a name with a typing error, and an alias that stays',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "name": "web", "links": ["redis", «"redsi:cache"»] }, { "name": "redis" }, { "name": "db" }] }',
      message:
        'No container of this task is called "redsi", so it cannot be linked to. Name a container of this task, or remove the link.',
      pointer: '/containerDefinitions/0/links/1',
      fixes: [
        {
          title: 'Change the link to "redis:cache"',
          result: {
            networkMode: 'bridge',
            containerDefinitions: [
              { name: 'web', links: ['redis', 'redis:cache'] },
              { name: 'redis' },
              { name: 'db' },
            ],
          },
        },
        {
          title: 'Remove the link to "redsi"',
          result: {
            networkMode: 'bridge',
            containerDefinitions: [{ name: 'web', links: ['redis'] }, { name: 'redis' }, { name: 'db' }],
          },
        },
      ],
    },
    {
      name: 'in a bare list of containers, with nobody else to link to',
      text: '[{ "name": "web", "image": "nginx", "links": [«"mysql"»] }]',
      message:
        'No container of this task is called "mysql", so it cannot be linked to. Name a container of this task, or remove the link.',
      pointer: '/0/links/0',
      fixes: [{ title: 'Remove the link to "mysql"', result: [{ name: 'web', image: 'nginx', links: [] }] }],
    },
  ],
  right: [
    { name: 'a name', document: task(['redis']) },
    { name: 'a name and an alias', document: task(['redis:cache']) },
    { name: 'its own name, which link-to-itself reports', document: task(['web']) },
    { name: 'no name, which link-malformed reports', document: task([':cache']) },
    { name: 'an open link', document: task(['${LINK}']) },
    {
      name: 'an open name of another container',
      document: task(['db'], { containerDefinitions: [{ name: 'web', links: ['db'] }, { name: '${DB}' }] }),
    },
    {
      name: 'awsvpc, where member-not-supported reports all links',
      document: task(['db'], { networkMode: 'awsvpc' }),
    },
    {
      name: 'Fargate, where member-not-supported reports all links',
      document: task(['db'], { networkMode: undefined, requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
