import { childOf, type Node, pathOf } from './tree';

/** Path steps to an RFC 6901 JSON pointer: `['a', 0]` to `/a/0`. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** An RFC 6901 JSON pointer to its unescaped steps. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a node. */
export function pointerOf(node: Node): string {
  return toPointer(pathOf(node));
}

/** The node a pointer names; undefined where there is none. */
export function resolve(root: Node | undefined, pointer: string): Node | undefined {
  return fromPointer(pointer).reduce<Node | undefined>((node, step) => childOf(node, step), root);
}
