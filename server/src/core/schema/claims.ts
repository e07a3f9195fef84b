import { childOf, type Node } from '../syntax/tree';

/** Notes keys of an object that stand elsewhere, or under another name, so that nobody reports them as missing. */
export function claim(node: Node | undefined, keys: readonly string[]): void {
  if (node?.kind !== 'object') return;
  node.claims ??= new Set();
  for (const key of keys) node.claims.add(key);
}

/**
 * Notes a key in every object that some steps lead to; `'*'` stands for all items of a list. Where a step leads
 * nowhere, the object that would hold the rest is what nobody is to miss.
 */
export function claimBelow(node: Node, steps: readonly string[], key: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) claim(node, [key]);
  else if (step === '*') {
    if (node.kind === 'array') for (const item of node.items) claimBelow(item, rest, key);
  } else {
    const child = childOf(node, step);
    if (child) claimBelow(child, rest, key);
    else claim(node, [step]);
  }
}
