import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding, Json } from '../../server/src/core/finding';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { editsOf } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { fullTaskDefinition } from '../schema/fullTaskDefinition';
import * as fc from '../support/fast-check';

const numRuns = 300 * fc.times;

/** Right and wrong ones, each with something for many rules to say. */
const DOCUMENTS = [
  fullTaskDefinition,
  {
    family: 'web',
    requiresCompatibilities: ['FARGATE', 'EC2'],
    networkMode: 'bridge',
    Cpu: 300,
    memory: '100000',
    containerDefinitions: [
      {
        name: 'web',
        image: 'nginx',
        essential: 'true',
        privileged: true,
        portMappings: [{ containerPort: 80, hostPort: 8080 }, { containerPort: 99999 }],
        environment: [
          { name: 'DB_PASSWORD', value: 'hunter2hunter2' },
          { name: 'A', Value: 1 },
        ],
        secrets: [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a' }],
        mountPoints: [{ sourceVolume: 'nowhere', containerPath: '/data' }],
        dependsOn: [{ containerName: 'log', condition: 'HEALTHY' }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'a' } },
        healthCheck: { command: ['curl'], interval: 5, timeout: 70 },
        ulimits: [{ name: 'nofile', softLimit: 2, hardLimit: 1 }, { name: 'nproc' }],
        launchType: 'FARGATE',
        tags: null,
      },
      { name: 'log', image: 'fluent/fluent-bit:3', memoryReservation: 512, memory: 128, links: ['web'] },
    ],
    volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', transitEncryptionPort: 5 } }],
    tags: [{ key: 'aws:a', value: 'b' }, { key: 'c' }],
  },
] as const satisfies readonly Json[];

const MARKS = [
  ...['<M1>', '${M2}', '$M3', '$(M4)', '{{ .M5 }}', '{{ must_env "M6" }}', '__M7__', '%M8%', '#{M9}#'],
  ...['@@M10@@', '@M11@', '<%= m12 %>', '${jsonencode({ m13 = ["a"] })}', '{% include "m14" %}'],
];

type Path = readonly (string | number)[];

function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child as Json, [...path, key]))];
}

/** In what reaches a shell, `$X` in a string is the shell's, and outside of one a mark all the same. */
const isForShell = (path: Path) =>
  path.some((step) => /^(?:command|entryPoint|healthCheck)$/.test(String(step)));

interface Replaced {
  readonly document: Json;
  /** Marks by the path of the value or the key that they stand for. */
  readonly values: ReadonlyMap<string, string>;
  readonly keys: ReadonlyMap<string, string>;
}

const replaced: fc.Arbitrary<Replaced> = fc.constantFrom<Json>(...DOCUMENTS).chain((document) => {
  const paths = pathsOf(document).slice(1);
  const choice = fc.tuple(fc.nat(paths.length - 1), fc.nat(MARKS.length - 1), fc.integer({ min: 0, max: 5 }));
  return fc.array(choice, { minLength: 1, maxLength: 8 }).map((choices) => {
    const values = new Map<string, string>();
    const keys = new Map<string, string>();
    for (const [at, number, kind] of choices) {
      const path = paths[at] ?? [];
      const mark = MARKS[number] ?? '';
      if (isForShell(path) && mark.startsWith('$')) continue;
      const isKey = kind === 0 && Number.isNaN(Number(path.at(-1)));
      (isKey ? keys : values).set(path.join('/'), mark);
    }
    return { document, values, keys };
  });
});

/** The document as text, its marks as `write` writes them. */
function print({ document, values, keys }: Replaced, write: (mark: string) => string): string {
  const walk = (value: Json, path: Path): string => {
    const mark = values.get(path.join('/'));
    if (path.length > 0 && mark !== undefined) return write(mark);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const indent = '\n'.padEnd(path.length * 2 + 3);
    const children = Object.entries(value).map(([key, child]) => {
      const inner = [...path, key];
      if (Array.isArray(value)) return indent + walk(child as Json, inner);
      const keyMark = keys.get(inner.join('/'));
      return `${indent}${keyMark === undefined ? JSON.stringify(key) : write(keyMark)}: ${walk(child as Json, inner)}`;
    });
    const end = indent.slice(0, -2);
    return Array.isArray(value) ? `[${children.join()}${end}]` : `{${children.join()}${end}}`;
  };
  return walk(document, []);
}

function find(text: string): Finding[] {
  return lint(new Analysis(text, 'task-definition.json', true), {
    settings: { ...DEFAULT_SETTINGS, preset: 'strict' },
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => {
      throw new Error(line);
    },
  });
}

/** What a finding says, and of what; without the quotes around marks. */
function essence(text: string, { rule, severity, message, pointer, range, fixes, related }: Finding) {
  const shown = text.slice(range.start, range.end);
  return {
    rule,
    severity,
    message,
    pointer,
    shown: MARKS.find((mark) => JSON.stringify(mark) === shown) ?? shown,
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    related: related.map(({ message }) => message),
  };
}

const essences = (text: string) =>
  find(text)
    .filter(({ rule }) => rule !== 'json/template')
    .map((finding) => essence(text, finding));

