import { describe, expect, it } from 'vitest';
import { applyFix } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { readTemplate } from '../../server/src/core/syntax/json/template';
import type { Node } from '../../server/src/core/syntax/tree';
import { readMarks } from '../support/marks';

/** The tree as plain data: objects as pairs, so that duplicate and unfinished members show; marks as `<their text>`. */
function plain(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'object')
    return node.properties.map(({ key, bare, value }) => [bare ? { mark: key } : key, plain(value)]);
  if (node.kind === 'array') return { list: node.items.map(plain) };
  if (node.kind === 'string' && node.bare) return { mark: node.value };
  return node.kind === 'null' ? null : node.value;
}

/** What of the text is left to say. */
const problems = (text: string) => parseJson(text).problems.map(({ kind, start }) => [kind, start]);

const MARKS = [
  ...['<PORT>', '${PORT}', '$PORT', '$(PORT)', '{{ .Port }}', '{{port}}', '{{ must_env "PORT" }}'],
  ...['__PORT__', '%PORT%', '#{PORT}#', '#{PORT}', '@@PORT@@', '@PORT@', '<%= port %>', '%{PORT}'],
  ...['${lookup({ a = 1 }, "b")}', '{{ default({"a": {}}) }}', '{% include "port" %}'],
];

describe.each(MARKS)('%s', (mark) => {
  it.each<[text: string, tree: unknown]>([
    [
      `{"a": ${mark}, "b": 1}`,
      [
        ['a', { mark }],
        ['b', 1],
      ],
    ],
    [`{"a":${mark}}`, [['a', { mark }]]],
    [`{"a": ${mark}\r\n}`, [['a', { mark }]]],
    [
      `{"a": 1${mark}, "b": 2}`,
      [
        ['a', { mark: `1${mark}` }],
        ['b', 2],
      ],
    ],
    [
      `{"a": ${mark}.5, "b": 2}`,
      [
        ['a', { mark: `${mark}.5` }],
        ['b', 2],
      ],
    ],
    [`{"a": ${mark}${mark}}`, [['a', { mark: `${mark}${mark}` }]]],
    [
      `{${mark.startsWith('{') ? ' ' : ''}${mark}: 1, "b": 2}`,
      [
        [{ mark }, 1],
        ['b', 2],
      ],
    ],
    [`[1, ${mark}]`, { list: [1, { mark }] }],
    [`[ ${mark} , {"a": ${mark}}]`, { list: [{ mark }, [['a', { mark }]]] }],
    [` ${mark}\n`, { mark }],
  ])('%s', (text, tree) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual(tree);
    expect(template).toMatchObject({ gaps: [], isTorn: false });
    expect(problems(text)).toEqual([]);
  });

  it.each<[text: string, tree: unknown]>([
    [`{ ${mark} }`, []],
    [`{"a": 1, ${mark}}`, [['a', 1]]],
    [`{"a": 1 ${mark}}`, [['a', 1]]],
    [`{ ${mark}, "a": 1}`, [['a', 1]]],
    [`{ ${mark} "a": 1}`, [['a', 1]]],
    [
      `{"a": 1 ${mark} "b": 2}`,
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [`[ ${mark} {"a": 1}]`, { list: [[['a', 1]]] }],
    [`[{"a": 1} ${mark} ]`, { list: [[['a', 1]]] }],
    [`["a" ${mark}, "b"]`, { list: ['a', 'b'] }],
  ])('%s leaves open what is there', (text, tree) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual(tree);
    expect(template?.gaps).toEqual([text.indexOf(mark)]);
    expect(problems(text)).toEqual([]);
  });

  it('is untouched in a string of JSON', () => {
    const text = JSON.stringify({ a: mark, [`b${mark}`]: [`c${mark}d`] });
    expect(parseJson(text).template).toBeUndefined();
  });
});

