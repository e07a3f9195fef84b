import { all } from '../../words';
import type { Diagram, DiagramNode } from './builder';
import type { DrawOptions } from './draw';
import { escaped } from './text';

/** One sentence for all of it: "shop: 2 containers and 1 volume." */
export function summaryOf({ title, nodes }: Diagram): string {
  const count = (kind: DiagramNode['kind']): string[] => {
    const number = nodes.filter((node) => node.kind === kind).length;
    return number > 0 ? [`${number} ${kind}${number === 1 ? '' : 's'}`] : [];
  };
  return `${title}: ${all([...count('container'), ...count('volume')]) || 'no containers yet'}.`;
}

/** What the picture says about a box, lines to other boxes included. */
export function factsOf(
  { edges, nodes }: Diagram,
  { id, kind, lines, relations = [] }: DiagramNode,
): string[] {
  if (kind === 'container') return [...lines, ...relations];
  const users = new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  const names = nodes.flatMap((node) => (users.has(node.id) ? [node.name] : []));
  return [...lines, ...(names.length > 0 ? [`used by ${all(names)}`] : [])];
}

/** The same facts as HTML, for those who read words more easily than a picture. */
export function describe(diagram: Diagram, { linkOf }: DrawOptions): string {
  const { title, lines, facts, nodes, omitted } = diagram;
  const list = (items: readonly string[]): string =>
    items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
  const parts = nodes.map((node) => {
    const name = escaped(node.name);
    const link = linkOf ? `<a href="${escaped(linkOf(node))}">${name}</a>` : name;
    return `${link} (${escaped(node.what)})${list(factsOf(diagram, node).map(escaped))}`;
  });
  const task = [...lines, ...facts].map(escaped).join(' · ');
  const rest =
    omitted.length > 0 ? `<p>Too much for a picture, and left out: ${escaped(all(omitted))}.</p>` : '';
  return `<p><strong>${escaped(title)}</strong>${task && ` · ${task}`}</p>${list(parts)}${rest}`;
}
