import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import { inlayHints } from '../../../server/src/core/features/inlayHints';
import { DEFAULT_SETTINGS, type InlayHintKind, type Settings } from '../../../server/src/core/settings';

const NONE = { sizes: false, remaining: false, defaults: false, stopTimeouts: false, startOrder: false };

/** Takes the hints, written between ‹ and ›, out of a text. */
const without = (shown: string): string => shown.replace(/‹[^›]*›/g, '');

/** The text with its hints where they stand. */
function show(text: string, kinds: readonly InlayHintKind[], settings: Partial<Settings> = {}): string {
  const wanted = { ...NONE, ...Object.fromEntries(kinds.map((kind) => [kind, true])) };
  const analysis = new Analysis(text, 'file:///task-definition.json', true);
  const hints = inlayHints(
    analysis,
    { ...DEFAULT_SETTINGS, ...settings, inlayHints: wanted },
    { start: 0, end: text.length },
  );
  const offsets = [0, ...hints.map(({ offset }) => offset)];
  const pieces = offsets.map((offset, i) => text.slice(offset, offsets[i + 1]));
  return pieces.map((piece, i) => (i > 0 ? `‹${hints[i - 1]?.label}›` : '') + piece).join('');
}

/** Hints of these kinds, exactly where they are written. */
function expectHints(shown: string, kinds: readonly InlayHintKind[], settings?: Partial<Settings>): void {
  expect(show(without(shown), kinds, settings)).toBe(shown);
}

describe('sizes', () => {
  it('are read out in larger units', () => {
    expectHints(
      `{ "cpu": "512"‹0.5 vCPU›, "memory": "1024"‹1 GiB›, "containerDefinitions": [
        { "cpu": 128‹0.125 vCPU›, "memory": 1536‹1.5 GiB›, "memoryReservation": 512‹0.5 GiB›, "linuxParameters": {
          "sharedMemorySize": 2048‹2 GiB›, "maxSwap": 1000‹about 0.98 GiB›, "tmpfs": [{ "size": 4096‹4 GiB› }] } }] }`,
      ['sizes'],
    );
  });

  it.each([
    [
      'stand in those already',
      '{ "cpu": "1 vCPU", "memory": "2GB", "containerDefinitions": [{ "image": "a" }] }',
    ],
    ['are small or odd', '{ "cpu": "500", "containerDefinitions": [{ "memory": 256, "cpu": 10 }] }'],
    ['are 0', '{ "cpu": "0", "containerDefinitions": [{ "memory": 0, "cpu": 0 }] }'],
    [
      'are open',
      '{ "cpu": "${CPU}", "memory": ${MEMORY}, "containerDefinitions": [{ "memory": {{ .Memory }} }] }',
    ],
    [
      'are no numbers that AWS takes',
      '{ "memory": 1024, "containerDefinitions": [{ "memory": 1024.0, "cpu": "512" }] }',
    ],
    [
      'belong to something else',
      '{ "containerDefinitions": [{ "environment": [{ "memory": 1024 }] }], "x": { "cpu": "512" } }',
    ],
  ])('that %s get none', (_, text) => expectHints(text, ['sizes']));

  it('are read in templates with blocks too', () => {
    expectHints(
      '{ "memory": "1024"‹1 GiB›, {{ if .Debug }} "family": "a", {{ end }} "containerDefinitions": [{ "memory": 1024‹1 GiB› }] }',
      ['sizes'],
    );
  });
});

describe('what remains', () => {
  const task = (cpu: string, memory: string, containers: string) =>
    `{ "cpu": "512"${cpu}, "memory": "1024"${memory}, "containerDefinitions": [${containers}] }`;

  it.each([
    ['‹256 CPU units left›', '‹512 MiB left›', '{ "name": "a", "cpu": 256, "memory": 512 }'],
    ['‹none left›', '‹none left›', '{ "cpu": 256, "memory": 512 }, { "cpu": 256, "memory": 512 }'],
    [
      '‹256 CPU units left for b›',
      '‹none left for a›',
      '{ "name": "a", "cpu": 256 }, { "name": "b", "memory": 1024 }',
    ],
    [
      '‹412 CPU units left for b and #3›',
      '‹824 MiB left for b and #3›',
      '{ "name": "a", "cpu": 100, "memory": 200 }, { "name": "b" }, { "image": "c" }',
    ],
    [
      '‹412 CPU units left for 3 containers›',
      '‹824 MiB left for 3 containers›',
      '{ "cpu": 100, "memory": 200 }, { "name": "b" }, { "name": "c" }, { "name": "d", "cpu": 0 }',
    ],
    ['', '‹896 MiB left›', '{ "memoryReservation": 128, "memory": 512 }'],
  ])('%s %s: %s', (cpu, memory, containers) => expectHints(task(cpu, memory, containers), ['remaining']));

  it.each([
    ['no container asks for anything', task('', '', '{ "name": "a" }')],
    ['there is more than the task has', task('', '', '{ "cpu": 1024, "memory": 2048 }')],
    ['there are no containers', task('', '', '')],
    ['a container is open', task('', '', '{ "cpu": 256, "memory": 512 }, ${SIDECAR}')],
    ['a container is being typed', task('', '', '{ "cpu": 256, "memory": 512 }, {}')],
    [
      'what a container asks for is open',
      task('', '', '{ "cpu": 256, "memory": 512 }, { "cpu": "${CPU}", "memory": {{ .M }} }'),
    ],
    ['what it reserves is open', task('', '', '{ "memory": 512, "memoryReservation": ${RESERVED} }')],
    [
      'a block may bring a container',
      task('', '', '{ "cpu": 256, "memory": 512 } {{ if .Debug }}, { "cpu": 128 } {{ end }}'),
    ],
    [
      'the task is open',
      '{ "cpu": "${CPU}", "memory": "${MEMORY}", "containerDefinitions": [{ "cpu": 256, "memory": 512 }] }',
    ],
    ['there is no task', '[{ "name": "a", "cpu": 256, "memory": 512 }]'],
  ])('is not said where %s', (_, text) => expectHints(text, ['remaining']));

  it('stands behind the larger unit', () => {
    const container = '{ "name": "a", "cpu": 256‹0.25 vCPU›, "memory": 200 }';
    expectHints(task('‹0.5 vCPU · 256 CPU units left›', '‹1 GiB · 824 MiB left›', container), [
      'sizes',
      'remaining',
    ]);
  });
});

