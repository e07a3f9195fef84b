/** A step from one named thing to another, and what it was read from. */
export interface Edge<T> {
  readonly from: string;
  readonly to: string;
  readonly source: T;
}

/**
 * The cycles of a directed graph: for each edge that closes one, the edges round it, beginning with the
 * node that is met first. Edges from a node to itself are no cycles here, and of edges that say the same the first
 * counts.
 */
export function findCycles<T>(edges: readonly Edge<T>[]): Edge<T>[][] {
  const leaving = new Map<string, Map<string, Edge<T>>>();
  for (const edge of edges) {
    const others = leaving.get(edge.from);
    if (!others) leaving.set(edge.from, new Map([[edge.to, edge]]));
    else if (!others.has(edge.to)) others.set(edge.to, edge);
  }
  const cycles: Edge<T>[][] = [];
  const done = new Set<string>();
  for (const start of leaving.keys()) {
    if (done.has(start)) continue;
    // Depth first, with a list instead of calls: a long chain must not run out of stack.
    const depth = new Map([[start, 0]]);
    const path: Edge<T>[] = [];
    const waiting = [{ node: start, edges: leaving.get(start)?.values() }];
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const edge = top.edges?.next().value;
      if (!edge) {
        done.add(top.node);
        depth.delete(top.node);
        waiting.pop();
        path.pop();
      } else if (edge.to !== edge.from && !done.has(edge.to)) {
        const met = depth.get(edge.to);
        if (met !== undefined) cycles.push([...path.slice(met), edge]);
        else {
          path.push(edge);
          depth.set(edge.to, path.length);
          waiting.push({ node: edge.to, edges: leaving.get(edge.to)?.values() });
        }
      }
    }
  }
  return cycles;
}
