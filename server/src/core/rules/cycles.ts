/** A step from one named thing to another, and what it was read from. */
export interface Edge<T> {
  readonly from: string;
  readonly to: string;
  readonly source: T;
}

/**
 * The cycles of a directed graph: for each edge that closes one, the edges round it, beginning with the
 * node that is met first. Edges from a node to itself are no cycles here.
 */
export function findCycles<T>(edges: readonly Edge<T>[]): Edge<T>[][] {
  const leaving = new Map<string, Edge<T>[]>();
  for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const state = new Map<string, 'open' | 'done'>();
  const path: Edge<T>[] = [];
  const cycles: Edge<T>[][] = [];
  const visit = (node: string): void => {
    state.set(node, 'open');
    for (const edge of leaving.get(node) ?? []) {
      if (edge.to === node) continue;
      path.push(edge);
      if (state.get(edge.to) === 'open')
        cycles.push(path.slice(path.findIndex(({ from }) => from === edge.to)));
      else if (!state.has(edge.to)) visit(edge.to);
      path.pop();
    }
    state.set(node, 'done');
  };
  for (const node of leaving.keys()) if (!state.has(node)) visit(node);
  return cycles;
}
