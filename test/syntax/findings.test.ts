import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding } from '../../server/src/core/finding';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { applyFix } from '../../server/src/core/syntax/json/edits';
import { type SyntaxOptions, syntaxFindings } from '../../server/src/core/syntax/json/findings';
import { readMarks } from '../support/marks';

const OPTIONS: SyntaxOptions = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };

function find(text: string, options: Partial<SyntaxOptions> = {}): Finding[] {
  return syntaxFindings(new Analysis(text, 'task-definition.json', true), { ...OPTIONS, ...options });
}

const NOT_JSON =
  'This is not JSON: text stands in double quotes, and apart from that there are numbers, true, false and null.';

describe('json/syntax', () => {
  it.each<[marked: string, message: string]>([
    ['{"family": «web»}', NOT_JSON],
    ["{«'family'»: 1}", 'Strings stand in double quotes in JSON, not in single ones.'],
    ['{"a": «True»}', 'JSON writes true, not True.'],
    ['{"a": «None»}', 'JSON writes null, not None.'],
    ['{"a": 0«x1»}', NOT_JSON],
    ['{"a": «-»}', NOT_JSON],
    ['{«5»: 1}', 'A key in double quotes is expected here.'],
    ['{"a": «}»', 'A value is missing here.'],
    ['{"a" «1»}', 'A colon is missing between the key and its value.'],
    ['{"a": 1 «"b"»: 2}', 'A comma is missing here.'],
    ['{"a": 1«»', 'The closing brace } is missing.'],
    ['{«»', 'The closing brace } is missing.'],
    ['{"a": 1,«»\n', 'A key in double quotes is expected here.'],
    ['{"a":«»\n', 'A value is missing here.'],
    ['{"a": [1«»', 'The closing bracket ] is missing.'],
    ['{"a": [1]«»\n\n  ', 'The closing brace } is missing.'],
    ['{"a": 1}\n«EOF»', 'The document ends before this: nothing may follow it.'],
    ['{"a": 1} «{»"b": 1}', 'The document ends before this: nothing may follow it.'],
    ['{"a": «"b»\n}', 'The closing quote of this string is missing.'],
    ['{"a": «"\\q"»}', 'JSON does not know this escape. A backslash itself is written \\\\.'],
    ['{"a": «"\\u12"»}', 'Four hexadecimal digits have to follow \\u.'],
    [
      '{"a": «"b\tc"»}',
      'Tabs and other control characters cannot stand in a string as they are: write \\t, or \\u and four digits.',
    ],
    ['{"a": 1} «/* b»', 'This comment is never closed.'],
    ['{"a": 1} «"${X}"»', 'The document ends before this: nothing may follow it.'],
    ['{"a": ${X} «"b"»: 1}', 'A comma is missing here.'],
    ['{"a": {{ if .X }}1{{ else }}2{{ end }}, "b": «tru», "c": 1}', NOT_JSON],
    ['{"a": {{ if .X }}1{{ end }}, {{ range .Y }}"b": 1 «"c"»: 1,{{ end }}}', 'A comma is missing here.'],
    ['{"a": «${X»\n}', 'This template mark is never closed.'],
    ['{"a": «{{ .X», \n "b" 5}', 'This template mark is never closed.'],
    ['{«{»"a": 1}}', 'A key in double quotes is expected here.'],
  ])('%s', (marked, message) => {
    const { text, ranges } = readMarks(marked);
    const [first, ...rest] = find(text).filter(({ rule }) => rule === 'json/syntax');
    expect(rest).toEqual([]);
    // What can be done about it: repair.test.ts.
    const { fixes, ...said } = first ?? {};
    expect(said).toEqual({
      rule: 'json/syntax',
      severity: 'error',
      message,
      pointer: '',
      range: ranges[0],
      related: [],
      droppedByDeployAction: false,
    });
  });

  it('offers the one change that repairs the text, but not in a template', () => {
    const titles = (text: string) => find(text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles('{"a": 1 "b": 2}')).toEqual(['Add the missing comma']);
    expect(titles('{"a": ${X} "b": 2}')).toEqual([]);
  });

  it('is told once for a document that is nested too deeply', () => {
    const found = find('['.repeat(10_000));
    expect(found.map(({ rule, message, range }) => [rule, message, range])).toEqual([
      [
        'json/syntax',
        'This is nested too deeply to be read: no task definition needs 200 levels.',
        { start: 200, end: 201 },
      ],
    ]);
  });
});

