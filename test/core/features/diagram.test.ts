import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import { drawDiagram } from '../../../server/src/core/features/diagram';
import type { Diagram, DiagramNode } from '../../../server/src/core/features/diagram/builder';
import { diagramOf } from '../../../server/src/core/features/diagram/graph';
import { type Box, placed } from '../../../server/src/core/features/diagram/layout';
import { cut, escaped, widthOf, wrapped } from '../../../server/src/core/features/diagram/text';
import { factsOf, summaryOf } from '../../../server/src/core/features/diagram/words';
import { elementsOf } from '../../support/markup';

const PATH = 'file:///task-definition.json';
const analyse = (document: unknown): Analysis =>
  new Analysis(typeof document === 'string' ? document : JSON.stringify(document), PATH, true);

function graph(document: unknown): Diagram {
  const diagram = diagramOf(analyse(document));
  if (!diagram) throw new Error('it has no diagram');
  return diagram;
}

/** "container web: nginx:1.27 | essential" */
const boxes = ({ nodes }: Diagram): string[] =>
  nodes.map(({ what, name, lines }) => `${what} ${name}: ${lines.join(' | ')}`);

/** "db -> web start (after HEALTHY)" */
function arrows({ nodes, edges }: Diagram): string[] {
  const name = (id: string) => nodes.find((node) => node.id === id)?.name;
  return edges.map(
    ({ from, to, kind, label, isReadOnly }) =>
      `${name(from)} -> ${name(to)} ${kind}${label && ` (${label})`}${isReadOnly ? ' dashed' : ''}`,
  );
}

const containers = (...containerDefinitions: object[]) => ({ family: 'f', containerDefinitions });

function facts(document: unknown, name: string): string[] {
  const diagram = graph(document);
  const node = diagram.nodes.find((candidate) => candidate.name === name);
  return node ? factsOf(diagram, node) : [];
}

describe('the task', () => {
  it('is named, with launch type, size, platform and network', () => {
    const { title, lines, facts } = graph({
      family: 'shop',
      requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES', 'EC2'],
      cpu: '512',
      memory: '1 GB',
      networkMode: 'awsvpc',
      runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
      executionRoleArn: 'arn:aws:iam::123456789012:role/start/shop',
      taskRoleArn: '${ROLE}',
    });
    expect(title).toBe('shop');
    expect(lines).toEqual([
      'Fargate + Managed Instances + EC2',
      '0.5 vCPU',
      '1 GB',
      'LINUX',
      'ARM64',
      'awsvpc',
    ]);
    expect(facts).toEqual([
      'started with the execution role start/shop',
      'its programs have the task role ${ROLE}',
    ]);
  });

  it('shows what a template leaves open as it is written', () => {
    const { title, lines } = graph({
      family: '{{ family }}',
      cpu: '${CPU}',
      memory: '',
      networkMode: '${NET}',
    });
    expect([title, ...lines]).toEqual(['{{ family }}', '${CPU}', '${NET}']);
  });

  it('has another title where there is no family', () => {
    expect(graph({ containerDefinitions: [] }).title).toBe('Task definition');
    expect(graph([{ name: 'a', image: 'b' }])).toMatchObject({ title: 'List of containers', lines: [] });
  });

  it('is found in the output of describe-task-definition', () => {
    const taskDefinition = {
      ...containers({ name: 'web', image: 'nginx' }),
      taskDefinitionArn: 'arn:x',
      status: 'ACTIVE',
    };
    expect(boxes(graph({ taskDefinition }))).toEqual(['container web: nginx | essential']);
  });

  it('is none in other documents', () => {
    expect(diagramOf(new Analysis('{ "name": "x" }', 'file:///package.json'))).toBeUndefined();
    expect(drawDiagram(new Analysis('', 'file:///data.json'))).toBeUndefined();
  });

  it('is summed up in a sentence', () => {
    const { title, nodes, ...rest } = graph({
      ...containers({ name: 'a' }, { name: 'b' }),
      volumes: [{ name: 'v' }],
    });
    expect(summaryOf({ title, nodes, ...rest })).toBe('f: 2 containers and 1 volume.');
    expect(summaryOf({ ...rest, title, nodes: [] })).toBe('f: no containers yet.');
  });
});

