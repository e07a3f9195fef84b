import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type Location,
  type Position,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { PULL, PUSH, startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';

const ROOT = 'file:///project';
const TASK = `${ROOT}/deploy/task-definition.json`;
const APPSPEC = `${ROOT}/deploy/appspec.yaml`;
const IMAGES = `${ROOT}/deploy/imagedefinitions.json`;
const WORKFLOW = `${ROOT}/.github/workflows/deploy.yml`;
const SERVICE = `${ROOT}/deploy/ecs-service-def.json`;

const task = (family = 'shop', name = 'web', port = 80): string => `{
  "family": "${family}",
  "containerDefinitions": [
    { "name": "${name}", "image": "nginx:1.27", "memory": 512, "portMappings": [{ "containerPort": ${port} }] }
  ]
}
`;
const NAME: Position = { line: 3, character: 16 };
const FAMILY: Position = { line: 1, character: 14 };

const appspec = places(`version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: arn:aws:ecs:eu-west-1:111122223333:task-definition/«shop»:1
        LoadBalancerInfo:
          ContainerName: «web»
          ContainerPort: «80»
`);
const [familyPlace, containerPlace, portPlace] = appspec.ranges;

const workflow = places(`jobs:
  deploy:
    steps:
      - uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: deploy/task-definition.json
          container-name: «web»
`);
const [stepPlace] = workflow.ranges;

const SERVICE_TEXT = '{ "loadBalancers": [{ "containerName": "web" }] }';

const images = places('[{ "name": "«web»", "imageUri": "nginx" }]');
const [imagePlace] = images.ranges;

async function start(
  disk: Record<string, string>,
  capabilities: ClientCapabilities = PULL,
  initializationOptions?: unknown,
): Promise<TestClient> {
  return startClient({ capabilities, disk, initializationOptions }, ROOT);
}

async function open(client: TestClient, text = task(), uri = TASK): Promise<void> {
  await client.open(uri, text);
  if (client.options.capabilities?.textDocument?.diagnostic) await client.pull(uri);
  else await client.publication(uri);
}

const references = (client: TestClient, position = NAME, includeDeclaration = false): Promise<Location[]> =>
  client.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: TASK },
    position,
    context: { includeDeclaration },
  }) as Promise<Location[]>;

const rename = (client: TestClient, newName: string, position = NAME): Promise<WorkspaceEdit | null> =>
  client.connection.sendRequest(RenameRequest.type, { textDocument: { uri: TASK }, position, newName });

/** The answer comes when all comparing is done. */
const settled = references;

/** What the client shows for a file now. */
const shown = (client: TestClient, uri: string) =>
  client.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];

