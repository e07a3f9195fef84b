import { describe, expect, it } from 'vitest';
import { type OtherFileKind, otherFileKind } from '../../server/src/core/otherFiles/kinds';
import { readOtherFile, type Use } from '../../server/src/core/otherFiles/read';
import { readMarks } from '../support/marks';

const kindOf = (name: string): OtherFileKind => {
  const kind = otherFileKind(`file:///p/${name}`);
  if (!kind) throw new Error(`${name} is none`);
  return kind;
};

/** What is read of a file, without the ranges, which have to be those that are marked. */
function uses(name: string, marked: string): Omit<Use, 'range'>[] {
  const { text, ranges } = readMarks(marked);
  const found = readOtherFile(text, kindOf(name), `file:///p/${name}`).uses;
  expect(found.map(({ range }) => range)).toEqual(ranges);
  return found.map(({ range: _, ...use }) => use);
}

describe('which files are read', () => {
  it.each([
    ['appspec.yaml', 'appspec'],
    ['deploy/AppSpec.yml', 'appspec'],
    ['appspec.json', 'appspec'],
    ['imagedefinitions.json', 'image-definitions'],
    ['ecspresso.yml', 'ecspresso'],
    ['ecspresso.json', 'ecspresso'],
    ['ecs-service-def.json', 'service'],
    ['ecs-service-def.jsonnet', 'service'],
    ['.github/workflows/deploy.yml', 'workflow'],
    ['.github/workflows/deploy.yaml', 'workflow'],
  ])('%s is %s', (name, kind) => {
    expect(otherFileKind(`file:///p/${name}`)).toBe(kind);
  });

  it.each([
    'imageDetail.json',
    'my-appspec.yaml',
    'workflows/deploy.yml',
    '.github/workflows/nested/deploy.yml',
    'task-definition.json',
  ])('%s is none', (name) => {
    expect(otherFileKind(`file:///p/${name}`)).toBeUndefined();
  });
});

describe('CodeDeploy', () => {
  it('names the family, the container and its port, in YAML', () => {
    expect(
      uses(
        'appspec.yaml',
        `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/«shop»:7"
        LoadBalancerInfo:
          ContainerName: «web» # the front
          ContainerPort: «80»
Hooks:
  - BeforeInstall: "LambdaFunctionToValidateBeforeInstall"
`,
      ),
    ).toEqual([
      { kind: 'family', name: 'shop' },
      { kind: 'container', name: 'web' },
      { kind: 'containerPort', name: '80', container: 'web' },
    ]);
  });

  it('does so in JSON', () => {
    expect(
      uses(
        'appspec.json',
        `{ "version": 0.0, "Resources": [{ "TargetService": { "Type": "AWS::ECS::Service", "Properties": {
          "TaskDefinition": "«shop»:7",
          "LoadBalancerInfo": { "ContainerName": "«web»", "ContainerPort": "«80»" } } } }] }`,
      ),
    ).toEqual([
      { kind: 'family', name: 'shop' },
      { kind: 'container', name: 'web' },
      { kind: 'containerPort', name: '80', container: 'web' },
    ]);
  });

  it.each([
    ['a placeholder', '<TASK_DEFINITION>'],
    ['an environment variable', '${FAMILY}'],
    ['an ARN of something else', 'arn:aws:ecs:eu-west-1:111122223333:service/shop'],
    ['no name', 'a b'],
  ])('leaves out a family that is %s', (_, family) => {
    expect(
      uses(
        'appspec.yaml',
        `Resources:\n  - TargetService:\n      Properties:\n        TaskDefinition: ${family}\n`,
      ),
    ).toEqual([]);
  });

  it('leaves out a port whose container is open, and the other way round', () => {
    const appspec = (info: string) =>
      `Resources:\n  - TargetService:\n      Properties:\n        LoadBalancerInfo: ${info}\n`;
    expect(uses('appspec.yaml', appspec('{ ContainerName: "<NAME>", ContainerPort: 80 }'))).toEqual([]);
    expect(uses('appspec.yaml', appspec('{ ContainerName: «web», ContainerPort: "<PORT>" }'))).toEqual([
      { kind: 'container', name: 'web' },
    ]);
  });

  it('is not read for servers and functions', () => {
    expect(
      uses('appspec.yml', 'version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: /var/www\n'),
    ).toEqual([]);
  });
});