describe('json/template', () => {
  const VALUES =
    'This template is JSON only when marks like this one have been replaced. All the rest of it is checked.';
  const BLOCKS =
    'This template is JSON only when it is rendered. Until then single values are checked, but not what is missing or does not fit together.';
  const TORN =
    'Brackets and blocks of this template are not in pairs: what belongs where shows only when it is rendered, and nothing of it is checked before.';

  it.each<[marked: string, message: string]>([
    ['{"a": «${PORT}», "b": <X>}', VALUES],
    ['{"a": "«{{ must_env "X" }}»:1"}', VALUES],
    ['{"a": «{{ if .X }}1{{ else }}2{{ end }}»}', VALUES],
    ['{ «{{/* a comment */}}» "a": 1}', VALUES],
    ['{"a": «${jsonencode([»\n  1\n])}}', VALUES],
    ['{"a": 1«{{ if .X }}», "b": 2{{ end }}}', BLOCKS],
    ['[1, 2 «${more}»]', BLOCKS],
    ['{ «{{ members }}» }', BLOCKS],
    ['{"a": 1 «{{ if .X }}»} {{ end }}', TORN],
    ['{"a": 1 «{% endif %}»}', TORN],
    ['{"a": [«<% if x %>» 1]}', TORN],
  ])('%s', (marked, message) => {
    const { text, ranges } = readMarks(marked);
    expect(find(text)).toEqual([
      {
        rule: 'json/template',
        severity: 'info',
        message,
        pointer: '',
        range: ranges[0],
        fixes: [],
        related: [],
        droppedByDeployAction: false,
      },
    ]);
  });

  it('is told where the editor reports syntax errors itself too', () => {
    const rules = (text: string) => find(text, { syntaxErrors: false }).map(({ rule }) => rule);
    expect(rules('{"a": ${PORT}}')).toEqual(['json/template']);
    expect(rules('{"a": ${PORT} "b": 1}')).toEqual([]);
  });

  it('is silent about JSON, whatever stands in its strings', () => {
    expect(find('{"{{ a }}": "${PORT}", "b": "{% if x %}", "c": "<%= \\"x\\" %>"}')).toEqual([]);
  });
});

describe('json/comment', () => {
  it.each<[marked: string, fixed: string]>([
    ['{"family": "w"} «// end»', '{"family": "w"}'],
    ['{\n  «// why»\n  "family": "w"\n}', '{\n  "family": "w"\n}'],
    ['{\r\n  «// why»\r\n  "family": "w"\r\n}', '{\r\n  "family": "w"\r\n}'],
    ['{\n  "family": "w", «// why»\n  "cpu": "1"\n}', '{\n  "family": "w",\n  "cpu": "1"\n}'],
    ['{"family": «/* why */» "w"}', '{"family": "w"}'],
    ['«/* two\n lines */»\n{"family": "w"}', '{"family": "w"}'],
    ['«// only»', ''],
    ['  «/* a */» {"family": "w"}', '   {"family": "w"}'],
  ])('%j', (marked, fixed) => {
    const { text, ranges } = readMarks(marked);
    const found = find(text);
    expect(found.map(({ rule, severity, message, range }) => [rule, severity, message, range])).toEqual([
      [
        'json/comment',
        'error',
        'JSON has no comments: the AWS CLI cannot read a file with one. Remove it.',
        ranges[0],
      ],
    ]);
    expect(found[0]?.fixes.map(({ title, safe }) => [title, safe])).toEqual([['Remove the comment', false]]);
    expect(found[0]?.fixes[0] && applyFix(text, found[0].fixes[0])).toBe(fixed);
  });

  it('leaves strings alone that look like comments', () => {
    expect(find('{"family": "// no", "a": "/* no */"}')).toEqual([]);
  });
});

