import type { Analysis } from '../analysis';
import { NOTES } from '../knowledge/notes.generated';
import { requiredAt, schemaAt } from '../schema/lookup';
import { type Node, nodeAt, type Property, type Range } from '../syntax/tree';
import { definitionPath, memberName } from './members';

export interface Hover {
  /** Markdown of our own making; nothing of the document is in it but known keys and values. */
  readonly markdown: string;
  readonly range: Range;
}

/** Explains the key or the value at an offset. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  if (!analysis.node) return undefined;
  const node = nodeAt(analysis.parsed.root, offset);
  if (!node) return undefined;
  const key =
    node.kind === 'object' ? node.properties.find(({ keyRange }) => holds(keyRange, offset)) : undefined;
  if (key && node.kind === 'object') return explain(analysis, node, key, key.keyRange);
  if (node.kind === 'object' || node.kind === 'array') return undefined;
  const path = definitionPath(analysis, node);
  return path && explainPath(path, { start: node.start, end: node.end }, node);
}

function explain(analysis: Analysis, holder: Node, property: Property, range: Range): Hover | undefined {
  const path = definitionPath(analysis, holder);
  return path && explainPath([...path, property.key], { start: range.start, end: range.end });
}

function explainPath(path: readonly (string | number)[], range: Range, value?: Node): Hover | undefined {
  const named = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path; // an item is explained by its list
  const schema = schemaAt(named);
  if (!schema) return undefined;
  const name = memberName(named);
  const note = Object.hasOwn(NOTES, name) ? NOTES[name] : schema.description;
  if (!note) return undefined;
  const heading = [`**${String(named.at(-1))}**`, typeName(schema), isRequired(named) ? 'required' : '']
    .filter((part) => part !== '')
    .join(' · ');
  const meaning = value?.kind === 'string' ? meaningOf(schemaAt(path) ?? schema, value.value) : undefined;
  return {
    markdown: [heading, meaning, note.trim()].filter((part) => part !== undefined).join('\n\n'),
    range,
  };
}

function isRequired(path: readonly (string | number)[]): boolean {
  return requiredAt(path.slice(0, -1)).includes(String(path.at(-1)));
}

function typeName(schema: NonNullable<ReturnType<typeof schemaAt>>): string {
  if (schema.type === 'array')
    return schema.items?.type ? `list of ${schema.items.type}s` : 'list of objects';
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') return 'map of strings';
  return schema.type ?? '';
}

/** What an enum value means. */
function meaningOf(schema: NonNullable<ReturnType<typeof schemaAt>>, value: string): string | undefined {
  const meaning = schema.enumDescriptions?.[schema.enum?.indexOf(value) ?? -1];
  return meaning && `\`${value}\`: ${meaning}`;
}

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
