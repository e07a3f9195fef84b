import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { mayBeTaskDefinition } from '../../server/src/core/detect';
import { complete } from '../../server/src/core/features/completion';
import { hover } from '../../server/src/core/features/hover';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { readMarks } from '../support/marks';
import { cursor, documentOf } from '../support/positions';

const PATH = 'deploy/whatever.json';

function find(text: string, path = PATH) {
  return lint(new Analysis(text, path), {
    settings: { ...DEFAULT_SETTINGS, preset: 'refused' },
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => {
      throw new Error(line);
    },
  });
}

/** Rule, pointer and text of what is found, in a document with « and » around it. */
function findMarked(marked: string) {
  const { text, ranges } = readMarks(marked);
  return {
    found: find(text).map(({ rule, pointer, range }) => [rule, pointer, range]),
    expected: (...at: readonly (readonly [rule: string, pointer: string])[]) =>
      at.map(([rule, pointer], i) => [rule, pointer, ranges[i]]),
  };
}

describe('templates of all kinds are recognised, judged and said to be templates', () => {
  it('ecspresso: functions in quotes and outside of them', () => {
    const { found, expected } = findMarked(`{
  "family": "{{ must_env "SERVICE" }}",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": «"bridge"»,
  "cpu": "{{ env "CPU" "256" }}",
  "memory": {{ env \`MEMORY\` \`512\` }},
  "executionRoleArn": "{{ tfstate \`aws_iam_role.x["y"].arn\` }}",
  "containerDefinitions": [
    {
      "name": "{{ must_env "SERVICE" }}",
      "image": "{{ must_env "REPOSITORY" }}:{{ env "TAG" "latest" }}",
      "essential": «"true"»,
      "portMappings": [{ "containerPort": {{ must_env "PORT" }} }],
      "environment": {{ template "environment" }}
    }
  ]
}`);
    expect(found).toEqual(
      expected(
        ['fargate-network-mode', '/networkMode'],
        ['schema/type', '/containerDefinitions/0/essential'],
      ),
    );
  });

  it('Terraform: a list of containers with directives', () => {
    const { found, expected } = findMarked(`[
%{ for name, port in services ~}
  {
    "name": "\${name}",
    "image": "\${repository}/\${name}:\${tag}",
    "memory": \${memory[name]},
    "essential": «"yes"»,
    "portMappings": [{ "containerPort": \${port} }],
    "logConfiguration": { "logDriver": «"cloudwatch"» }
  }%{ if name != last },%{ endif }
%{ endfor ~}
]`);
    expect(found).toEqual(
      expected(['schema/type', '/0/essential'], ['schema/enum', '/0/logConfiguration/logDriver']),
    );
  });

  it('Jinja: a comment, a variable, a loop, a condition', () => {
    const { found, expected } = findMarked(`{# the web service #}
{%- set port = 8080 -%}
{
  "family": "{{ service }}",
  {% if fargate %}"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",{% endif %}
  "cpu": {{ cpu }},
  "memory": «512»,
  "containerDefinitions": [
    {
      "name": "{{ service }}",
      "image": «"my image"»,
      "environment": [
        {%- for name, value in env.items() %}
        { "name": "{{ name }}", "value": "{{ value }}" }{% if not loop.last %},{% endif %}
        {%- endfor %}
      ]
    }
  ]
}`);
    expect(found).toEqual(
      expected(['schema/type', '/memory'], ['schema/pattern', '/containerDefinitions/0/image']),
    );
  });

  it('ERB', () => {
    const { found, expected } = findMarked(`{
  "family": "<%= @family %>",
  <% if @role %>
  "taskRoleArn": <%= @role.to_json %>,
  <% end %>
  "containerDefinitions": [
    { "name": "web", "image": "<%= h["image"] %>", "memory": «"512"» },
    <%= @sidecars.map(&:to_json).join(",") %>
  ]
}`);
    expect(found).toEqual(expected(['schema/type', '/containerDefinitions/0/memory']));
  });

  it.each(['<CPU>', '__CPU__', '@@CPU@@', '%CPU%', '#{CPU}#', '$CPU', '${CPU}'])(
    'token replacement: %s',
    (mark) => {
      const { found, expected } = findMarked(
        `{ "family": ${mark}, ${mark}: 1, "cpu": ${mark}, "volumes": ${mark}, "containerDefinitions": [{ "name": «"a b"», "image": ${mark}, "memory": ${mark}, "links": [${mark}] }, ${mark}] }`,
      );
      expect(found).toEqual(expected(['schema/pattern', '/containerDefinitions/0/name']));
    },
  );

  it('one finding says so, as information', () => {
    const text = '{ "family": "web", "containerDefinitions": [${CONTAINERS}] }';
    const all = lint(new Analysis(text, PATH), {
      settings: DEFAULT_SETTINGS,
      syntaxErrors: true,
      commentErrors: true,
    });
    expect(
      all.map(({ rule, severity, range }) => [rule, severity, text.slice(range.start, range.end)]),
    ).toEqual([['json/template', 'info', '${CONTAINERS}']]);
  });
});