describe('double quotes inside of a mark in a string', () => {
  it.each<[text: string, tree: unknown]>([
    [
      '{"a": "{{ env "A" "b" }}", "c": 1}',
      [
        ['a', { mark: '{{ env "A" "b" }}' }],
        ['c', 1],
      ],
    ],
    ['{"a": "x-{{ env "A" }}:{{ env "B" }}"}', [['a', { mark: 'x-{{ env "A" }}:{{ env "B" }}' }]]],
    ['{"{{ env "A" }}": 1}', [[{ mark: '{{ env "A" }}' }, 1]]],
    ['["${join("-", x)}", "b"]', { list: [{ mark: '${join("-", x)}' }, 'b'] }],
    ['["<%= h["a"] %>"]', { list: [{ mark: '<%= h["a"] %>' }] }],
    ['["a {{ b }}", {{ c }}, "{{ d }}"]', { list: ['a {{ b }}', { mark: '{{ c }}' }, '{{ d }}'] }],
  ])('%s', (text, tree) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual(tree);
    expect(template).toMatchObject({ gaps: [], isTorn: false });
    expect(problems(text)).toEqual([]);
  });
});

describe('blocks', () => {
  it.each<[title: string, text: string, tree: unknown]>([
    [
      'of members, commas inside',
      '{"a": 1{{ if .X }}, "b": 2{{ end }}}',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'of members, commas behind',
      '{ {{ if .X }}"a": 1,{{ end }} "b": 2}',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'at the end',
      '{"a": 1, {{ if .X }}"b": 2{{ end }}}',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'at the end, with a comma',
      '{"a": 1, {{ if .X }}"b": 2,{{ end }} }',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'with two branches',
      '{"a": 1, {% if x %}"b": 2{% else %}"b": 3{% endif %}, "c": 4}',
      [
        ['a', 1],
        ['b', 2],
        ['b', 3],
        ['c', 4],
      ],
    ],
    ['of items', '[{{ range .X }}{"a": {{ . }}},{{ end }}]', { list: [[['a', { mark: '{{ . }}' }]]] }],
    [
      'with a comma of its own',
      '[{{ range $i, $x := .X }}{{ if $i }},{{ end }}{"a": 1}{{ end }}, 2]',
      { list: [[['a', 1]], 2] },
    ],
    [
      'of Jinja',
      '[{% for x in y %}"{{ x }}"{% if not loop.last %},{% endif %}{% endfor %}]',
      { list: ['{{ x }}'] },
    ],
    ['of Terraform', '[%{ for x in y ~}\n"${x}",\n%{ endfor ~}\n"z"]', { list: ['${x}', 'z'] }],
    [
      'of ERB',
      '{<% if x %>"a": 1,<% end %> "b": <%= y %>}',
      [
        ['a', 1],
        ['b', { mark: '<%= y %>' }],
      ],
    ],
    ['of EJS', '[<% x.forEach(y => { %>{"a": <%- y %>},<% }) %>]', { list: [[['a', { mark: '<%- y %>' }]]] }],
    [
      'of Handlebars',
      '[{{#each x}}{"a": {{this}}}{{#unless @last}},{{/unless}}{{/each}}]',
      { list: [[['a', { mark: '{{this}}' }]]] },
    ],
    [
      'of Octopus',
      '{"a": 1 #{if B}, "b": 2 #{/if}}',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    ['around everything', '{{ with .X }}{"a": 1}{{ end }}\n', [['a', 1]]],
    ['one document in each branch', '{{ if .X }}{"a": 1}{{ else }}{"b": 2}{{ end }}', [['a', 1]]],
    [
      'around a part of a list',
      '{"a": ["b", {{ if .X }}"c"{{ else }}"d"{{ end }}], "e": 1}',
      [
        ['a', { list: ['b', 'c', 'd'] }],
        ['e', 1],
      ],
    ],
  ])('%s', (_, text, tree) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual(tree);
    expect(template?.gaps).not.toEqual([]);
    expect(template?.isTorn).toBe(false);
    expect(problems(text)).toEqual([]);
  });

  it.each<[text: string, tree: unknown]>([
    [
      '{"a": {{ if .X }}1{{ else }}2{{ end }}, "b": 3}',
      [
        ['a', { mark: '{{ if .X }}1{{ else }}2{{ end }}' }],
        ['b', 3],
      ],
    ],
    [
      '{"a": {% if x %}[1, {"c": 2}]{% else %}null{% endif %}}',
      [['a', { mark: '{% if x %}[1, {"c": 2}]{% else %}null{% endif %}' }]],
    ],
    [
      '{"a": {{ if .X }}{{ if .Y }}1{{ end }}{{ end }}0}',
      [['a', { mark: '{{ if .X }}{{ if .Y }}1{{ end }}{{ end }}0' }]],
    ],
    ['{"a": {{ if .X }}1 }{{ else }}2{{ end }}}', [['a', { mark: '{{ if .X }}1 }{{ else }}2{{ end }}' }]]],
  ])('%s is one unknown value', (text, tree) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual(tree);
    expect(template).toMatchObject({ gaps: [], isTorn: false });
    expect(problems(text)).toEqual([]);
  });

  it.each([
    '{{ define "x" }}{"a": 1}, 2 ] {{ end }}{"b": 2}',
    '{# a note #}\n{%- set x = 1 -%}{"b": 2}',
    '{"b": {{/* MiB */}} 2}',
    '{ {{ $x := "y" }} "b": 2 }',
    '{% macro m() %}"a": 1{% endmacro %}{"b": 2}',
  ])('%s writes nothing in its place', (text) => {
    const { root, template } = parseJson(text);
    expect(plain(root)).toEqual([['b', 2]]);
    expect(template).toMatchObject({ gaps: [], isTorn: false });
    expect(problems(text)).toEqual([]);
  });

  it.each([
    '{"a": 1 {{ if .X }}} {{ end }}',
    '{ {{ if .X }}"a": [{{ else }}"a": {{{ end }} }',
    '{"a": 1} {{ end }}',
    '{"a": 1, {{ if .X }} "b": 2}',
    '{"a": {{ if .X }} 2}',
    '[{% if x %}1{{ end }}]',
    '{ {{ if .X }} "a": {{ end }} 1}',
  ])('%s: brackets in blocks, and blocks without an end, leave everything open', (text) => {
    expect(parseJson(text).template?.isTorn).toBe(true);
    expect(problems(text)).toEqual([]);
  });
});

