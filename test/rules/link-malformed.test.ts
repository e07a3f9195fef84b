import rule from '../../server/src/core/rules/link-malformed';
import { testRule } from '../support/rule-tester';

const task = (...links: string[]) => ({
  containerDefinitions: [{ name: 'web', links }, { name: 'redis' }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a colon without an alias',
      text: '{ "containerDefinitions": [{ "name": "web", "links": [«"redis:"»] }, { "name": "redis" }] }',
      message: 'A link is written "name" or "name:alias", and "redis:" is neither.',
      pointer: '/containerDefinitions/0/links/0',
      fixes: [{ title: 'Change the link to "redis"', result: task('redis') }],
    },
    {
      name: 'two colons',
      text: '{ "containerDefinitions": [{ "name": "web", "links": [«"redis:cache:6379"»] }, { "name": "redis" }] }',
      message: 'A link is written "name" or "name:alias", and "redis:cache:6379" is neither.',
      pointer: '/containerDefinitions/0/links/0',
      fixes: [{ title: 'Change the link to "redis:cache"', result: task('redis:cache') }],
    },
    {
      name: 'an alias without a name, and nothing at all',
      text: '{ "containerDefinitions": [{ "name": "web", "links": [«":cache"», «""»] }, { "name": "redis" }] }',
      message: 'A link is written "name" or "name:alias", and ":cache" is neither.',
      pointer: '/containerDefinitions/0/links/0',
      fixes: [{ title: 'Remove this link', result: task('') }],
      more: [
        {
          message: 'A link is written "name" or "name:alias", and "" is neither.',
          pointer: '/containerDefinitions/0/links/1',
          fixes: [{ title: 'Remove this link', result: task(':cache') }],
        },
      ],
    },
    {
      name: 'an alias with a dot',
      text: '{ "containerDefinitions": [{ "name": "web", "links": [«"redis:cache.local"»] }, { "name": "redis" }] }',
      message:
        'The alias of a link may have letters, digits, hyphens and underscores only, unlike "cache.local".',
      pointer: '/containerDefinitions/0/links/0',
      severity: 'warning',
      fixes: [{ title: 'Change the link to "redis"', result: task('redis') }],
    },
  ],
  right: [
    { name: 'a name', document: task('redis') },
    { name: 'a name and an alias', document: task('redis:my_cache-1') },
    { name: 'an open link', document: task('{{ must_env "LINK" }}:') },
    {
      name: 'network mode host, where member-not-supported reports all links',
      document: { networkMode: 'host', ...task('a:b:c') },
    },
  ],
});