describe('json/trailing-comma', () => {
  it.each<[marked: string, fixed: string]>([
    ['{"family": "w"«,»}', '{"family": "w"}'],
    ['{"a": [1, 2«,»\n]}', '{"a": [1, 2\n]}'],
    ['{"a": {}«,»\n}', '{"a": {}\n}'],
  ])('%j', (marked, fixed) => {
    const { text, ranges } = readMarks(marked);
    const found = find(text);
    expect(found.map(({ rule, severity, message, range }) => [rule, severity, message, range])).toEqual([
      [
        'json/trailing-comma',
        'error',
        'JSON allows no comma behind the last item: the AWS CLI cannot read the file. Remove it.',
        ranges[0],
      ],
    ]);
    expect(found[0]?.fixes.map(({ title, safe }) => [title, safe])).toEqual([['Remove the comma', true]]);
    expect(found[0]?.fixes[0] && applyFix(text, found[0].fixes[0])).toBe(fixed);
  });

  it('is about commas that the author wrote', () => {
    const rules = find('[{ "name": ": "1{{ x }}/web:1.4"\n}]').map(({ rule }) => rule);
    expect(rules).toEqual(['json/syntax']);
  });

  it('waits for the bracket', () => {
    expect(find('{"family": "w", ').map(({ rule }) => rule)).toEqual(['json/syntax']);
  });
});

describe('json/duplicate-key', () => {
  it.each<[marked: string, pointer: string, key: string, fixed: string]>([
    ['{«"a"»: 1, "b": 2, «"a"»: 3}', '/a', 'a', '{"b": 2, "a": 3}'],
    ['{"x": [{\n  «"a"»: {"c": 1},\n  «"a"»: 3\n}]}', '/x/0/a', 'a', '{"x": [{\n  "a": 3\n}]}'],
    ['{«"a/b"»: 1, «"a/b"»: 3}', '/a~1b', 'a/b', '{"a/b": 3}'],
  ])('%j', (marked, pointer, key, fixed) => {
    const { text, ranges } = readMarks(marked);
    const [first, second] = ranges;
    const found = find(text);
    expect(found).toMatchObject([
      {
        rule: 'json/duplicate-key',
        severity: 'warning',
        message: `"${key}" stands twice in this object: only the last value counts, the earlier one is lost.`,
        pointer,
        range: second,
        related: [{ ...first, message: `The earlier "${key}"` }],
        fixes: [{ title: `Remove the earlier ${key}`, safe: false }],
      },
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes[0] && applyFix(text, found[0].fixes[0])).toBe(fixed);
  });

  it('speaks of the first one each time', () => {
    const { text, ranges } = readMarks('{«"a"»: 1, «"a"»: 2, «"a"»: 3}');
    const found = find(text);
    expect(found.map(({ range }) => range)).toEqual(ranges.slice(1));
    expect(found.map(({ related }) => related[0]?.start)).toEqual([ranges[0]?.start, ranges[0]?.start]);
  });

  it('is no matter of two objects', () => {
    expect(find('{"a": {"b": 1}, "c": {"b": 1}, "b": 1}')).toEqual([]);
  });
});

describe('options', () => {
  const text = '// c\n{"a": 1, "a": 2, "b": [1,], "c" 1}';
  const rules = (options: Partial<SyntaxOptions>) =>
    find(text, options).map(({ rule, severity }) => `${rule} ${severity}`);

  it('say which findings the editor makes itself', () => {
    expect(rules({})).toEqual([
      'json/comment error',
      'json/duplicate-key warning',
      'json/trailing-comma error',
      'json/syntax error',
    ]);
    expect(rules({ syntaxErrors: false })).toEqual(['json/comment error', 'json/trailing-comma error']);
    expect(rules({ commentErrors: false })).toEqual(['json/duplicate-key warning', 'json/syntax error']);
  });

  it('set the severity of a rule', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      rules: { 'json/comment': 'off', 'json/trailing-comma': 'hint' },
    } as const;
    expect(rules({ settings })).toEqual([
      'json/duplicate-key warning',
      'json/trailing-comma hint',
      'json/syntax error',
    ]);
  });
});