describe('real mistakes in a template', () => {
  it.each<[marked: string, kind: string]>([
    ['{"a": ${X} «"b"»: 1}', 'syntax'],
    ['{"a": 1 «"b"»: ${X}}', 'syntax'],
    ['{"a": ${X}«,»}', 'trailing-comma'],
    ['{"a": ${X}, «"a"»: 1}', 'duplicate-key'],
    ['{"a": ${X}, «// note»\n "b": 1}', 'comment'],
    ['{"a" «${X}»}', 'syntax'],
    ['[{{ if .X }}1{{ end }}, 2«,»]', 'trailing-comma'],
    ['{{ if .X }}{"a": «tru»}{{ end }}', 'syntax'],
    ['{"a": ${X}, "b": «${Y»\n, "c": 1}', 'syntax'],
  ])('%s', (marked, kind) => {
    const { text, ranges } = readMarks(marked);
    const found = parseJson(text).problems;
    expect(found.map(({ kind, start }) => [kind, start])).toEqual([[kind, ranges[0]?.start]]);
  });

  it('without a mark there is no template', () => {
    for (const text of ['{"a" 1}', '{{"a": 1}}', "{'a': 1}", '{"a": 5%}', '{"a": _}'])
      expect(parseJson(text).template?.marks ?? [], text).toEqual([]);
  });
});