describe('containers', () => {
  it('show image, size and what they are', () => {
    const shown = boxes(
      graph({
        ...containers(
          {
            name: 'web',
            image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:5.2.0',
            cpu: 256,
            memory: 512,
            memoryReservation: 256,
            healthCheck: { command: ['CMD', 'x'] },
            resourceRequirements: [{ type: 'GPU', value: '1' }],
          },
          { name: 'envoy', image: '${IMAGE}', cpu: '${CPU}', memory: 300, essential: false },
          {
            name: 'router',
            memoryReservation: 64,
            essential: '${X}',
            firelensConfiguration: { type: 'fluentbit' },
          },
        ),
        proxyConfiguration: { containerName: 'envoy' },
      }),
    );
    expect(shown).toEqual([
      'container web: shop:5.2.0 | 0.25 vCPU · 256 MiB to 0.5 GB · 1 GPU | essential | health check',
      'container envoy: ${IMAGE} | ${CPU} · 300 MiB | not essential | proxy: all traffic goes through it',
      'container router: 64 MiB | log router · fluentbit',
    ]);
  });

  it.each([
    ['awsvpc', { containerPort: 80, name: 'http' }, 'port 80/tcp · http'],
    ['awsvpc', { containerPort: 80, hostPort: 80, protocol: 'udp' }, 'port 80/udp'],
    ['bridge', { containerPort: 80, hostPort: 8080 }, 'host 8080 → 80/tcp'],
    ['bridge', { containerPort: 80, hostPort: 0 }, 'any host port → 80/tcp'],
    ['bridge', { containerPort: 80 }, 'any host port → 80/tcp'],
    ['bridge', { containerPort: '${PORT}', hostPort: '${HOST}' }, 'host ${HOST} → ${PORT}/tcp'],
    ['awsvpc', { containerPortRange: '8000-8010' }, 'port 8000-8010/tcp'],
  ])('in the network mode %s publish %o', (networkMode, mapping, line) => {
    const task = { ...containers({ name: 'a', portMappings: [mapping, {}] }), networkMode };
    expect(boxes(graph(task))).toEqual([`container a: essential | ${line}`]);
  });

  it('start in an order', () => {
    const diagram = graph(
      containers(
        {
          name: 'web',
          dependsOn: [
            { containerName: 'db', condition: 'HEALTHY' },
            { containerName: 'setup' },
            { condition: 'START' },
          ],
        },
        { name: 'db' },
        { name: 'setup' },
      ),
    );
    expect(arrows(diagram)).toEqual(['db -> web start (after HEALTHY)', 'setup -> web start (starts first)']);
    expect(diagram.nodes.map(({ what }) => what)).toEqual(['container', 'container', 'container']);
  });

  it('are numbered where the order is known', () => {
    const { nodes } = graph(
      containers({ name: 'a', dependsOn: [{ containerName: 'b', condition: 'START' }] }, { name: 'b' }),
    );
    expect(nodes.map(({ what }) => what)).toEqual(['container · starts 2nd', 'container · starts 1st']);
  });

  it('are linked, and have the volumes of others', () => {
    const web = {
      name: 'web',
      links: ['db:database', 'db', 'gone:x', 7],
      volumesFrom: [{ sourceContainer: 'db', readOnly: true }, { sourceContainer: 'db' }],
    };
    const task = containers(web, { name: 'db' });
    expect(arrows(graph(task))).toEqual([
      'web -> db link (link as database)',
      'web -> db link (link)',
      'web -> gone link (link as x)',
      'db -> web volumesFrom (volumes · read-only) dashed',
      'db -> web volumesFrom (volumes)',
    ]);
    expect(facts(task, 'web')).toEqual([
      'essential',
      'reaches db by a link as database',
      'reaches db by a link',
      'reaches gone by a link as x',
      'has the volumes of db, read-only',
      'has the volumes of db',
    ]);
    expect(facts(task, 'gone')).toEqual(['no container of this name', 'used by web']);
  });

  it('without a name, or with one that is there already, are told apart', () => {
    const diagram = graph(
      containers(
        { image: 'a' },
        { name: 'b' },
        { name: 'b' },
        { name: 'c', dependsOn: [{ containerName: 'b' }] },
      ),
    );
    expect(diagram.nodes.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      'container 0: container 1',
      'container 1: b',
      'container 2: b',
      'container 3: c',
    ]);
    expect(diagram.edges.map(({ from, to }) => [from, to])).toEqual([['container 1', 'container 3']]);
  });
});