describe('CodePipeline', () => {
  it('names containers', () => {
    expect(
      uses(
        'imagedefinitions.json',
        '[{ "name": "«web»", "imageUri": "nginx" }, { "name": "«db»", "imageUri": "postgres" }, { "name": "" }, 1]',
      ),
    ).toEqual([
      { kind: 'container', name: 'web' },
      { kind: 'container', name: 'db' },
    ]);
  });
});

describe('ecspresso', () => {
  it('names in a service containers with their ports, port names and volumes', () => {
    expect(
      uses(
        'ecs-service-def.json',
        `{
  "loadBalancers": [{ "containerName": "«web»", "containerPort": «80», "targetGroupArn": "{{ must_env \`TG\` }}" }],
  "serviceRegistries": [{ "containerName": "«api»", "containerPort": «8080» }],
  "serviceConnectConfiguration": { "services": [{ "portName": "«http»" }] },
  "volumeConfigurations": [{ "name": "«data»" }]
}`,
      ),
    ).toEqual([
      { kind: 'container', name: 'web' },
      { kind: 'containerPort', name: '80', container: 'web' },
      { kind: 'container', name: 'api' },
      { kind: 'containerPort', name: '8080', container: 'api' },
      { kind: 'port', name: 'http' },
      { kind: 'volume', name: 'data' },
    ]);
  });

  it('is read as a template, and as Jsonnet where that is JSON with comments', () => {
    expect(
      uses(
        'ecs-service-def.json',
        '{ "desiredCount": {{ env `N` `2` }}, "loadBalancers": [{ "containerName": "«web»" }] }',
      ),
    ).toEqual([{ kind: 'container', name: 'web' }]);
    expect(
      uses('ecs-service-def.jsonnet', '{ // front\n "loadBalancers": [{ "containerName": "«web»" }], }'),
    ).toEqual([{ kind: 'container', name: 'web' }]);
    expect(
      uses('ecs-service-def.jsonnet', "local n = 'web';\n{ loadBalancers: [{ containerName: n }] }"),
    ).toEqual([]);
  });

  it('says in its configuration which files go together', () => {
    const read = (text: string, name = 'ecspresso.yml') =>
      readOtherFile(text, 'ecspresso', `file:///p/${name}`);
    const yaml = 'region: eu-west-1\nservice_definition: service.json\ntask_definition: task.json\n';
    const pair = { kind: 'service', path: 'service.json', taskDefinition: 'task.json' };
    expect(read(yaml)).toMatchObject({ uses: [], pairs: [pair] });
    expect(
      read('{ "service_definition": "service.json", "task_definition": "task.json" }', 'ecspresso.json'),
    ).toMatchObject({ uses: [], pairs: [pair] });
  });

  it('leaves open in its configuration what is open there, and all of it where it cannot be read', () => {
    const pairs = (text: string) => readOtherFile(text, 'ecspresso', 'file:///p/ecspresso.yml').pairs;
    const open = { kind: 'service', path: undefined, taskDefinition: undefined };
    expect(pairs('service_definition: a.json\ntask_definition: "{{ must_env `TASK` }}"\n')).toEqual([
      { ...open, path: 'a.json' },
    ]);
    expect(pairs('service_definition: a.json\n{{ if .Debug }}\ntask_definition: b.json\n')).toEqual([open]);
    expect(pairs('region: eu-west-1\n')).toEqual([open]);
  });
});

