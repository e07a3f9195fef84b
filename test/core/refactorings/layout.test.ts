import { describe, expect, it } from 'vitest';
import { make, titlesAskedAt, titlesAt } from '../../support/refactorings';

const SORT = 'Sort keys in the order in which AWS documents them';

describe('sort keys', () => {
  it('has what is about the task before its containers, and its size after them', () => {
    const marked =
      '|{ "cpu": "256", "containerDefinitions": [], "networkMode": "awsvpc", "volumes": [], "family": "a", "taskRoleArn": "r" }';
    expect(make(marked, SORT).text).toBe(
      '{ "family": "a", "taskRoleArn": "r", "networkMode": "awsvpc", "containerDefinitions": [], "volumes": [], "cpu": "256" }',
    );
  });

  it('sorts the whole document, with comments, and leaves maps and unknown keys', () => {
    const marked = `|{
  // first of all
  "cpu": "256", // a quarter
  "x-team": "shop",
  /* the app */
  "containerDefinitions": [
    {
      "image": "app:1",
      "name": "app",
      "logConfiguration": {
        "options": { "b": "1", "a": "2" },
        "logDriver": "fluentd"
      }
    },
    { "image": "x", "name": "y" }
  ],

  "family": "shop",
  "$schema": "./task.json"
  // the end
}
`;
    expect(make(marked, SORT)).toMatchObject({
      kind: 'refactor.rewrite',
      text: `{
  "$schema": "./task.json",
  "family": "shop",
  /* the app */
  "containerDefinitions": [
    {
      "name": "app",
      "image": "app:1",
      "logConfiguration": {
        "logDriver": "fluentd",
        "options": { "b": "1", "a": "2" }
      }
    },
    { "name": "y", "image": "x" }
  ],

  // first of all
  "cpu": "256", // a quarter
  "x-team": "shop"
  // the end
}
`,
    });
  });

  it('sorts one object on its bracket, and lets a trailing comma be', () => {
    const marked =
      '[{ "image": "x", "name": "y", "portMappings": [|{ "hostPort": 1, "containerPort": 2, }] }]';
    expect(make(marked, SORT).text).toBe(
      '[{ "image": "x", "name": "y", "portMappings": [{ "containerPort": 2, "hostPort": 1, }] }]',
    );
  });

  it('keeps the order of two members with one key, of which the last one counts', () => {
    const marked = '|[{ "image": "x", "name": "a", "name": "b" }]';
    expect(make(marked, SORT).text).toBe('[{ "name": "a", "name": "b", "image": "x" }]');
  });

  it('keeps template marks, and leaves objects with blocks in them', () => {
    const marked = `|{
  "containerDefinitions": [{ "image": {{ .Image | toJson }}, "name": "a" }],
  "runtimePlatform": {
    "operatingSystemFamily": "LINUX",
    {{ if .Arm }}"x": 1,{{ end }}
    "cpuArchitecture": "ARM64"
  },
  "cpu": \${CPU},
  "family": "shop"
}`.replace('| toJson', '');
    expect(make(marked, SORT).text).toBe(`{
  "family": "shop",
  "containerDefinitions": [{ "name": "a", "image": {{ .Image  }} }],
  "cpu": \${CPU},
  "runtimePlatform": {
    "operatingSystemFamily": "LINUX",
    {{ if .Arm }}"x": 1,{{ end }}
    "cpuArchitecture": "ARM64"
  }
}`);
  });

  it('keeps line ends of Windows', () => {
    expect(make('|[{\r\n  "image": "x", // y\r\n  "name": "a"\r\n}]', SORT).text).toBe(
      '[{\r\n  "name": "a",\r\n  "image": "x" // y\r\n}]',
    );
  });

  it('sorts what describe-task-definition prints', () => {
    const marked =
      '{ "taskDefinition": |{ "revision": 3, "family": "a", "taskDefinitionArn": "b", "status": "ACTIVE", "containerDefinitions": [] } }';
    expect(make(marked, SORT).text).toBe(
      '{ "taskDefinition": { "family": "a", "containerDefinitions": [], "revision": 3, "taskDefinitionArn": "b", "status": "ACTIVE" } }',
    );
  });

  it.each([
    ['in order', '|[{ "name": "a", "image": "x" }]'],
    ['with a comment that would swallow the rest', '|[{ "image": "x", "name": "a" // y\n}]'],
    ['with a comment before a comma', '|[{ "image": "x"\n  // y\n  , "name": "a" }]'],
    ['not whole', '|[{ "image": "x", "name": "a" ]'],
    ['a key of a template', '|[{ "image": "x", {{ .Key }}: "y", "name": "a" }]'],
  ])('is not offered for what is %s', (_, marked) => expect(titlesAt(marked)).not.toContain(SORT));

  it('is offered on brackets only, and anywhere to whoever asks', () => {
    const marked = '[{ "image": |"x", "name": "a" }]';
    expect(titlesAt(marked)).not.toContain(SORT);
    expect(titlesAskedAt(marked)).toContain(SORT);
  });
});