describe('defaults', () => {
  it('of essential stand behind the names of several containers', () => {
    expectHints(
      `{ "networkMode": "awsvpc", "containerDefinitions": [
        { "name": "a"‹essential: true› }, { "name": "b", "essential": false }, {‹essential: true› "image": "c" }] }`,
      ['defaults'],
    );
    expectHints('[{ "name": "a"‹essential: true› }, { "name": "b"‹essential: true› }]', ['defaults']);
    expectHints('[{ "name": "a" }]', ['defaults']);
  });

  it('of the network mode stand where the task opens', () => {
    const port = (hint: string) =>
      `"containerDefinitions": [{ "portMappings": [{ "containerPort": 80${hint} }] }] }`;
    const bridge = port('‹dynamic host port›');
    expectHints(`{‹networkMode: bridge› ${bridge}`, ['defaults']);
    expectHints(`{‹networkMode: bridge› "requiresCompatibilities": ["EC2"], ${bridge}`, ['defaults']);
    expectHints(`{‹networkMode: bridge› "requiresCompatibilities": ["EXTERNAL"], ${bridge}`, ['defaults']);
    expectHints(`{ "networkMode": "bridge", ${bridge}`, ['defaults']);
    expectHints(`{ "taskDefinition": {‹networkMode: bridge› ${bridge} }`, ['defaults']);
    for (const open of [
      '{ "networkMode": "awsvpc",',
      '{ "networkMode": "host",',
      '{ "networkMode": "${MODE}",',
      '{ "networkmode": "awsvpc",',
      '{ "requiresCompatibilities": ["FARGATE"],',
      '{ "requiresCompatibilities": ["EC2", "FARGATE"],',
      '{ "requiresCompatibilities": ["MANAGED_INSTANCES"],',
      '{ "requiresCompatibilities": ["${TYPE}"],',
      '{ {{ if .Mode }} "networkMode": "awsvpc", {{ end }}',
      '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },',
    ])
      expectHints(`${open} ${port('')}`, ['defaults']);
  });

  it('follow the launch type that is assumed', () => {
    const text = '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80 }] }] }';
    expectHints(text, ['defaults'], { assumeLaunchType: 'FARGATE' });
    expect(show(text, ['defaults'], { assumeLaunchType: 'EC2' })).toContain('networkMode: bridge');
  });

  it('of host ports are told from ports that are written, open or missing', () => {
    expectHints(
      `{ "networkMode": "bridge", "containerDefinitions": [{ "portMappings": [
        { "containerPort": 80‹dynamic host port› }, { "containerPort": 81, "hostPort": 0‹dynamic host port› },
        { "containerPort": 82, "hostPort": 8082 }, { "containerPort": 83, "hostPort": "\${PORT}" },
        { "containerPort": "\${PORT}" }, { "containerPortRange": "90-99" }, {} ] }] }`,
      ['defaults'],
    );
  });

  it('of the stop timeout are another kind', () => {
    const text = '[{ "name": "a"‹stopTimeout: 30 s› }, { "name": "b", "stopTimeout": 60 }]';
    expectHints(text, ['stopTimeouts']);
    expectHints(
      '[{ "name": "a"‹essential: true · stopTimeout: 30 s›, "x": 1 }, { "name": "b"‹essential: true›, "stopTimeout": 2 }]',
      ['defaults', 'stopTimeouts'],
    );
  });
});