describe('what blocks leave open', () => {
  const document = (members: string) =>
    `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "image": "a" }], ${members} }`;

  it.each([
    '{{ if .X }}"networkMode": "awsvpc", "cpu": "256", "memory": "512"{{ end }}',
    '{{ template "sizes" . }}',
    '"cpu": "256" {{ .Rest }}',
    '{{ if .X }}"cpu": "256"{{ else }}"cpu": "512"{{ end }}',
    '"tags": [{{ range .Tags }}{ "key": "a", {{ .Value }} },{{ end }}]',
  ])('nothing is missing, twice there or too much: %s', (members) => {
    expect(find(document(members))).toEqual([]);
  });

  it('an object without a block in it is known', () => {
    const { found, expected } = findMarked(
      document('{{ if .X }}"volumes": [{ "name": "a" }], "tags": [{ «"Key"»: "a", "value": "b" }]{{ end }}'),
    );
    expect(found).toEqual(expected(['schema/unknown-key', '/tags/0/Key']));
  });

  it('a value for which a block stands is unknown, and all rules run', () => {
    const { found, expected } = findMarked(
      document(
        '"cpu": {{ if .Big }}"1024"{{ else }}"256"{{ end }}, "memory": "2048", "networkMode": «"host"»',
      ),
    );
    expect(found).toEqual(expected(['fargate-network-mode', '/networkMode']));
  });

  it('repairs stay in their block', () => {
    const text = document(
      '{{ if .X }}"cpu": 256, "runtimePlatform": { "CpuArchitecture": "ARM64", "networkMode": "awsvpc" }{{ end }}',
    );
    expect(find(text).map(({ pointer }) => pointer)).toEqual([
      '/cpu',
      '/runtimePlatform/CpuArchitecture',
      '/runtimePlatform/networkMode',
    ]);
    const kinds = (one: string) =>
      new Set(
        find(one).flatMap(({ fixes }) => fixes.flatMap(({ changes }) => changes.map(({ kind }) => kind))),
      );
    expect(kinds(text.replace(/\{\{.*?\}\}/g, ''))).toContain('insert');
    expect(kinds(text)).toEqual(new Set(['set', 'rename']));
    expect(fixAll(text, find).text).toBe(
      text.replace('256', '"256"').replace('"CpuArchitecture"', '"cpuArchitecture"'),
    );
  });
});

describe('recognition', () => {
  it.each<[text: string, kind: string]>([
    ['{ "family": ${F}, "containerDefinitions": ${C} }', 'task-definition'],
    [
      '{{ with . }}{ "family": "a", "containerDefinitions": [{{ range .C }}{{ . }}{{ end }}] }{{ end }}',
      'task-definition',
    ],
    ['{ "taskDefinition": { "family": {{ .F }}, "containerDefinitions": [] } }', 'describe-output'],
    ['[{ "name": ${N}, "image": ${I} }]', 'container-definitions'],
    ['%{ for x in y }\n[{ "name": "a", "image": "b", "cpu": ${x} }]\n%{ endfor }', 'container-definitions'],
    ['{% set x = 1 %}[{ "name": "a", "image": "b", "cpu": {{ x }} }]', 'container-definitions'],
    ['<% x = 1 %>[{ "name": "a", "image": "b", "cpu": <%= x %> }]', 'container-definitions'],
    ['[${first}, { "name": "a", "image": "b" }]', 'container-definitions'],
    ['{ "kind": {{ .Kind }}, "spec": {} }', 'none'],
    ['{{ include "x" . }}', 'none'],
  ])('%s: %s', (text, kind) => {
    expect(new Analysis(text, PATH).kind).toBe(kind);
    if (kind !== 'none') expect(mayBeTaskDefinition(text, PATH)).toBe(true);
  });
});