describe('GitHub', () => {
  const workflow = (steps: string, top = '') => `name: Deploy
on:
  push:
    branches: [main]
${top}jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          container-name: none
${steps}`;
  const taskDefinition = 'deploy/task.json';

  it('names the task definition and the container in a step', () => {
    expect(
      uses(
        '.github/workflows/deploy.yml',
        workflow(`      - name: Render
        uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: deploy/task.json
          container-name: "«web»"
          image: \${{ steps.build.outputs.image }}
`),
      ),
    ).toEqual([{ kind: 'container', name: 'web', taskDefinition }]);
  });

  it('names them in the environment of the step, the job or the workflow', () => {
    const step = `      - uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: \${{ env.TASK }}
          container-name: \${{env.NAME}}
`;
    const env = (indent: string, name: string) =>
      `${indent}env:\n${indent}  NAME: ${name}\n${indent}  TASK: deploy/task.json\n`;
    expect(uses('.github/workflows/a.yml', workflow(step, env('', '«web»')))).toEqual([
      { kind: 'container', name: 'web', taskDefinition },
    ]);
    expect(
      uses('.github/workflows/a.yml', workflow(`${step}${env('        ', '«api»')}`, env('', 'web'))),
    ).toEqual([{ kind: 'container', name: 'api', taskDefinition }]);
    expect(uses('.github/workflows/a.yml', workflow(`${step}${step}`, env('', '«web»')))).toHaveLength(1);
  });

  it('hands a task definition on from step to step, to the AppSpec file too', () => {
    const text = workflow(`      - id: web
        uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: deploy/task.json
          container-name: «web»
      - id: both
        uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: \${{ steps.web.outputs.task-definition }}
          container-name: «db»
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: \${{ steps.both.outputs.task-definition }}
          codedeploy-appspec: deploy/appspec.yaml
`);
    expect(uses('.github/workflows/a.yml', text)).toEqual([
      { kind: 'container', name: 'web', taskDefinition },
      { kind: 'container', name: 'db', taskDefinition },
    ]);
    const { pairs } = readOtherFile(readMarks(text).text, 'workflow', 'file:///p/.github/workflows/a.yml');
    expect(pairs).toEqual([{ kind: 'appspec', path: 'deploy/appspec.yaml', taskDefinition }]);
  });

  it('leaves out a task definition that a script of the workflow writes', () => {
    const download = `      - run: |
          aws ecs describe-task-definition --task-definition shop > deploy/task.json
      - uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: deploy/task.json
          container-name: web
`;
    expect(uses('.github/workflows/a.yml', workflow(download))).toEqual([]);
  });

  it('names a family instead of a file', () => {
    expect(
      uses(
        '.github/workflows/a.yml',
        workflow(`      - uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition-family: «shop»
          container-name: web
`),
      ),
    ).toEqual([{ kind: 'family', name: 'shop' }]);
  });

  it.each([
    ['other actions', 'acme/render-task-definition@v1', 'deploy/task.json', 'web'],
    [
      'a task definition that a step makes',
      'aws-actions/amazon-ecs-render-task-definition@v1',
      '${{ steps.a.outputs.b }}',
      'web',
    ],
    [
      'a container of the matrix',
      'aws-actions/amazon-ecs-render-task-definition@v1',
      'deploy/task.json',
      '${{ matrix.name }}',
    ],
    [
      'an unknown variable',
      'aws-actions/amazon-ecs-render-task-definition@v1',
      'deploy/task.json',
      '${{ env.NAME }}',
    ],
  ])('leaves out %s', (_, action, task, container) => {
    const step = `      - uses: ${action}\n        with:\n          task-definition: ${task}\n          container-name: ${container}\n`;
    expect(uses('.github/workflows/a.yml', workflow(step))).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['appspec.yaml', 'Resources: ['],
    ['appspec.yaml', ''],
    ['appspec.yaml', 'just text'],
    ['appspec.json', '{ "Resources": [{ "TargetService": '],
    ['imagedefinitions.json', '{ "name": "web" }'],
    ['imagedefinitions.json', '['.repeat(5000)],
    ['ecs-service-def.json', '{ "loadBalancers": { "containerName": "web" } }'],
    ['.github/workflows/a.yml', 'jobs:\n  deploy:\n    steps: none\n'],
    ['.github/workflows/a.yml', 'jobs: [deploy]\n'],
    [
      'appspec.json',
      '{ "Resources": [{ "TargetService": { "Properties": { "TaskDefinition": "sh\\u006fp" } } }] }',
    ],
  ])('says nothing: %s %s', (name, text) => {
    expect(readOtherFile(text, kindOf(name), `file:///p/${name}`).uses).toEqual([]);
  });
});
