import { describe, expect, it } from 'vitest';
import { ECR, fargate, findings, pair, ROLE, SECRET, testAccepted } from '../../support/accepted';

const MARKS = [
  '<X>',
  '${X}',
  '{{ must_env `X` }}',
  '__X__',
  '%X%',
  '#{X}#',
  '@@X@@',
  '$X',
  '{{X}}',
  '@X@',
  '<%= x %>',
  '${lookup({ a = 1 }, "b")}',
  '{{ default({"a": {}}) }}',
  '$(X)',
];

const withMark = (mark: string) =>
  fargate(
    {
      name: mark,
      image: mark,
      cpu: mark,
      memory: mark,
      essential: mark,
      user: mark,
      command: [mark],
      portMappings: [
        { containerPort: mark, hostPort: mark, protocol: mark, name: mark, appProtocol: mark },
        { containerPortRange: mark },
      ],
      environment: [{ name: mark, value: mark }],
      environmentFiles: [{ type: mark, value: mark }],
      secrets: [{ name: mark, valueFrom: mark }],
      mountPoints: [{ sourceVolume: mark, containerPath: mark, readOnly: mark }],
      volumesFrom: [{ sourceContainer: mark }],
      dependsOn: [{ containerName: mark, condition: mark }],
      logConfiguration: { logDriver: mark, options: { 'awslogs-group': mark } },
      healthCheck: { command: ['CMD', 'a'], interval: mark, timeout: mark },
      ulimits: [{ name: mark, softLimit: mark, hardLimit: mark }],
      linuxParameters: { capabilities: { add: [mark], drop: mark }, initProcessEnabled: mark },
      stopTimeout: mark,
      repositoryCredentials: { credentialsParameter: mark },
    },
    {
      family: mark,
      requiresCompatibilities: [mark],
      networkMode: mark,
      cpu: mark,
      memory: mark,
      taskRoleArn: mark,
      executionRoleArn: mark,
      tags: [{ key: mark, value: mark }],
      volumes: [
        { name: mark, host: { sourcePath: mark } },
        { name: mark, efsVolumeConfiguration: { fileSystemId: mark, transitEncryption: mark } },
      ],
      runtimePlatform: { cpuArchitecture: mark, operatingSystemFamily: mark },
      ephemeralStorage: { sizeInGiB: mark },
      placementConstraints: [{ type: mark, expression: mark }],
    },
  );