describe('volumes', () => {
  it('show where they are kept, and who mounts them where', () => {
    const diagram = graph({
      ...containers({
        name: 'web',
        mountPoints: [
          { sourceVolume: 'efs', containerPath: '/a', readOnly: true },
          { sourceVolume: 'tmp', containerPath: '/b' },
          { sourceVolume: 'lost' },
          {},
        ],
      }),
      volumes: [
        { name: 'efs', efsVolumeConfiguration: { fileSystemId: 'fs-1' } },
        { name: 'tmp' },
        { name: 'disk', host: { sourcePath: '/srv' } },
        { name: 'empty', host: {} },
        { name: 'late', configuredAtLaunch: true },
        { dockerVolumeConfiguration: { driver: 'local' } },
      ],
    });
    expect(boxes(diagram).slice(1)).toEqual([
      'volume efs: EFS fs-1',
      'volume tmp: scratch space',
      'volume disk: /srv of the host',
      'volume empty: scratch space',
      'volume late: chosen at launch',
      'volume volume 6: Docker local',
      'volume lost: no volume of this name',
    ]);
    expect(arrows(diagram)).toEqual([
      'web -> efs mount (/a · read-only) dashed',
      'web -> tmp mount (/b)',
      'web -> lost mount',
    ]);
  });
});

describe('logs', () => {
  const logging = (logDriver: string, options?: object) => ({ logConfiguration: { logDriver, options } });

  it('go to one box for each destination', () => {
    const group = { 'awslogs-group': '/ecs/f', 'awslogs-region': 'eu-west-1' };
    const task = containers(
      { name: 'a', ...logging('awslogs', group) },
      { name: 'b', ...logging('awslogs', { ...group, 'awslogs-stream-prefix': 'b' }) },
      { name: 'c', ...logging('awslogs', { ...group, 'awslogs-region': 'eu-west-2' }) },
      { name: 'd', ...logging('awslogs') },
      { name: 'e', ...logging('splunk', { 'splunk-url': 'https://splunk.example' }) },
      { name: 'g', ...logging('json-file') },
      { name: 'h', ...logging('constructor') },
    );
    const diagram = graph(task);
    expect(boxes(diagram).slice(7)).toEqual([
      'CloudWatch Logs /ecs/f: eu-west-1',
      'CloudWatch Logs /ecs/f: eu-west-2',
      'CloudWatch Logs awslogs: ',
      'Splunk https://splunk.example: ',
      'log driver json-file: ',
      'log driver constructor: ',
    ]);
    expect(arrows(diagram).slice(0, 3)).toEqual(['a -> /ecs/f logs', 'b -> /ecs/f logs', 'c -> /ecs/f logs']);
    expect(facts(task, 'a')).toEqual(['essential', 'logs to /ecs/f (CloudWatch Logs, eu-west-1)']);
    expect(facts(task, '/ecs/f')).toEqual(['eu-west-1', 'used by a and b']);
  });

  it('go through the log router', () => {
    const s3 = { Name: 's3', bucket: 'logs', region: 'eu-west-1' };
    const task = containers(
      { name: 'a', ...logging('awsfirelens', s3) },
      { name: 'b', ...logging('awsfirelens', { '@type': 'null' }) },
      { name: 'c', ...logging('awsfirelens') },
      { name: 'router', firelensConfiguration: {} },
    );
    expect(arrows(graph(task))).toEqual([
      'a -> router logs (logs)',
      'router -> logs logs',
      'b -> router logs (logs)',
      'router -> null logs',
      'c -> router logs (logs)',
    ]);
    expect(facts(task, 'a')).toEqual([
      'essential',
      'sends its logs to the log router router',
      'logs to logs (Amazon S3, eu-west-1)',
    ]);
  });

  it('go nowhere without a log router', () => {
    const diagram = graph(containers({ name: 'a', ...logging('awsfirelens', { Name: 's3' }) }));
    expect(boxes(diagram).slice(1)).toEqual(['container log router: no container is one', 'Amazon S3 s3: ']);
  });
});

