import rule from '../../server/src/core/rules/health-check-program-missing';
import { testRule } from '../support/rule-tester';

const check = (image: string, healthCheck: readonly string[], command?: readonly string[]) => ({
  containerDefinitions: [{ name: 'web', image, command, healthCheck: { command: healthCheck } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'curl on Alpine, which has wget',
      text: '{ "containerDefinitions": [{ "name": "web", "image": "node:22-alpine", "healthCheck": { "command": ["CMD-SHELL", «"curl -f http://localhost:3000/ || exit 1"»] } }] }',
      message: 'The image node:22-alpine comes without curl, so this check fails. Use a program that it has.',
      pointer: '/containerDefinitions/0/healthCheck/command/1',
      fixes: [
        {
          title: 'Use wget instead of curl',
          result: check('node:22-alpine', [
            'CMD-SHELL',
            'wget -q -O /dev/null http://localhost:3000/ || exit 1',
          ]),
        },
      ],
    },
    {
      name: 'options that wget has not',
      text: '{ "containerDefinitions": [{ "name": "web", "image": "docker.io/library/postgres:16-alpine", "healthCheck": { "command": ["CMD-SHELL", «"curl -m 3 http://localhost:3000/"»] } }] }',
      message:
        'The image docker.io/library/postgres:16-alpine comes without curl, so this check fails. Use a program that it has.',
      pointer: '/containerDefinitions/0/healthCheck/command/1',
    },
    {
      name: 'a slim image, which has neither',
      text: '[{ "name": "web", "image": "public.ecr.aws/docker/library/python:3.13-slim", "healthCheck": { "command": ["CMD-SHELL", «"curl -f http://localhost/ || exit 1"»] } }]',
      message:
        'The image public.ecr.aws/docker/library/python:3.13-slim comes without curl, so this check fails. Use a program that it has.',
      pointer: '/0/healthCheck/command/1',
    },
    {
      name: 'wget as a program',
      text: '[{ "name": "web", "image": "debian@sha256:0123456789abcdef", "healthCheck": { "command": ["CMD", «"wget"», "http://localhost/"] } }]',
      message:
        'The image debian@sha256:0123456789abcdef comes without wget, so this check fails. Use a program that it has.',
      pointer: '/0/healthCheck/command/1',
    },
    {
      name: 'a shell in a distroless image',
      text: '[{ "name": "web", "image": "gcr.io/distroless/nodejs22-debian12", "healthCheck": { "command": [«"CMD-SHELL"», "curl localhost"] } }]',
      message:
        'The image gcr.io/distroless/nodejs22-debian12 comes without a shell, so "CMD-SHELL" fails. Use "CMD" and a program that it has.',
      pointer: '/0/healthCheck/command/0',
    },
    {
      name: 'a program in a distroless image',
      text: '[{ "name": "web", "image": "gcr.io/distroless/static:nonroot", "healthCheck": { "command": ["CMD", «"/usr/bin/curl"», "localhost"] } }]',
      message:
        'The image gcr.io/distroless/static:nonroot comes without curl, so this check fails. Use a program that it has.',
      pointer: '/0/healthCheck/command/1',
    },
  ],
  right: [
    {
      name: 'wget on Alpine',
      document: check('node:22-alpine', ['CMD-SHELL', 'wget -q -O /dev/null http://localhost/']),
    },
    { name: 'an image that has curl', document: check('node:22', ['CMD-SHELL', 'curl localhost']) },
    {
      name: 'an image of somebody else',
      document: check('example/node:22-alpine', ['CMD-SHELL', 'curl localhost']),
    },
    {
      name: 'a registry of one’s own',
      document: check('example.com/node:22-alpine', ['CMD-SHELL', 'curl localhost']),
    },
    { name: 'another program', document: check('node:22-alpine', ['CMD', 'node', 'curl.js']) },
    {
      name: 'a second try',
      document: check('node:22-alpine', ['CMD-SHELL', 'curl localhost || wget localhost']),
    },
    {
      name: 'a container that installs it',
      document: check(
        'node:22-alpine',
        ['CMD-SHELL', 'curl localhost'],
        ['sh', '-c', 'apk add curl && node .'],
      ),
    },
    {
      name: 'a distroless image with a shell',
      document: check('gcr.io/distroless/static:debug', ['CMD-SHELL', 'exit 0']),
    },
    { name: 'no health check', document: { containerDefinitions: [{ name: 'web', image: 'alpine' }] } },
  ],
});