testAccepted('templates', [
  ...MARKS.flatMap((mark) => [
    { why: `${mark} as every value`, document: withMark(mark) },
    { why: `${mark} inside of every value`, document: withMark(`a-${mark}-b`) },
    {
      why: `${mark} for whole members`,
      document: fargate(
        { portMappings: mark, environment: mark, logConfiguration: mark, linuxParameters: mark },
        {
          volumes: mark,
          tags: mark,
          requiresCompatibilities: mark,
          networkMode: mark,
          runtimePlatform: mark,
          executionRoleArn: mark,
        },
      ),
    },
    {
      why: `${mark} as a key`,
      document: fargate(
        { [mark]: 1, logConfiguration: { logDriver: 'awslogs', options: { [mark]: 'a' } } },
        { [mark]: mark },
      ),
    },
    {
      why: `${mark} beside fixed names`,
      document: pair(
        {
          name: mark,
          dependsOn: [{ containerName: 'web', condition: 'HEALTHY' }],
          volumesFrom: [{ sourceContainer: 'web' }],
          portMappings: [{ containerPort: 80, hostPort: mark }],
        },
        { essential: mark },
        { networkMode: 'awsvpc' },
      ),
    },
  ]),
  ...['$X', '${X}', '${jsonencode({ a = 1 })}', '<X>'].map((mark) => ({
    why: `${mark} for what reaches a shell`,
    document: fargate({ command: mark, entryPoint: mark, healthCheck: mark }),
  })),
  {
    why: 'variables of the shell',
    document:
      '{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1", "memory": 6, "command": ["$X", "sh -c ${X}"] }] }',
  },
  {
    why: 'a list of containers as Terraform has it',
    document: [
      {
        name: 'app-${env}',
        image: '${repository}:${tag}',
        cpu: '${cpu}',
        memory: '${memory}',
        essential: true,
        portMappings: [{ containerPort: '${port}' }],
      },
    ],
  },
  {
    why: 'a list: nothing is known of the task',
    document: [
      {
        name: 'app',
        image: ECR,
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        secrets: [{ name: 'A', valueFrom: SECRET }],
        essential: false,
      },
    ],
  },
  ...[
    '${repository}@${digest}',
    '${repository}@sha256:${digest}',
    '$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA',
    '$(Build.Image):$(Build.Id)',
    '${IMAGE:-nginx:1.27}',
    '${{ steps.build.outputs.image }}',
    '<account-id>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>',
    '{{{image}}}',
    '%%IMAGE%%',
  ].map((image) => ({ why: `the image ${image}`, document: fargate({ image }) })),
  {
    why: 'names that a mark can complete',
    document: pair(
      {
        name: 'app-${env}',
        dependsOn: [{ containerName: 'side-dev', condition: 'HEALTHY' }],
        mountPoints: [{ sourceVolume: 'data-prod', containerPath: '/data' }],
      },
      { name: 'side-${env}' },
      { volumes: [{ name: 'data-${env}' }] },
    ),
  },
  {
    why: 'marks that may differ are no duplicates',
    document: fargate(
      {
        portMappings: [{ containerPort: '${a}' }, { containerPort: '${b}' }, { containerPort: 80 }],
        secrets: ['${a}', '${b}'].map((name) => ({ name, valueFrom: SECRET })),
      },
      { executionRoleArn: '${role}', tags: ['${a}', '${b}'].map((key) => ({ key, value: '' })) },
    ),
  },
  {
    why: 'marks for a number in front of a unit',
    document: fargate({ cpu: 4096, memory: 8192 }, { cpu: '${cpu} vCPU', memory: '${memory} GB' }),
  },
  ...[
    'arn:aws:secretsmanager:${region}:${account}:secret:${name}:user::',
    'arn:${partition}:ssm:<region>:<account>:parameter/db',
    '/app/{{ stage }}/db',
    '/app/$STAGE/db',
  ].map((valueFrom) => ({
    why: `a secret from ${valueFrom}`,
    document: fargate({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'a whole container and a whole volume',
    document: fargate(
      {},
      {
        containerDefinitions: [
          {
            name: 'app',
            image: 'nginx:1.27',
            logConfiguration: { logDriver: 'awsfirelens' },
            mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
            dependsOn: [{ containerName: 'router', condition: 'START' }],
          },
          '${router}',
        ],
        volumes: ['${volume}'],
      },
    ),
  },
  {
    why: 'an option whose name is a mark may be the one that is missing',
    document: fargate(
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'a', 'awslogs-stream-prefix': 'a', '${key}': 'eu-west-1' },
        },
      },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'a launch type that is a mark',
    document: fargate({}, { requiresCompatibilities: ['${type}'], ephemeralStorage: { sizeInGiB: 50 } }),
  },
  {
    why: 'an operating system that is a mark',
    document: fargate(
      { linuxParameters: { initProcessEnabled: true } },
      { runtimePlatform: { operatingSystemFamily: '${os}', cpuArchitecture: 'ARM64' } },
    ),
  },
]);

it('a template block between containers is no container', () => {
  const text =
    '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "memory": 5, "dependsOn": [{"containerName": "c", "condition": "START"}]} {{ if .Debug }}, {"name": "c", "image": "d", "memory": 5} {{ end }}]}';
  expect(findings(text).map(({ rule }) => rule)).toEqual(['json/template']);
});

/** These are no JSON, which is said, and what is missing may stand behind the mark. */
describe('template marks outside of a string', () => {
  it.each([
    '${x}',
    '{{ x }}',
    '{{ if .X }}',
    '<X>',
    '%X%',
    '#{X}#',
    '__X__',
    '{% if x %}',
    '$X',
    '"{{ must_env "X" }}"',
  ])('%s', (mark) => {
    for (const members of [
      `"secrets": [${mark}]`,
      `"portMappings": [${mark}]`,
      `"cpu": ${mark}, "environment": [${mark}]`,
      `"logConfiguration": { "logDriver": "awslogs", "options": ${mark} }`,
      `"firelensConfiguration": ${mark}`,
    ]) {
      const text = `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", "executionRoleArn": "arn:aws:iam::123456789012:role/web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", ${members} }] }`;
      const loud = findings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      expect(loud, text).toEqual([]);
    }
  });
});