describe('a document with values and keys replaced by marks', () => {
  it('says the same with and without quotes around them', () => {
    fc.assert(
      fc.property(replaced, (one) => {
        const bare = print(one, (mark) => mark);
        const quoted = print(one, (mark) => JSON.stringify(mark));
        expect(essences(bare)).toEqual(essences(quoted));
        const isTemplate = bare !== quoted;
        expect(find(bare).filter(({ rule }) => rule === 'json/template')).toHaveLength(isTemplate ? 1 : 0);
      }),
      { numRuns },
    );
  });

  it('is repaired around the marks, and never gets quotes around one', () => {
    fc.assert(
      fc.property(replaced, (one) => {
        const text = print(one, (mark) => mark);
        const { text: repaired } = fixAll(text, find);
        for (const mark of MARKS) {
          expect(repaired).not.toContain(JSON.stringify(mark));
          expect(repaired.split(mark).length).toBeLessThanOrEqual(text.split(mark).length);
        }
        expect(find(repaired).filter(({ rule }) => rule === 'json/syntax')).toEqual([]);
        for (const { fixes } of find(text))
          for (const { changes } of fixes) {
            const edits = editsOf(text, changes) ?? [];
            for (const { newText } of edits)
              for (const mark of MARKS) expect(newText).not.toContain(JSON.stringify(mark));
          }
      }),
      { numRuns: Math.ceil(numRuns / 5) }, // each is repaired step by step
    );
  });

  it('can break off anywhere', () => {
    fc.assert(
      fc.property(replaced, fc.nat(), (one, cut) => {
        const whole = print(one, (mark) => mark);
        const text = whole.slice(0, cut % whole.length);
        for (const { range } of find(text)) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
        expect(find(text).filter(({ rule }) => rule === 'json/syntax').length).toBeLessThanOrEqual(1);
      }),
      { numRuns },
    );
  });
});

/** How blocks of template languages begin, go on and end. */
const BLOCKS = [
  ['{{ if .X }}', '{{ end }}'],
  ['{{- range $i, $x := .Y -}}\n', '{{- end }}'],
  ['{% if x %}', '{% endif %}'],
  ['%{ if x ~}', '%{ endif ~}'],
  ['<% if x %>\n', '<% end %>\n'],
  ['{{#if x}}', '{{/if}}'],
] as const;

interface WithBlocks {
  readonly text: string;
  /** What is left when no block is written. */
  readonly rest: Json;
}

/** The document with some of its members and items in blocks, and commas on this or that side of them. */
function withBlocks(document: Json, noise: readonly number[]): WithBlocks {
  let at = 0;
  const next = (): number => noise[at++ % noise.length] ?? 0;
  const [open, close] = BLOCKS[next() % BLOCKS.length] ?? BLOCKS[0];
  const walk = (value: Json): WithBlocks => {
    if (typeof value !== 'object' || value === null) return { text: JSON.stringify(value), rest: value };
    const children = Object.entries(value).map(([key, child]) => {
      const { text, rest } = walk(child as Json);
      const member = Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`;
      return { key, text: member, rest, inBlock: next() % 4 === 0 };
    });
    let text = '';
    children.forEach((child, i) => {
      const before = children[i - 1];
      const places = [
        'between',
        ...(before?.inBlock ? ['before'] : []),
        ...(child.inBlock ? ['behind'] : []),
      ];
      const place = before ? places[next() % places.length] : undefined;
      if (before) text += `${place === 'before' ? ',' : ''}${before.inBlock ? close : ''}`;
      text += `${place === 'between' ? ', ' : ' '}${child.inBlock ? open : ''}${place === 'behind' ? ',' : ''}${child.text}`;
    });
    if (children.at(-1)?.inBlock) text += `${next() % 2 ? ',' : ''}${close}`;
    const left = children.filter(({ inBlock }) => !inBlock);
    return Array.isArray(value)
      ? { text: `[${text} ]`, rest: left.map(({ rest }) => rest) }
      : { text: `{ ${text} }`, rest: Object.fromEntries(left.map(({ key, rest }) => [key, rest])) };
  };
  return walk(document);
}

function isInBlock(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return BLOCKS.some(([open, close]) => before.split(open).length > before.split(close).length);
}

describe('a document with blocks of a template around members and items', () => {
  it('says nothing that depends on what is written', () => {
    const said = new Set<string>();
    const noise = fc.array(fc.nat(), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.constantFrom<Json>(...DOCUMENTS), noise, (document, numbers) => {
        const { text, rest } = withBlocks(document, numbers);
        const { template } = parseJson(text);
        fc.pre(template !== undefined);
        expect(template?.isTorn).toBe(false);
        const key = ({ rule, message }: Finding) => `${rule} ${message}`;
        const all = new Set(find(JSON.stringify(document)).map(key));
        const left = new Set(find(JSON.stringify(rest)).map(key));
        for (const finding of find(text)) {
          if (finding.rule === 'json/template') continue;
          said.add(finding.rule);
          expect(all, key(finding)).toContain(key(finding));
          if (!isInBlock(text, finding.range.start)) expect(left, key(finding)).toContain(key(finding));
        }
      }),
      { numRuns },
    );
    expect([...said].filter((rule) => !rule.startsWith('schema/'))).toEqual([]);
    expect([...said]).toEqual(
      expect.arrayContaining(['schema/type', 'schema/unknown-key', 'schema/required', 'schema/range']),
    );
  });
});