describe('what does not fit', () => {
  it('is reported in the file, whether the client pulls or not', async () => {
    for (const capabilities of [PULL, PUSH]) {
      const client = await start({ [APPSPEC]: appspec.text, [IMAGES]: images.text }, capabilities);
      await open(client, task('store', 'api', 8080));
      await settled(client);
      const from = { severity: 2, source: 'ecs-taskdef' };
      expect(shown(client, APPSPEC)).toMatchObject([
        {
          ...from,
          code: 'reference/other-family',
          range: familyPlace,
          message: 'task-definition.json is of the family "store", not "shop".',
        },
        {
          ...from,
          code: 'reference/unknown-container',
          range: containerPlace,
          message: 'task-definition.json has no container called "web". It has "api".',
          codeDescription: { href: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//) },
        },
      ]);
      expect(shown(client, IMAGES)).toMatchObject([
        { code: 'reference/unknown-container', range: imagePlace },
      ]);
    }
  });

  it('goes away when the task definition is put right, and stays while that is half typed', async () => {
    const client = await start({ [APPSPEC]: appspec.text });
    await open(client, task('shop', 'web', 8080));
    expect((await client.publication(APPSPEC)).diagnostics).toMatchObject([
      { code: 'reference/unknown-port', range: portPlace },
    ]);
    await client.change(TASK, [{ text: task('shop', 'web', 80).slice(0, -4) }]);
    await client.pull(TASK);
    await settled(client);
    expect(shown(client, APPSPEC)).toHaveLength(1);
    await client.change(TASK, [{ text: task('shop', 'web', 80) }]);
    await client.pull(TASK);
    await settled(client);
    expect(shown(client, APPSPEC)).toEqual([]);
    expect(client.published.filter(({ uri }) => uri === APPSPEC)).toHaveLength(2);
  });

  it('goes away when the file is put right, and comes back when a new one is wrong', async () => {
    const disk: Record<string, string> = { [APPSPEC]: appspec.text };
    const client = await start(disk);
    await open(client, task('shop', 'api'));
    expect((await client.publication(APPSPEC)).diagnostics).toHaveLength(1);
    disk[APPSPEC] = appspec.text.replace(': web', ': api');
    disk[IMAGES] = images.text;
    await client.fileChanged(APPSPEC);
    await client.fileChanged(IMAGES);
    await settled(client);
    expect(shown(client, APPSPEC)).toEqual([]);
    expect(shown(client, IMAGES)).toHaveLength(1);
    delete disk[IMAGES];
    await client.fileChanged(IMAGES);
    await settled(client);
    expect(shown(client, IMAGES)).toEqual([]);
  });

  it('is looked for again when the editor shuts a task definition that was not saved', async () => {
    const client = await start({ [APPSPEC]: appspec.text, [TASK]: task() });
    await open(client, task('shop', 'api'));
    expect((await client.publication(APPSPEC)).diagnostics).toHaveLength(1);
    await client.close(TASK);
    expect((await client.publication(APPSPEC, 2)).diagnostics).toEqual([]);
  });

  it('is known by the path that a workflow names', async () => {
    const client = await start({
      [WORKFLOW]: workflow.text,
      [`${ROOT}/deploy/other-task-definition.json`]: task(),
    });
    await open(client, task('shop', 'api'));
    await settled(client);
    expect(shown(client, WORKFLOW)).toMatchObject([
      { code: 'reference/unknown-container', range: stepPlace },
    ]);
  });

  it('is known by the folder', async () => {
    const client = await start({ [SERVICE]: SERVICE_TEXT });
    await open(client, task('shop', 'api'));
    await settled(client);
    expect(shown(client, SERVICE)).toMatchObject([{ code: 'reference/unknown-container' }]);
  });

  it('is known by the paths that ecspresso names', async () => {
    const service = places('{ "loadBalancers": [{ "containerName": "«web»" }] }');
    for (const config of ['ecspresso.yml', 'ecspresso.staging.yaml']) {
      const client = await start({
        [`${ROOT}/deploy/${config}`]:
          'service_definition: my-service.json\ntask_definition: ./task-definition.json\n',
        [`${ROOT}/deploy/my-service.json`]: service.text,
        [`${ROOT}/deploy/other-task-definition.json`]: task(),
      });
      await open(client, task('shop', 'api'));
      await settled(client);
      expect(shown(client, `${ROOT}/deploy/my-service.json`)).toMatchObject([{ range: service.ranges[0] }]);
    }
  });

  it('is known by the AppSpec file that a workflow deploys with a task definition', async () => {
    const client = await start({
      [`${ROOT}/appspec.yaml`]: appspec.text,
      [WORKFLOW]: `jobs:
  deploy:
    steps:
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: deploy/task-definition.json
          codedeploy-appspec: appspec.yaml
`,
    });
    await open(client, task('shop', 'web', 8080));
    await settled(client);
    expect(shown(client, `${ROOT}/appspec.yaml`)).toMatchObject([
      { code: 'reference/unknown-port', range: portPlace },
    ]);
  });

  it('is judged by files on the disk too', async () => {
    const other = `${ROOT}/jobs/task-definition.json`;
    const client = await start({ [APPSPEC]: appspec.text, [TASK]: task('shop', 'api') });
    await open(client, task(), other);
    expect((await client.publication(APPSPEC)).diagnostics).toHaveLength(1);
  });

  it.each([
    ['two task definitions lie beside it', { [`${ROOT}/deploy/worker.json`]: task('worker', 'worker') }],
    ['one in YAML lies beside it', { [`${ROOT}/deploy/taskdef.yaml`]: 'family: shop\n' }],
    ['the workflow names another one', { [WORKFLOW]: workflow.text.replace('deploy/task', 'task') }],
    [
      'ecspresso’s configuration leaves open which one',
      { [SERVICE]: SERVICE_TEXT, [`${ROOT}/deploy/ecspresso.yml`]: 'service_definition: "{{ .S }}"\n' },
    ],
    [
      'ecspresso’s configuration is Jsonnet',
      { [SERVICE]: SERVICE_TEXT, [`${ROOT}/deploy/ecspresso.jsonnet`]: '{ task_definition: "a" + "b" }' },
    ],
    [
      'a workflow deploys the AppSpec file with another one',
      {
        [APPSPEC]: appspec.text,
        [WORKFLOW]: `jobs:
  deploy:
    steps:
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: elsewhere.json
          codedeploy-appspec: deploy/appspec.yaml
`,
      },
    ],
    [
      'the workflow names one out of the project',
      { [WORKFLOW]: workflow.text.replace('deploy/', '../deploy/') },
    ],
  ])('is not known where %s', async (_, more: Record<string, string>) => {
    const beside = WORKFLOW in more || SERVICE in more ? {} : { [APPSPEC]: appspec.text };
    const client = await start({ ...beside, ...more });
    await open(client, task('shop', 'api', 8080));
    await settled(client);
    expect(client.published).toEqual([]);
    expect(client.log).toEqual([]);
  });

  it('is not looked for outside of the project, nor without one', async () => {
    const disk = { 'file:///elsewhere/appspec.yaml': appspec.text };
    for (const root of [ROOT, null]) {
      const client = await startClient({ capabilities: PULL, disk }, root);
      await open(client, task('shop', 'api'), 'file:///elsewhere/task-definition.json');
      await settled(client);
      expect(client.published).toEqual([]);
    }
  });

  it('is as loud as the settings have it', async () => {
    const disk = {
      [APPSPEC]: appspec.text,
      [IMAGES]: images.text,
      [`${ROOT}/.ecs-taskdef.json`]: '{ "rules": { "reference/unknown-container": "off" } }',
    };
    const settings = { rules: { 'reference/unknown-port': 'error' } };
    const client = await start(disk, PULL, { settings });
    await open(client, task('shop', 'api', 8080));
    await settled(client);
    expect(client.published).toEqual([]);
    await client.change(TASK, [{ text: task('shop', 'web', 8080) }]);
    await client.pull(TASK);
    expect((await client.publication(APPSPEC)).diagnostics).toMatchObject([
      { code: 'reference/unknown-port', severity: 1 },
    ]);
  });

  it('is found among the files of the client, in workspaces that are not on the disk', async () => {
    const client = await startClient(
      { capabilities: PULL, files: { [APPSPEC]: appspec.text }, initializationOptions: { files: true } },
      ROOT,
    );
    await open(client, task('shop', 'api'));
    expect((await client.publication(APPSPEC)).diagnostics).toHaveLength(1);
  });

  it('is watched from the first task definition on, where the client watches files', async () => {
    const capabilities = { ...PULL, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await start({}, capabilities);
    const globs = () =>
      client.registrations.flatMap(({ registerOptions }) =>
        (registerOptions.watchers as { globPattern: string }[]).map(({ globPattern }) => globPattern),
      );
    await client.pull(TASK);
    expect(globs()).toEqual(['**/.ecs-taskdef.json']);
    await open(client);
    await client.until(() => client.registrations.length === 2);
    expect(globs().slice(1)).toEqual([
      '**/{appspec.yaml,appspec.yml,appspec.json,imagedefinitions.json,ecspresso.yaml,ecspresso.yml,ecspresso.json,ecspresso.jsonnet,ecs-service-def.json,ecs-service-def.jsonnet}',
      '**/ecspresso.*.{yaml,yml}',
      '**/.github/workflows/*.{yaml,yml}',
      '**/*[dD]ef*.{json,jsonc}',
    ]);
  });

  it('is read in workflows of the project only, whatever else changes', async () => {
    const wrong = workflow.text.replace('web', 'api');
    const disk: Record<string, string> = {};
    const nested = `${ROOT}/node_modules/a/.github/workflows/b.yml`;
    const client = await start(disk);
    await open(client);
    await settled(client);
    disk[WORKFLOW] = wrong;
    disk[nested] = wrong;
    disk[`${ROOT}/node_modules/a/deploy/task-definition.json`] = task();
    for (const uri of [nested, WORKFLOW]) await client.fileChanged(uri);
    await client.publication(WORKFLOW);
    expect(client.published.map(({ uri }) => uri)).toEqual([WORKFLOW]);
  });

  it('is reported as the document’s own where the client opens the file with this server', async () => {
    const client = await start({ [IMAGES]: images.text, [TASK]: task('shop', 'api') });
    await open(client, task('shop', 'api'));
    await client.publication(IMAGES);
    await client.open(IMAGES, images.text);
    expect((await client.publication(IMAGES, 2)).diagnostics, 'not twice').toEqual([]);
    expect(await client.pull(IMAGES)).toMatchObject([
      { code: 'reference/unknown-container', range: imagePlace },
    ]);
    await client.change(IMAGES, [{ text: images.text.replace('web', 'api') }]);
    await client.pull(IMAGES);
    await settled(client);
    expect(await client.pull(IMAGES)).toEqual([]);
    await client.close(IMAGES);
    expect((await client.publication(IMAGES, 3)).diagnostics, 'the file is still as it was').toHaveLength(1);
  });

  it('is sent with the document’s own problems to clients that wait for them', async () => {
    const client = await start({ [IMAGES]: images.text }, PUSH);
    await open(client, task('shop', 'api'));
    await client.publication(IMAGES);
    await client.open(IMAGES, images.text);
    await client.until(() => client.published.some(({ uri, version }) => uri === IMAGES && version === 1));
    expect(shown(client, IMAGES)).toHaveLength(1);
  });
});

describe('references', () => {
  const disk = { [APPSPEC]: appspec.text, [IMAGES]: images.text, [WORKFLOW]: workflow.text };

  it('are found in other files', async () => {
    const client = await start(disk);
    await open(client);
    expect(await references(client)).toEqual([
      { uri: APPSPEC, range: containerPlace },
      { uri: IMAGES, range: imagePlace },
      { uri: WORKFLOW, range: stepPlace },
    ]);
    expect(await references(client, FAMILY)).toEqual([{ uri: APPSPEC, range: familyPlace }]);
  });

  it('of a port of a container are found by its number', async () => {
    const other = '{ "loadBalancers": [{ "containerName": "api", "containerPort": 80 }] }';
    const client = await start({ ...disk, [SERVICE]: other });
    await open(client);
    const at = task().split('\n')[3]?.indexOf('80') ?? 0;
    const port = { start: { line: 3, character: at }, end: { line: 3, character: at + 2 } };
    expect(await references(client, port.start)).toEqual([{ uri: APPSPEC, range: portPlace }]);
    expect(await references(client, port.end, true)).toEqual([
      { uri: TASK, range: port },
      { uri: APPSPEC, range: portPlace },
    ]);
    expect(await references(client, { line: 3, character: at - 1 })).toEqual([]);
  });

  it('are found in the file as it is now', async () => {
    const changing: Record<string, string> = { ...disk };
    const client = await start(changing);
    await open(client);
    changing[IMAGES] = `\n${images.text}`;
    const { start: before, end } = imagePlace ?? { start: NAME, end: NAME };
    expect((await references(client)).find(({ uri }) => uri === IMAGES)?.range).toEqual({
      start: { ...before, line: before.line + 1 },
      end: { ...end, line: end.line + 1 },
    });
  });

  it('are found by name where a workflow names the family', async () => {
    const step = workflow.text.replace(
      'task-definition: deploy/task-definition.json',
      'task-definition-family: shop',
    );
    const client = await start({ [WORKFLOW]: step });
    await open(client);
    expect((await references(client, FAMILY)).map(({ uri }) => uri)).toEqual([WORKFLOW]);
  });
});

describe('renaming', () => {
  const disk = { [APPSPEC]: appspec.text, [WORKFLOW]: workflow.text };
  const edits = (range: unknown, newText: string, annotationId?: string) => [
    { range, newText, ...(annotationId && { annotationId }) },
  ];
  const own = { start: NAME, end: { line: 3, character: 17 } };
  const name = { start: { line: 3, character: 15 }, end: { line: 3, character: 18 } };

  it('has changes of other files confirmed, where the client can ask', async () => {
    const client = await start(disk, {
      ...PULL,
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    });
    await open(client);
    expect(own.start.character).toBe(name.start.character + 1);
    expect(await rename(client, 'api')).toEqual({
      documentChanges: [
        { textDocument: { uri: TASK, version: 1 }, edits: edits(name, 'api') },
        { textDocument: { uri: APPSPEC, version: null }, edits: edits(containerPlace, 'api', 'otherFiles') },
        { textDocument: { uri: WORKFLOW, version: null }, edits: edits(stepPlace, 'api', 'otherFiles') },
      ],
      changeAnnotations: {
        otherFiles: {
          label: 'Files that name it',
          description: 'They know the container as "web"',
          needsConfirmation: true,
        },
      },
    });
  });

  it('changes other files as well where the client cannot ask', async () => {
    const versioned = await start(disk, { ...PULL, workspace: { workspaceEdit: { documentChanges: true } } });
    await open(versioned);
    expect(await rename(versioned, 'api')).toEqual({
      documentChanges: [
        { textDocument: { uri: TASK, version: 1 }, edits: edits(name, 'api') },
        { textDocument: { uri: APPSPEC, version: null }, edits: edits(containerPlace, 'api') },
        { textDocument: { uri: WORKFLOW, version: null }, edits: edits(stepPlace, 'api') },
      ],
    });
    const plain = await start(disk);
    await open(plain);
    expect(await rename(plain, 'api')).toEqual({
      changes: {
        [TASK]: edits(name, 'api'),
        [APPSPEC]: edits(containerPlace, 'api'),
        [WORKFLOW]: edits(stepPlace, 'api'),
      },
    });
  });

  it('leaves alone what may mean another task definition, unless somebody is asked', async () => {
    const two = { ...disk, [`${ROOT}/deploy/worker.json`]: task('worker', 'web') };
    const plain = await start(two);
    await open(plain);
    expect(Object.keys((await rename(plain, 'api'))?.changes ?? {})).toEqual([TASK, WORKFLOW]);
    const asking = await start(two, {
      ...PULL,
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    });
    await open(asking);
    expect((await rename(asking, 'api'))?.documentChanges).toHaveLength(3);
  });

  it('changes a service’s names of ports and volumes', async () => {
    const text = `{
  "family": "shop",
  "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "name": "http" }] }]
}`;
    const service = places('{ "serviceConnectConfiguration": { "services": [{ "portName": "«http»" }] } }');
    const client = await start({ [SERVICE]: service.text });
    await open(client, text);
    const edit = await rename(client, 'api', { line: 2, character: 95 });
    expect(edit?.changes?.[SERVICE]).toEqual(edits(service.ranges[0], 'api'));
  });

  it('keeps to the document with a placeholder, and with one of two that share a name', async () => {
    const two = task().replace('  ]\n}', '  ,{ "name": "web", "image": "${TAG}" }]\n}');
    const client = await start({ [IMAGES]: images.text });
    await open(client, two);
    expect(Object.keys((await rename(client, 'api'))?.changes ?? {})).toEqual([TASK]);
  });
});