describe('secrets and files', () => {
  const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf';

  it('come from one box for each service', () => {
    const task = containers(
      {
        name: 'a',
        secrets: [
          { name: 'DB', valueFrom: secret },
          { name: 'USER', valueFrom: `${secret}:user::` },
          { name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key' },
          { name: 'FLAG', valueFrom: 'flag' },
          { name: 'OPEN', valueFrom: '${OPEN}' },
          { name: 'NONE' },
        ],
        environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/a.env' }],
        repositoryCredentials: { credentialsParameter: secret },
      },
      {
        name: 'b',
        logConfiguration: { secretOptions: [{ name: 'token', valueFrom: 'arn:aws:ssm:::parameter/token' }] },
      },
    );
    const diagram = graph(task);
    expect(boxes(diagram).slice(2)).toEqual([
      'secrets Secrets Manager: shop/db',
      'secrets Parameter Store: /shop/key | flag | token',
      'secrets Secrets: ${OPEN}',
      'environment files Amazon S3: bucket/a.env',
    ]);
    expect(arrows(diagram)).toEqual([
      'Secrets Manager -> a settings',
      'Parameter Store -> a settings',
      'Secrets -> a settings',
      'Amazon S3 -> a settings',
      'Parameter Store -> b settings',
    ]);
    expect(facts(task, 'a')).toEqual([
      'essential',
      'takes DB (shop/db), USER (shop/db) and the login to its registry (shop/db) from Secrets Manager',
      'takes KEY (/shop/key) and FLAG (flag) from Parameter Store',
      'takes OPEN (${OPEN}) from Secrets',
      'takes bucket/a.env from Amazon S3',
    ]);
  });
});

describe('places', () => {
  const text = `{ "family": "f", "volumes": [{ "host": {} }], "containerDefinitions": [
    { "name": "web", "image": "x", "dependsOn": [{ "containerName": "gone" }],
      "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/g" } },
      "secrets": [{ "name": "A", "valueFrom": "a" }] }] }`;

  it('are those of names, of what is missing, of groups and of the first secret', () => {
    const shown = graph(text).nodes.map(({ name, place }) => [name, text.slice(place.start, place.end)]);
    expect(shown).toEqual([
      ['web', '"web"'],
      ['volume 1', '{'],
      ['gone', '"gone"'],
      ['Parameter Store', '"a"'],
      ['/g', '"/g"'],
    ]);
  });
});

describe('half-typed text', () => {
  it.each([
    ['{', []],
    ['{ "containerDefinitions": [{', []],
    ['{ "containerDefinitions": [{ "name": "a', ['container a: ']],
    ['{ "containerDefinitions": [{ "name": "a", "dependsOn": [{ "containerName": ', ['container a: ']],
    [
      '{ "containerDefinitions": [{ "name": "a", "image": {{ image }} }]',
      ['container a: {{ image }} | essential'],
    ],
  ])('%s', (text, shown) => {
    expect(boxes(graph(text))).toEqual(shown);
  });
});

describe('too much', () => {
  const many = (count: number, more: (i: number) => object = () => ({})) =>
    containers(...Array.from({ length: count }, (_, i) => ({ name: `c${i}`, image: 'x', ...more(i) })));

  it('is left out, and said to be so', () => {
    const dependsOn = Array.from({ length: 10 }, (_, i) => ({ containerName: `c${i}`, condition: 'START' }));
    const diagram = graph({ ...many(101, () => ({ dependsOn })), volumes: [] });
    expect(diagram.nodes).toHaveLength(100);
    expect(diagram.edges).toHaveLength(150);
    expect(diagram.omitted).toEqual(['1 container', '850 connections']);
    expect(drawDiagram(analyse(many(102)))?.words).toContain(
      '<p>Too much for a picture, and left out: 2 containers.</p>',
    );
  });

  it('of a hundred containers is drawn', () => {
    const drawn = drawDiagram(analyse(many(100)));
    expect(elementsOf(drawn?.svg ?? '').filter(({ name }) => name === 'g')).toHaveLength(100);
  });

  it('of facts in one box is cut in the picture, and whole in the words', () => {
    const portMappings = Array.from({ length: 12 }, (_, i) => ({ containerPort: 100 + i }));
    const drawn = drawDiagram(analyse(containers({ name: 'a', portMappings })));
    expect(drawn?.svg).toContain('>and 5 more</text>');
    expect(drawn?.svg).not.toContain('>port 107/tcp</text>');
    expect(drawn?.words).toContain('<li>port 111/tcp</li>');
  });
});

describe('the layout', () => {
  const task = {
    ...containers(
      {
        name: 'web',
        dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }],
        secrets: [{ name: 'A', valueFrom: 'a' }],
      },
      { name: 'db', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } } },
    ),
    volumes: [{ name: 'v' }],
  };

  const overlap = (a: Box, b: Box): boolean =>
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height;
  const inside = (a: Box, b: Box): boolean =>
    a.left >= b.left &&
    a.top >= b.top &&
    a.left + a.width <= b.left + b.width &&
    a.top + a.height <= b.top + b.height;

  it('has what starts first above, secrets on top, logs at the bottom', () => {
    const { nodes } = placed(graph(task));
    const top = (name: string) => nodes.find(({ node }) => node.name === name)?.top ?? Number.NaN;
    expect(top('Parameter Store')).toBeLessThan(top('db'));
    expect(top('db')).toBeLessThan(top('web'));
    expect(top('web')).toBeLessThan(top('g'));
  });

  it.each([
    ['few containers', task],
    [
      'many, from left to right',
      containers(
        ...Array.from({ length: 12 }, (_, i) => ({ ...task.containerDefinitions[1], name: `c${i}` })),
      ),
    ],
    ['no container', containers()],
    ['a container that waits for itself', containers({ name: 'a', dependsOn: [{ containerName: 'a' }] })],
  ])('of %s keeps boxes apart, and in or out of the frame of the task', (_, document) => {
    const layout = placed(graph(document));
    const isOutside = ({ kind }: DiagramNode) => kind === 'logs' || kind === 'settings';
    expect(inside(layout.frame, layout)).toBe(true);
    for (const box of layout.nodes) {
      expect(inside(box, layout)).toBe(true);
      expect(inside(box, layout.frame)).toBe(!isOutside(box.node));
      if (isOutside(box.node)) expect(overlap(box, layout.frame)).toBe(false);
      for (const other of layout.nodes) if (other !== box) expect(overlap(box, other)).toBe(false);
    }
    for (const { points } of layout.edges) expect(points.length).toBeGreaterThan(1);
  });

  it('goes from left to right where the picture would be too wide', () => {
    const wide = containers(...Array.from({ length: 8 }, (_, i) => ({ name: `c${i}`, image: 'x' })));
    const { width, height, nodes } = placed(graph(wide));
    expect(width).toBeLessThan(height);
    expect(nodes.map(({ node }) => node.name)).toEqual(
      [...nodes].sort((a, b) => a.top - b.top).map(({ node }) => node.name),
    );
  });
});

