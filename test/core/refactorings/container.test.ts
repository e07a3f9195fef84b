import { describe, expect, it } from 'vitest';
import { make, titlesAskedAt, titlesAt } from '../../support/refactorings';

/** A task for Fargate with one container, in which `|` is the cursor. */
const fargate = (container: string, task = ''): string => `{
  "family": "shop",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",${task}
  "containerDefinitions": [
    ${container}
  ]
}
`;
const PIN = 'Pin nginx:1.27 to a digest (fill in <DIGEST>)';
const CHECK = 'Add a health check to container "web": HTTP on port 80 with curl';
const LOG =
  'Log to the CloudWatch log group "/ecs/shop" in <REGION>, with an execution role (fill in <REGION> and <ACCOUNT_ID>)';
const EFS = 'Mount an EFS volume at /mnt/efs in container "web" (fill in <FILE_SYSTEM_ID>)';

describe('on a container', () => {
  it.each([
    ['the image', '{ "name": "web", |"image": "nginx:1.27" }', [PIN, CHECK]],
    ['the end of the image', '{ "name": "web", "image": "nginx:1.27"| }', [PIN, CHECK]],
    ['the name', '{ "name": "w|eb", "image": "nginx:1.27" }', [LOG]],
    ['the bracket', '|{ "name": "web", "image": "nginx:1.27" }', [LOG, EFS]],
    ['the bracket at the end', '{ "name": "web", "image": "nginx:1.27" |}', [LOG, EFS]],
    [
      'mountPoints',
      '{ "name": "web", "image": "nginx:1.27", "mount|Points": [] }',
      [EFS, 'Remove a value that is the default: mountPoints'],
    ],
    ['another member', '{ "name": "web", "image": "nginx:1.27", "us|er": "app" }', []],
    ['a selection over two members', '{ «"name": "web", "image": "nginx:1.27"» }', []],
  ])('the menu is short: %s', (_, container, expected) => {
    expect(titlesAt(fargate(container))).toEqual(expected);
  });

  it('whoever asks sees all that fits', () => {
    const asked = titlesAskedAt(fargate('{ "name": "web", "image": "nginx:1.27", "us|er": "app" }'));
    expect(asked.slice(0, 3)).toEqual([CHECK, LOG, EFS]);
  });

  it('is silent where there is nothing to add', () => {
    const log = '"logConfiguration": { "logDriver": "splunk" }';
    const check = '"healthCheck": { "command": ["CMD", "true"] }';
    const full = `{ "name": "web", "image": "nginx@sha256:${'0a'.repeat(32)}", ${log}, ${check} }`;
    for (const [before, after] of [
      ['"image"', '|"image"'],
      ['"web"', '|"web"'],
    ] as const)
      expect(titlesAt(fargate(full.replace(before, after)))).toEqual([]);
  });
});

describe('pin image', () => {
  it('keeps the tag for those who read it', () => {
    const { text, title, kind } = make(fargate('{ "name": "web", "image": |"nginx:1.27" }'), 'Pin');
    expect({ title, kind }).toEqual({ title: PIN, kind: 'refactor.rewrite' });
    expect(text).toBe(fargate('{ "name": "web", "image": "nginx:1.27@sha256:<DIGEST>" }'));
  });

  it('is not for an image that a template fills in', () =>
    expect(titlesAt(fargate('{ "name": "web", "image": |"<IMAGE1_NAME>" }'))).not.toContainEqual(
      expect.stringContaining('Pin'),
    ));
});

describe('add a health check', () => {
  it('asks the mapped port with what the image has', () => {
    const container =
      '{ "name": "web", "image": "nginx:1.27-alpine", "portMappings": [{ "containerPort": 8080 }] }';
    const { text } = make(fargate(container.replace('"image"', '|"image"')), 'Add a health check');
    expect(JSON.parse(text).containerDefinitions[0].healthCheck).toEqual({
      command: ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1'],
      interval: 30,
      timeout: 5,
      retries: 3,
    });
  });
});

describe('add a log configuration', () => {
  it('uses the Region and account of the document, and adds the role that Fargate demands', () => {
    const role = '\n  "taskRoleArn": "arn:aws:iam::123456789012:role/shop",';
    const image = '"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"';
    const { title, text } = make(fargate(`{ |"name": "web", ${image} }`, role), 'Log');
    expect(title).toBe('Log to the CloudWatch log group "/ecs/shop" in eu-west-1, with an execution role');
    const log =
      '"logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" } }';
    expect(text).toBe(
      fargate(`{ "name": "web", ${image}, ${log} }`, role).replace(
        '\n  ]\n}',
        '\n  ],\n  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"\n}',
      ),
    );
  });

  it('takes the log group of the containers beside it, with its marks', () => {
    const beside =
      '{ "name": "db", "image": "redis:8", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "${LOGS}", "awslogs-region": "eu-west-1" } } }';
    const { text } = make(fargate(`{ |"name": "web", "image": "nginx:1.27" },\n    ${beside}`), 'Log');
    expect(JSON.parse(text).containerDefinitions[0].logConfiguration.options).toEqual({
      'awslogs-group': '${LOGS}',
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': 'web',
    });
  });

  it('works on a bare list of containers', () => {
    const { text } = make('[{ |"name": "web", "image": "nginx:1.27" }]', 'Log');
    expect(JSON.parse(text)[0].logConfiguration.options['awslogs-group']).toBe('/ecs/web');
  });
});

describe('add an EFS volume', () => {
  it('finds a name and a path that are free', () => {
    const container =
      '|{ "name": "web", "image": "nginx:1.27", "mountPoints": [{ "sourceVolume": "efs", "containerPath": "/mnt/efs" }] }';
    const { text, title } = make(fargate(container, '\n  "volumes": [{ "name": "efs" }],'), 'Mount');
    expect(title).toBe('Mount an EFS volume at /mnt/efs-2 in container "web" (fill in <FILE_SYSTEM_ID>)');
    const { volumes, containerDefinitions } = JSON.parse(text);
    expect(volumes).toEqual([
      { name: 'efs' },
      {
        name: 'efs-2',
        efsVolumeConfiguration: { fileSystemId: '<FILE_SYSTEM_ID>', transitEncryption: 'ENABLED' },
      },
    ]);
    expect(containerDefinitions[0].mountPoints).toEqual([
      { sourceVolume: 'efs', containerPath: '/mnt/efs' },
      { sourceVolume: 'efs-2', containerPath: '/mnt/efs-2' },
    ]);
  });

  it.each([
    [
      'Windows',
      fargate(
        '|{ "name": "web", "image": "nginx:1.27" }',
        '\n  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },',
      ),
    ],
    [
      'an external instance',
      fargate('|{ "name": "web", "image": "nginx:1.27" }').replace('FARGATE', 'EXTERNAL'),
    ],
    ['a bare list of containers', '[|{ "name": "web", "image": "nginx:1.27" }]'],
  ])('is not for %s', (_, text) => expect(titlesAt(text)).not.toContainEqual(expect.stringContaining('EFS')));
});