describe('editing a template', () => {
  const SURROUNDINGS = { path: PATH, images: () => [], region: '', assumeLaunchType: 'none' } as const;

  function completionAt(marked: string) {
    const { text, position } = cursor(marked);
    return complete(new Analysis(text, PATH), documentOf(text).offsetAt(position), SURROUNDINGS);
  }

  function labelsAt(marked: string): string[] {
    return completionAt(marked)?.proposals.map(({ label }) => label) ?? [];
  }

  it('offers keys beside marks and behind blocks', () => {
    const at = (members: string) =>
      labelsAt(`{ "family": \${F}, "containerDefinitions": \${jsonencode([\n])}, ${members} }`);
    expect(at('|')).toContain('networkMode');
    expect(at('"cpu": {{ .Cpu }}, |')).toContain('networkMode');
    expect(at('{{ if .X }}"cpu": "256",{{ end }} |')).toContain('networkMode');
    expect(at('"networkMode": "|"')).toContain('"awsvpc"');
  });

  it('offers nothing inside of a mark', () => {
    for (const mark of ['${P|}', '{{ .P| }}', '{{ i|f .P }}1{{ end }}', '{{ .P|', '"{{ env "P|" }}"'])
      expect(labelsAt(`{ "family": "a", "containerDefinitions": [], "cpu": ${mark} }`), mark).toEqual([]);
  });

  it('adds no comma behind a value where a block may bring one', () => {
    const hasComma = (marked: string) => completionAt(marked)?.missing !== undefined;
    const start = '{ "family": ${F}, "containerDefinitions": []';
    expect(hasComma(`${start} | }`)).toBe(true);
    expect(hasComma(`${start}, | }`)).toBe(false);
    expect(hasComma(`${start} {{ if .X }} | {{ end }} }`)).toBe(false);
    expect(hasComma(`${start} {{/* a */}}, | }`)).toBe(false);
  });

  it('explains keys and marks', () => {
    const text = '{ "family": ${F}, "containerDefinitions": [{ "memory": {{ .M }} }] }';
    const analysis = new Analysis(text, PATH);
    expect(hover(analysis, text.indexOf('memory'))?.markdown).toContain('**memory**');
    expect(hover(analysis, text.indexOf('.M'))).toMatchObject({
      markdown: expect.stringContaining('**placeholder** · `{{ .M }}`'),
      range: { start: text.indexOf('{{'), end: text.indexOf('}}') + 2 },
    });
  });
});

describe('shapes', () => {
  /** Wrong or not, according to a task that is not there. */
  const container = {
    name: 'web',
    image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1',
    essential: false,
    privileged: true,
    links: ['other'],
    portMappings: [{ containerPort: 80, hostPort: 8080 }],
    mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    volumesFrom: [{ sourceContainer: 'other' }],
    dependsOn: [{ containerName: 'other', condition: 'HEALTHY' }],
    secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/a' }],
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': 'a', 'awslogs-region': 'eu-west-1' },
    },
    credentialSpecs: ['credentialspec:arn:aws:s3:::bucket/a.json'],
    resourceRequirements: [{ type: 'GPU', value: '1' }],
    stopTimeout: 500,
    cpu: 20_000,
    memory: 900_000,
  };

  const other = { name: 'other', image: 'redis:7', memory: 64, healthCheck: { command: ['CMD', 'a'] } };

  it('a bare list of containers claims nothing that needs the task', () => {
    const loud = (document: unknown) =>
      find(JSON.stringify(document)).filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(loud([container, other])).toEqual([]);
    const task = { family: 'web', requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' };
    expect(loud({ ...task, containerDefinitions: [container, other] }).length).toBeGreaterThan(5);
  });

  it('a bare list is judged as containers', () => {
    const { found, expected } = findMarked(
      '[{ "name": «"a b"», "image": "b", "cpu": «"5"», «"Memory"»: 5 }, { "name": «"c"» }]',
    );
    expect(found).toEqual(
      expected(
        ['schema/pattern', '/0/name'],
        ['schema/type', '/0/cpu'],
        ['schema/unknown-key', '/0/Memory'],
        ['schema/required', '/1'],
      ),
    );
  });

  it('describe output is judged inside of its wrapper, and unwrapped by one repair', () => {
    const marked =
      '{ «"taskDefinition"»: { "taskDefinitionArn": "x", "family": "web", "revision": 1, "networkMode": «"None"», "containerDefinitions": [{ "name": "a", "image": "b", "memory": «"64"» }] }, "tags": [] }';
    const { found, expected } = findMarked(marked);
    expect(found).toEqual(
      expected(
        ['describe-output', '/taskDefinition'],
        ['schema/enum', '/taskDefinition/networkMode'],
        ['schema/type', '/taskDefinition/containerDefinitions/0/memory'],
      ),
    );
    expect(JSON.parse(fixAll(readMarks(marked).text, find).text)).toEqual({
      family: 'web',
      networkMode: 'none',
      containerDefinitions: [{ name: 'a', image: 'b', memory: 64 }],
    });
  });

  it('describe output with marks outside of strings keeps them', () => {
    const text =
      '{ "taskDefinition": { "family": ${F}, "revision": 1, "containerDefinitions": [{ "name": "a", "image": "b", "memory": ${M} }] } }';
    const fixed = fixAll(text, find).text;
    expect(fixed).toContain('"family": ${F}');
    expect(fixed).toContain('"memory": ${M}');
  });
});
