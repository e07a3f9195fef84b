import rule from '../../server/src/core/rules/image-architecture-mismatch';
import { testRule } from '../support/rule-tester';

const message = (image: string, task: string) =>
  `By its name the image is for ${image}, and the task runs on ${task}: the container would stop with "exec format error". Change cpuArchitecture, or take another image.`;
const image = (name: string, runtimePlatform: unknown) => ({
  requiresCompatibilities: ['EC2'],
  runtimePlatform,
  containerDefinitions: [{ name: 'web', image: name }],
});

testRule(rule, {
  wrong: [
    {
      name: 'ARM64 on what Fargate takes by itself',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "image": «"arm64v8/nginx"» }] }',
      message: message('ARM64', 'X86_64'),
      pointer: '/containerDefinitions/0/image',
      fixes: [
        {
          title: 'Add cpuArchitecture "ARM64"',
          result: {
            requiresCompatibilities: ['FARGATE'],
            containerDefinitions: [{ name: 'web', image: 'arm64v8/nginx' }],
            runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
          },
        },
      ],
    },
    {
      name: 'a platform without an architecture',
      text: '{ "requiresCompatibilities": ["FARGATE"], "runtimePlatform": { "operatingSystemFamily": "LINUX" }, "containerDefinitions": [{ "name": "web", "image": «"web:1.4-aarch64"» }] }',
      message: message('ARM64', 'X86_64'),
      pointer: '/containerDefinitions/0/image',
      fixes: [{ title: 'Add cpuArchitecture "ARM64"' }],
    },
    {
      name: 'X86_64 on ARM64',
      text: '{ "runtimePlatform": { "cpuArchitecture": "ARM64" }, "containerDefinitions": [{ "name": "web", "image": «"example.com/web_x86-64:2@sha256:0123456789abcdef"» }] }',
      message: message('X86_64', 'ARM64'),
      pointer: '/containerDefinitions/0/image',
      fixes: [
        {
          title: 'Change cpuArchitecture to "X86_64"',
          result: {
            runtimePlatform: { cpuArchitecture: 'X86_64' },
            containerDefinitions: [
              { name: 'web', image: 'example.com/web_x86-64:2@sha256:0123456789abcdef' },
            ],
          },
        },
      ],
    },
    {
      name: 'ARM64 on Windows, which has no ARM64',
      text: '{ "runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "web", "image": «"web:arm64"» }] }',
      message: message('ARM64', 'X86_64'),
      pointer: '/containerDefinitions/0/image',
    },
  ],
  right: [
    { name: 'the same', document: image('web:arm64', { cpuArchitecture: 'ARM64' }) },
    { name: 'a name without an architecture', document: image('web:1.4', { cpuArchitecture: 'ARM64' }) },
    { name: 'a longer word', document: image('farm64/swarm64x:1', { cpuArchitecture: 'X86_64' }) },
    { name: 'both words', document: image('web:amd64-arm64', { cpuArchitecture: 'ARM64' }) },
    { name: 'EC2, where placement decides', document: image('web:arm64', undefined) },
    { name: 'an architecture left open', document: image('web:arm64', { cpuArchitecture: '${ARCH}' }) },
    { name: 'a bare list', document: [{ name: 'web', image: 'web:arm64' }] },
  ],
});
