import type { Analysis } from '../../analysis';
import { code } from '../../markdown';
import type { Occurrence } from '../../model/references';
import { type Container, containerAt } from '../../model/taskDefinition';
import { definitionPath, memberName } from '../members';

/** More of them help nobody. */
const MOST = 6;

/** "`image` of `web` (line 7), `cpu` (line 3)"; undefined when there are none. */
export function sayPlaces(analysis: Analysis, occurrences: readonly Occurrence[]): string | undefined {
  if (occurrences.length === 0) return undefined;
  // One line may hold several.
  const places = [...new Set(occurrences.map((occurrence) => sayPlace(analysis, occurrence)))];
  const said = places.slice(0, MOST);
  const more = places.length - said.length;
  return `${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** "`dependsOn` of `web` (line 12)" */
function sayPlace(analysis: Analysis, { node, range }: Occurrence): string {
  const { definition, text } = analysis;
  const container = definition && containerAt(node, definition);
  const path = definitionPath(analysis, node) ?? [];
  const member = memberName(container ? path.slice(2) : path);
  const line = `line ${lineOf(text, range.start)}`;
  const name = container && nameOf(container);
  const owner = name === undefined ? '' : ` of ${code(name)}`;
  return member === ''
    ? `${owner.slice(4) || 'the document'} (${line})`
    : `${code(member)}${owner} (${line})`;
}

function nameOf(container: Container): string | undefined {
  const name = container.get('name');
  return name?.kind === 'string' && name.value !== '' ? name.value : undefined;
}

/** The line of an offset, counted from 1, as editors do. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
