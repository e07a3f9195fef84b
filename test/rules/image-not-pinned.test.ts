import rule from '../../server/src/core/rules/image-not-pinned';
import { testRule } from '../support/rule-tester';

const none = (image: string) =>
  `Image "${image}" has no tag, which means latest: the same revision runs another image after the next push. Write the tag of a version, or a digest.`;
const latest = (image: string) =>
  `Image "${image}" is whatever was pushed last: the same revision runs another image after the next push. Write the tag of a version, or a digest.`;
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

testRule(rule, {
  wrong: [
    {
      name: 'no tag',
      text: '{ "containerDefinitions": [{ "name": "web", "image": «"nginx"» }] }',
      message: none('nginx'),
      pointer: '/containerDefinitions/0/image',
    },
    {
      name: 'no tag, but a registry with a port',
      text: '{ "containerDefinitions": [{ "name": "web", "image": «"registry.example.com:5000/web"» }] }',
      message: none('registry.example.com:5000/web'),
      pointer: '/containerDefinitions/0/image',
    },
    {
      name: 'latest, in a bare list',
      text: '[{ "name": "web", "image": «"public.ecr.aws/nginx/nginx:latest"» }]',
      message: latest('public.ecr.aws/nginx/nginx:latest'),
      pointer: '/0/image',
    },
    {
      name: 'latest, beside the same image with tags',
      text: '{ "containerDefinitions": [{ "name": "web", "image": «"shop/web:latest"» }, { "name": "jobs", "image": "shop/web:1.4.2" }, { "name": "mail", "image": "shop/web:1.4.2" }, { "name": "db", "image": "shop/db:2" }] }',
      message: latest('shop/web:latest'),
      pointer: '/containerDefinitions/0/image',
      fixes: [
        {
          title: 'Change image to "shop/web:1.4.2"',
          result: {
            containerDefinitions: [
              { name: 'web', image: 'shop/web:1.4.2' },
              { name: 'jobs', image: 'shop/web:1.4.2' },
              { name: 'mail', image: 'shop/web:1.4.2' },
              { name: 'db', image: 'shop/db:2' },
            ],
          },
        },
      ],
    },
    {
      name: 'no tag, beside the same image with a digest',
      text: `{ "containerDefinitions": [{ "name": "web", "image": «"shop/web"» }, { "name": "jobs", "image": "shop/web@${digest}" }] }`,
      message: none('shop/web'),
      pointer: '/containerDefinitions/0/image',
      fixes: [{ title: `Change image to "shop/web@${digest}"` }],
    },
  ],
  right: [
    { name: 'a version', document: { containerDefinitions: [{ name: 'web', image: 'nginx:1.27' }] } },
    {
      name: 'a tag that begins like latest',
      document: { containerDefinitions: [{ name: 'web', image: 'nginx:latest-2026-11' }] },
    },
    { name: 'a digest', document: { containerDefinitions: [{ name: 'web', image: `nginx@${digest}` }] } },
    {
      name: 'latest with a digest, which decides',
      document: { containerDefinitions: [{ name: 'web', image: `nginx:latest@${digest}` }] },
    },
    {
      name: 'an image left open',
      document: { containerDefinitions: [{ name: 'web', image: '<IMAGE1_NAME>' }] },
    },
    { name: 'a tag left open', document: { containerDefinitions: [{ name: 'web', image: 'web:${TAG}' }] } },
    { name: 'no image at all', document: { containerDefinitions: [{ name: 'web', image: '' }] } },
  ],
});