describe('the picture', () => {
  const hostile = `</title><script>alert("x")</script>&amp;\u0000\u202e'`;
  const document = {
    family: hostile,
    volumes: [{ name: hostile }],
    containerDefinitions: [
      {
        name: hostile,
        image: hostile,
        mountPoints: [{ sourceVolume: hostile, containerPath: hostile }],
        portMappings: [{ containerPort: hostile }],
        secrets: [{ name: hostile, valueFrom: hostile }],
        logConfiguration: { logDriver: hostile },
      },
    ],
  };
  const linkOf = ({ place }: DiagramNode) => `command:x?${place.start}&"<`;

  it('shows any text as text', () => {
    const { svg, words } = drawDiagram(analyse(document), { linkOf, nonce: '"><script>' }) ?? {
      svg: '',
      words: '',
    };
    const names = new Set([...elementsOf(svg), ...elementsOf(`<div>${words}</div>`)].map(({ name }) => name));
    expect([...names].sort()).toEqual([
      'a',
      'defs',
      'desc',
      'div',
      'li',
      'marker',
      'p',
      'path',
      'rect',
      'strong',
      'style',
      'svg',
      'text',
      'title',
      'ul',
    ]);
    for (const unseen of ['\u0000', '\u202e']) expect(svg + words).not.toContain(unseen);
    expect(words).toContain(
      '&#60;/title&#62;&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;&#38;amp;··&#39;',
    );
  });

  it('is a picture, or with links a group of them, with a title and a summary', () => {
    const small = analyse(containers({ name: 'a' }));
    const of = (svg: string | undefined) => elementsOf(svg ?? '');
    const [plain] = of(drawDiagram(small)?.svg);
    expect(plain?.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': 'diagram-title diagram-summary',
      xmlns: 'http://www.w3.org/2000/svg',
    });
    const linked = of(drawDiagram(small, { linkOf: ({ name }) => `command:x?${name}` })?.svg);
    expect(linked[0]?.attributes.role).toBe('group');
    expect(linked.filter(({ name }) => name === 'a').map(({ attributes }) => attributes)).toEqual([
      { class: 'container', href: 'command:x?a' },
    ]);
    expect(drawDiagram(small)?.svg).toContain('<desc id="diagram-summary">f: 1 container.</desc>');
    expect(drawDiagram(small)?.svg).toContain('<title>container a: essential</title>');
  });

  it('has colours of the theme only, and nothing from elsewhere', () => {
    const { svg = '' } = drawDiagram(analyse(document)) ?? {};
    const style = /<style>(.*)<\/style>/.exec(svg)?.[1] ?? '';
    const colours = [...style.matchAll(/(?:fill|stroke):([^;}]*)/g)].map(([, colour]) => colour);
    expect(colours.length).toBeGreaterThan(5);
    for (const colour of colours)
      expect(colour).toMatch(/^(none$|var\(--vscode-.*,(CanvasText|Canvas|Highlight)\)+$)/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\((?!#)/);
    expect(style).not.toMatch(/#[0-9a-f]{3}/i);
  });

  it('has a nonce where one is wanted', () => {
    expect(drawDiagram(analyse(document), { nonce: 'abc' })?.svg).toContain('<style nonce="abc">');
  });
});

describe('the words', () => {
  it('say what the picture shows', () => {
    const task = containers(
      { name: 'web', dependsOn: [{ containerName: 'db', condition: 'START' }] },
      { name: 'db' },
    );
    expect(drawDiagram(analyse({ ...task, cpu: '256' }), { linkOf: ({ id }) => id })?.words).toBe(
      '<p><strong>f</strong> · 0.25 vCPU</p><ul>' +
        '<li><a href="container 0">web</a> (container · starts 2nd)<ul><li>essential</li><li>starts after db (START)</li></ul></li>' +
        '<li><a href="container 1">db</a> (container · starts 1st)<ul><li>essential</li></ul></li></ul>',
    );
  });
});

describe('texts', () => {
  it('are cut where they do not fit', () => {
    expect(cut('short', 12, 200)).toBe('short');
    const shown = cut('a very long name of something', 12, 60);
    expect(shown).toMatch(/^a very.*…$/);
    expect(widthOf(shown, 12)).toBeLessThanOrEqual(60);
    expect(cut('😀'.repeat(1000), 12, 60)).toMatch(/^(😀)+…$/u);
    expect(cut('x', 12, 0)).toBe('…');
  });

  it('are joined to lines that fit', () => {
    expect(wrapped(['Fargate', '1 vCPU', '2 GB'], 12, 1000)).toEqual(['Fargate · 1 vCPU · 2 GB']);
    expect(wrapped(['Fargate', '1 vCPU', '2 GB'], 12, 110)).toEqual(['Fargate · 1 vCPU', '2 GB']);
    expect(wrapped([], 12, 100)).toEqual([]);
  });

  it('are escaped for elements and attributes', () => {
    expect(escaped(`<a href='x'>&"`)).toBe('&#60;a href=&#39;x&#39;&#62;&#38;&#34;');
  });
});