describe('the text as JSON', () => {
  it('has every character where it was, and every line', () => {
    const text =
      '\uFEFF[{{ range .X }}\r\n  {"a": ${jsonencode({\n b = 1\r\n})}, "c": "{{ d "e" }}"},\n{{ end }}\n]';
    const covered = readTemplate(text)?.text ?? '';
    expect(covered.length).toBe(text.length);
    expect(covered.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
    expect(JSON.parse(covered.slice(1))).toEqual([{ a: 'x'.repeat(12), c: 'x'.repeat(11) }]);
  });

  it('gives marks their whole range', () => {
    const { text, ranges } = readMarks('{«${K}»: «${f({\n})}»}');
    const { root } = parseJson(text);
    const property = root?.kind === 'object' ? root.properties[0] : undefined;
    expect(property?.keyRange).toEqual(ranges[0]);
    expect(property?.value).toMatchObject({ ...ranges[1], value: '${f({\n})}', bare: true });
  });

  it('takes time in proportion to its length', () => {
    for (const part of [
      '{{',
      '"{{ "',
      '"a":{{ if x }}',
      '{{ end }}',
      '${',
      '<a',
      '__a',
      '${a}',
      '{{ x\n',
      '{#',
    ]) {
      const text = `{"a": \${X} ${part.repeat(100_000)}`;
      expect(parseJson(text).template, part).toBeDefined();
    }
  });
});

describe('fixes', () => {
  const fixed = (text: string, change: Parameters<typeof applyFix>[1]['changes'][number]) =>
    applyFix(text, { title: '', safe: false, changes: [change] });

  it('leave the marks as they are', () => {
    const text = '{\n  "a": ${A},\n  ${K}: 5,\n  "c": "{{ c "d" }}",\n  "e": [<E>]\n}';
    expect(fixed(text, { kind: 'insert', pointer: '', key: 'z', value: 1 })).toBe(
      text.replace('[<E>]', '[<E>],\n  "z": 1'),
    );
    expect(fixed(text, { kind: 'remove', pointer: '/a' })).toBe(text.replace('\n  "a": ${A},', ''));
    expect(fixed(text, { kind: 'remove', pointer: '/c' })).toBe(text.replace('\n  "c": "{{ c "d" }}",', ''));
    expect(fixed(text, { kind: 'rename', pointer: '/a', key: 'b' })).toBe(text.replace('"a"', '"b"'));
    expect(fixed(text, { kind: 'append', pointer: '/e', value: 'x' })).toBe(text.replace('<E>', '<E>, "x"'));
    expect(fixed(text, { kind: 'set', pointer: '/$%7BK%7D', value: 6 })).toBeUndefined();
    expect(fixed(text, { kind: 'set', pointer: '/${K}', value: 6 })).toBe(text.replace('5', '6'));
  });

  it('are not made where a mark would come to stand in quotes, or be lost', () => {
    const text = '{"a": ${A}, "b": {"c": ${A}}, ${K}: 1}';
    expect(fixed(text, { kind: 'set', pointer: '/b', value: [{ c: '${A}' }] })).toBeUndefined();
    expect(fixed(text, { kind: 'insert', pointer: '/b', key: 'd', value: '${A}' })).toBeUndefined();
    expect(fixed(text, { kind: 'insert', pointer: '/b', key: 'd', value: { '${K}': 1 } })).toBeUndefined();
    expect(fixed(text, { kind: 'rename', pointer: '/${K}', key: 'k' })).toBeUndefined();
    expect(fixed(text, { kind: 'insert', pointer: '/b', key: 'd', value: '${B}' })).toBe(
      text.replace('${A}}', '${A}, "d": "${B}"}'),
    );
  });

  it('are not made across a block', () => {
    const text = '{"a": 1, {{ if .X }}"b": 2, {{ end }}"c": [3, {{ if .Y }}4{{ end }}], "d": 5}';
    expect(fixed(text, { kind: 'remove', pointer: '/a' })).toBeUndefined();
    expect(fixed(text, { kind: 'remove', pointer: '/b' })).toBeUndefined();
    expect(fixed(text, { kind: 'set', pointer: '/c', value: [] })).toBeUndefined();
    expect(fixed(text, { kind: 'append', pointer: '/c', value: 6 })).toBeUndefined();
    expect(fixed(text, { kind: 'set', pointer: '/b', value: 7 })).toBe(text.replace('2', '7'));
    expect(fixed(text, { kind: 'insert', pointer: '', key: 'e', value: 6 })).toBe(
      text.replace('5}', '5, "e": 6}'),
    );
  });
});
