import type { Analysis } from '../analysis';
import { type Occurrence, occurrenceAt, occurrencesOf, symbolAt } from '../model/references';
import type { Node, Range } from '../syntax/tree';

export interface Definition {
  /** The name under the cursor. */
  readonly origin: Range;
  /** The name where it is given. */
  readonly name: Range;
  /** What has the name: the whole container. */
  readonly whole: Range;
}

/** Where the name at an offset is given; undefined for placeholders, and for names that nothing has. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const symbol = symbolAt(analysis, offset);
  const origin = symbol && occurrenceAt(symbol, offset);
  if (!origin || !symbol.definition) return undefined;
  const { node, range } = symbol.definition;
  return { origin: origin.range, name: range, whole: rangeOf(node.parent ?? node) };
}

/** A port of a container, which other files know by its number. */
export interface MappedPort {
  readonly container: string;
  readonly port: string;
  readonly range: Range;
}

/** The `containerPort` at an offset, of a container that has a name. */
export function mappedPortAt({ definition }: Analysis, offset: number): MappedPort | undefined {
  for (const container of definition?.containers ?? []) {
    const { start, end } = container.node;
    const name = container.string('name')?.value;
    if (!name || offset < start || end < offset) continue;
    for (const mapping of container.objects('portMappings')) {
      const port = mapping.integer('containerPort');
      if (port && port.node.start <= offset && offset <= port.node.end)
        return { container: name, port: String(port.value), range: rangeOf(port.node) };
    }
  }
  return undefined;
}

/** Every place of the name at an offset, in the order of the document. */
export function occurrencesAt(analysis: Analysis, offset: number): readonly Occurrence[] {
  const symbol = symbolAt(analysis, offset);
  return symbol ? occurrencesOf(symbol) : [];
}

const rangeOf = ({ start, end }: Node): Range => ({ start, end });