describe('remove defaults', () => {
  const remove = (marked: string) => make(marked, 'Remove', true);

  it('removes values, empty lists, and objects that hold nothing else', () => {
    const marked = `|{
  "family": "shop",
  "networkMode": "awsvpc",
  "runtimePlatform": { "operatingSystemFamily": "LINUX" },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "app:1",
      "cpu": 0,
      "essential": true, // it is
      "memory": 256,
      "environment": [],
      "portMappings": [{ "containerPort": 80, "hostPort": 80, "protocol": "tcp" }],
      "linuxParameters": { "capabilities": { "add": [], "drop": [] }, "initProcessEnabled": false },
      "healthCheck": { "command": [], "interval": 30, "retries": 5 }
    }
  ],
  "volumes": [
    { "name": "a", "host": {} },
    { "name": "b", "dockerVolumeConfiguration": { "driver": "local" } },
    { "name": "c", "dockerVolumeConfiguration": { "driver": "local", "scope": "task" } }
  ]
}
`;
    expect(remove(marked)).toMatchObject({
      title: 'Remove 9 values that are defaults',
      kind: 'refactor.rewrite',
      text: `{
  "family": "shop",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "app:1",
      // it is
      "memory": 256,
      "portMappings": [{ "containerPort": 80 }],
      "healthCheck": { "command": [], "retries": 5 }
    }
  ],
  "volumes": [
    { "name": "a", "host": {} },
    { "name": "b", "dockerVolumeConfiguration": { "driver": "local" } },
    { "name": "c", "dockerVolumeConfiguration": { "scope": "task" } }
  ]
}
`,
    });
  });

  it('removes the stop timeout of Fargate', () => {
    const marked =
      '|{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "a", "image": "b", "stopTimeout": 30 }] }';
    expect(titlesAt(marked)).toContain('Remove a value that is the default: stopTimeout');
  });

  it.each([
    ['dynamic host port', 'bridge', '"hostPort": 0', 'Remove a value that is the default: hostPort'],
    ['port of its own', 'bridge', '"hostPort": 80', undefined],
    ['port of the container', 'host', '"hostPort": 80', 'Remove a value that is the default: hostPort'],
    ['port that a template fills in', 'awsvpc', '"hostPort": ${PORT}', undefined],
  ])('knows a %s in mode %s', (_, mode, port, expected) => {
    const marked = `|{ "networkMode": "${mode}", "containerDefinitions": [{ "name": "a", "image": "b", "portMappings": [{ "containerPort": 80, ${port} }] }] }`;
    expect(titlesAt(marked).find((title) => title.startsWith('Remove'))).toBe(expected);
  });

  it.each([
    [
      'cpu for Windows, where it is a limit',
      '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [|{ "name": "a", "image": "b", "cpu": 0 }] }',
    ],
    [
      'a stop timeout where instances may have another default',
      '|{ "requiresCompatibilities": ["FARGATE", "EC2"], "containerDefinitions": [{ "name": "a", "image": "b", "stopTimeout": 30 }] }',
    ],
    [
      'other values',
      '{ "containerDefinitions": [|{ "name": "a", "image": "b", "cpu": 128, "essential": false, "user": "" }] }',
    ],
    [
      'what a template fills in',
      '{ "containerDefinitions": [|{ "name": "a", "image": "b", "essential": ${ESSENTIAL} }] }',
    ],
    ['required members', '|{ "family": "a", "containerDefinitions": [] }'],
    [
      'the first of two members with one key',
      '[|{ "name": "a", "image": "b", "essential": true, "essential": false }]',
    ],
  ])('leaves %s', (_, marked) =>
    expect(titlesAskedAt(marked)).not.toContainEqual(expect.stringContaining('Remove')),
  );

  it('is offered on such a value, and on the brackets of the whole', () => {
    const text = '[{ "name": "a", "image": "b", "essential": true }]';
    expect(titlesAt(text.replace('true', '|true'))).toEqual([
      'Remove a value that is the default: essential',
    ]);
    expect(titlesAt(`${text}|`)).toEqual(['Remove a value that is the default: essential']);
    expect(titlesAt(text.replace('"b"', '|"b"'))).not.toContainEqual(expect.stringContaining('Remove'));
  });
});