describe('the order of starting', () => {
  const waiting = (...names: string[]) =>
    `"dependsOn": [${names.map((name) => `{ "containerName": "${name}", "condition": "START" }`).join(', ')}]`;

  it('is counted along the dependencies', () => {
    expectHints(
      `[{ "name": "web"‹starts 3rd›, ${waiting('api', 'db')} }, { "name": "api"‹starts 2nd›, ${waiting('db')} },
        { "name": "db"‹starts 1st› }, { "name": "logs"‹starts 1st› }, { "name": "end"‹starts 4th›, ${waiting('db', 'web')} }]`,
      ['startOrder'],
    );
  });

  it('goes beyond the teens', () => {
    const names = Array.from({ length: 22 }, (_, i) => `c${i}`);
    const chain = names.map((name, i) => `{ "name": "${name}"${i > 0 ? `, ${waiting(`c${i - 1}`)}` : ''} }`);
    const shown = show(`[${chain.join()}]`, ['startOrder']);
    expect(shown).toContain('"c10"‹starts 11th›');
    expect(shown).toContain('"c11"‹starts 12th›');
    expect(shown).toContain('"c20"‹starts 21st›');
    expect(shown).toContain('"c21"‹starts 22nd›');
  });

  it.each([
    ['no container waits', '[{ "name": "a" }, { "name": "b", "dependsOn": [] }]'],
    [
      'they wait in a circle',
      `[{ "name": "a", ${waiting('b')} }, { "name": "b", ${waiting('a')} }, { "name": "c" }]`,
    ],
    ['one waits for itself', `[{ "name": "a", ${waiting('a')} }]`],
    ['a container is not there', `[{ "name": "a", ${waiting('b')} }, { "name": "c", ${waiting('a')} }]`],
    ['a name is open', `[{ "name": "a", ${waiting('${NAME}')} }, { "name": "\${NAME}" }]`],
    [
      'the dependencies are open',
      `[{ "name": "a", ${waiting('b')} }, { "name": "b", "dependsOn": \${LIST} }]`,
    ],
    [
      'a dependency is being typed',
      `[{ "name": "a", ${waiting('b')} }, { "name": "b", "dependsOn": [{ "containerName": }] }]`,
    ],
  ])('is not said where %s', (_, text) => expectHints(text, ['startOrder']));

  it('does not run out of stack, nor of time', () => {
    const chain = Array.from(
      { length: 5000 },
      (_, i) => `{ "name": "c${i}"${i > 0 ? `, ${waiting(`c${i - 1}`)}` : ''} }`,
    );
    expect(show(`[${chain.join()}]`, ['startOrder'])).toContain('"c4999"‹starts 5000th›');
  });
});

describe('hints', () => {
  const text =
    '{ "cpu": "512", "memory": "1024", "containerDefinitions": [{ "name": "a" }, { "name": "b" }] }';
  const hintsIn = (
    start: number,
    end: number,
    inlayHints_: Settings['inlayHints'] = DEFAULT_SETTINGS.inlayHints,
  ) =>
    inlayHints(
      new Analysis(text, 'task-definition.json'),
      { ...DEFAULT_SETTINGS, inlayHints: inlayHints_ },
      { start, end },
    );

  it('are those of the part that is asked for', () => {
    const all = hintsIn(0, text.length).map(({ offset }) => offset);
    const at = (piece: string) => text.indexOf(piece) + piece.length;
    expect(all).toEqual([1, at('"512"'), at('"1024"'), at('"a"'), at('"b"')]);
    expect(hintsIn(2, at('"1024"')).map(({ label }) => label)).toEqual(['0.5 vCPU', '1 GiB']);
    expect(hintsIn(2, at('"512"') - 1)).toEqual([]);
  });

  it('explain themselves', () => {
    expect(hintsIn(1, 1)).toEqual([
      {
        offset: 1,
        label: 'networkMode: bridge',
        tooltip:
          'The default on Linux instances: containers have a network of their own, with ports of the host.',
      },
    ]);
    const dependent = new Analysis(
      '[{ "name": "a", "dependsOn": [{ "containerName": "b", "condition": "HEALTHY" }] }, { "name": "b" }]',
      'container-definitions.json',
    );
    expect(
      inlayHints(dependent, DEFAULT_SETTINGS, { start: 0, end: 99 }).map(({ label, tooltip }) => [
        label,
        tooltip,
      ]),
    ).toEqual([
      [
        'essential: true · starts 2nd',
        'The default: when this container stops, the whole task stops. It waits for b (HEALTHY).',
      ],
      [
        'essential: true · starts 1st',
        'The default: when this container stops, the whole task stops. It waits for no other container.',
      ],
    ]);
  });

  it('can all be switched off', () => {
    expect(hintsIn(0, text.length, NONE)).toEqual([]);
    expect(hintsIn(0, text.length, {})).toEqual([]);
  });

  it('are none in other documents', () => {
    const { inlayHints: none } = DEFAULT_SETTINGS;
    const other = new Analysis('{ "name": "x", "cpu": "512" }', 'package.json');
    expect(inlayHints(other, { ...DEFAULT_SETTINGS, inlayHints: none }, { start: 0, end: 99 })).toEqual([]);
  });

  it('stand in a document that is half typed', () => {
    expectHints(
      '{ "memory": "1024"‹1 GiB›, "containerDefinitions": [{ "name": "a", "memory": 2048‹2 GiB›, "cpu": ',
      ['sizes'],
    );
  });
});
