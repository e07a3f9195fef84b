import { describe, expect, it } from 'vitest';
import { Marks, type Role } from '../../server/src/core/syntax/json/marks';

/** The first mark of a text between « and »: where it begins is given, where it ends is found. */
function markIn(marked: string) {
  const start = marked.indexOf('«');
  const text = marked.replace('«', '').replace('»', '');
  return { found: new Marks(text).at(start), end: marked.indexOf('»') - 1 };
}

describe('a mark', () => {
  it.each([
    '«${PORT}»',
    '«${PORT:-80}» }',
    '«${jsonencode({ a = { b = "}" } })}», "x": {}',
    '«${jsonencode([\n  { a = 1 },\n])}»\n}',
    '«$PORT», 1',
    '«$(PORT)»)',
    '«$(f(1))»)',
    '«{{PORT}}»}',
    '«{{ must_env "PORT" }}»',
    '«{{ env `PORT` `80` }}»',
    '«{{ printf "}}" }}» }}',
    '«{{ default({"a": {}}) }}»}}',
    '«{{{ port }}}»',
    '«{{- .Port | default 80 -}}»,',
    '«{{ include "port"\n  . }}»,',
    '«{{ it`s }}» "}}"',
    '«<PORT>»>',
    '«<%= port %>» %>',
    '«<%= a ? "%>" : b %>»',
    '«__PORT__»_',
    '«__PORT_A.B__»',
    '«%PORT%»%',
    '«#{PORT}#»#',
    '«#{PORT}»,',
    '«%{PORT}»}',
    '«@@PORT@@»@',
    '«@PORT@»',
    '1«$A»,',
  ])('%s stands for a value', (marked) => {
    const { found, end } = markIn(marked);
    expect(found).toMatchObject({ end, role: 'value', closed: true });
  });

  it.each<[marked: string, role: Role]>([
    // Go templates
    ['«{{ if .Debug }}»', 'open'],
    ['«{{- range $i, $c := .Containers -}}»', 'open'],
    ['«{{with .X}}»', 'open'],
    ['«{{ else if eq .A "b" }}»', 'middle'],
    ['«{{- else -}}»', 'middle'],
    ['«{{ end }}»', 'close'],
    ['«{{ define "env" }}»', 'definition'],
    ['«{{ $x := 5 }}»', 'nothing'],
    ['«{{ $x = 5 }}»', 'nothing'],
    ['«{{ $x == 5 }}»', 'value'],
    ['«{{ $x }}»', 'value'],
    ['«{{/* it\'s } " */}}» }}', 'nothing'],
    ['«{{- /* two\n lines */ -}}»', 'nothing'],
    ['«{{ template "env" . }}»', 'value'],
    ['«{{ endpoint }}»', 'value'],
    ['«{{ if_any }}»', 'value'],
    // Handlebars
    ['«{{#each ports}}»', 'open'],
    ['«{{^ports}}»', 'open'],
    ['«{{^}}»', 'middle'],
    ['«{{/each}}»', 'close'],
    ['«{{! a note }}»', 'nothing'],
    // Jinja
    ['«{% if debug %}»', 'open'],
    ['«{%- for c in containers -%}»', 'open'],
    ['«{% elif x %}»', 'middle'],
    ['«{%- endfor -%}»', 'close'],
    ['«{% set x = 5 %}»', 'nothing'],
    ['«{% macro env(x) %}»', 'definition'],
    ['«{% include "x.json" %}»', 'value'],
    ["«{# it's } #}» #}", 'nothing'],
    // ERB and EJS
    ['«<% if debug %>»', 'open'],
    ['«<% @ports.each do |port| %>»', 'open'],
    ['«<% ports.forEach((port) => { %>»', 'open'],
    ['«<%- if debug -%>»', 'open'],
    ['«<%- json(port) %>»', 'value'],
    ['«<% } else { %>»', 'middle'],
    ['«<% else %>»', 'middle'],
    ['«<% end -%>»', 'close'],
    ['«<% }) %>»', 'close'],
    ['«<%# a note %>»', 'nothing'],
    ['«<% const x = 5 %>»', 'nothing'],
    // Terraform
    ['«%{ if debug }»', 'open'],
    ['«%{ for port in ports ~}»', 'open'],
    ['«%{~ else }»', 'middle'],
    ['«%{ endfor ~}»', 'close'],
    // Octopus
    ['«#{if Debug}»', 'open'],
    ['«#{else}»', 'middle'],
    ['«#{/if}»', 'close'],
  ])('%s: %s', (marked, role) => {
    const { found, end } = markIn(marked);
    expect(found).toMatchObject({ end, role, closed: true });
  });

  it.each(['«${PORT»\n}', '«{{ .Port»,  \n"b": "{{ .B }}"', '«<%= port»', '«#{PORT»'])(
    '%j that nothing closes goes on to the end of its line',
    (marked) => {
      const { found, end } = markIn(marked);
      expect(found).toMatchObject({ end, role: 'value', closed: false });
    },
  );

  it.each([
    ...['{{"a": 1}}', '{{\n  "a": 1\n}}', '{{', '{{}', '{{ }', '${', '$', '$1', '<', '<<<<<<< HEAD', '< a >'],
    ...['%', '%a', '50%', '_x_', '__x', '@a', '@a@', '#', '# note', '{ {', '{"a"', 'EOF'],
  ])('%j is none', (text) => {
    expect(new Marks(text).at(0)).toBeUndefined();
  });
});

describe('a mark inside of a string', () => {
  const endIn = (text: string, start: number) => new Marks(text).endInString(start);

  it.each([
    ['"«{{ must_env "X" }}»"'],
    ['"a-«{{ env "A" "b" }}»-c", "d"'],
    ['"«${join(",", x)}»"'],
    ['"«{{ join ", " .X }}»"'],
    ['"«{% if x == "y" %}»"'],
    ['"«<%= h["x"] %>»"'],
  ])('%s with double quotes', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(endIn(text, marked.indexOf('«'))).toBe(marked.indexOf('»') - 1);
  });

  it.each([
    ['"{{ X }}"', 1],
    ['"{{ env \\"X\\" }}"', 1],
    ['"{{", "b": 1', 1],
    ['"${X", "b": {}', 1],
    ['"{{ X",\n"}}"', 1],
    ['"$X", "a"', 1],
  ])('%j without them, or that does not end, is read as text', (text, start) => {
    expect(endIn(text, start)).toBeUndefined();
  });
});

it('a mark that is not closed costs others of its kind nothing', () => {
  const text = '{{ "a }} {{ b }} ${ c\n ${ d }';
  const marks = new Marks(text);
  expect(marks.at(0)).toMatchObject({ end: 8 });
  expect(marks.at(9)).toMatchObject({ end: 16 });
  expect(marks.at(17)).toMatchObject({ closed: false, end: 21 });
  expect(marks.at(text.indexOf('${ d'))).toMatchObject({ closed: true, end: text.length });
});
