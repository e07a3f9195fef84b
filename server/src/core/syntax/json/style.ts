import type { Json } from '../../finding';
import type { ArrayNode, Node, ObjectNode, Range } from '../tree';

export type Container = ObjectNode | ArrayNode;

/** The members of an object, each from its key to the end of its value, or the items of a list. */
export function childRange(container: Container, index: number): Range | undefined {
  if (container.kind === 'array') return container.items[index];
  const property = container.properties[index];
  return property && { start: property.keyRange.start, end: property.value?.end ?? property.keyRange.end };
}

export function childCount(container: Container): number {
  return container.kind === 'array' ? container.items.length : container.properties.length;
}

/** How a document is laid out, so that what is added to it looks like the rest. */
export class Style {
  #lineEnd: string | undefined;
  #unit: string | undefined;

  constructor(
    readonly text: string,
    readonly root: Node | undefined,
  ) {}

  /** The first line end of the text counts for all. */
  get lineEnd(): string {
    this.#lineEnd ??= /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\n';
    return this.#lineEnd;
  }

  /** One step of indentation. */
  get unit(): string {
    this.#unit ??= this.#findUnit(this.root) ?? '  ';
    return this.#unit;
  }

  /** The white space with which the line of an offset begins. */
  indentAt(offset: number): string {
    let start = offset;
    while (start > 0 && !isLineEnd(this.text[start - 1])) start--;
    if (this.text[start] === '\uFEFF') start++;
    let end = start;
    while (isBlank(this.text[end])) end++;
    return this.text.slice(start, end);
  }

  /** Whether the children stand on lines of their own; an empty container does as the one around it. */
  isBroken(container: Container): boolean {
    const last = childCount(container) - 1;
    const child = childRange(container, last);
    if (child) return this.hasLineEnd(childRange(container, last - 1)?.end ?? container.start, child.start);
    if (this.hasLineEnd(container.start, container.end)) return true;
    return container.parent ? this.isBroken(container.parent) : true;
  }

  /** The indentation of the lines of a broken container's children. */
  childIndent(container: Container): string {
    const last = childRange(container, childCount(container) - 1);
    return last ? this.indentAt(last.start) : this.indentAt(container.start) + this.unit;
  }

  /** What stands between two children on one line. */
  separator(container: Container): string {
    return this.isCompact(container) ? ',' : ', ';
  }

  /** A new value for an existing one. */
  replacement(old: Node, value: Json): string {
    const filled = (old.kind === 'object' || old.kind === 'array') && childCount(old) > 0;
    const broken = filled
      ? this.hasLineEnd(old.start, old.end)
      : old.parent === undefined || this.isBroken(old.parent);
    const around = filled ? old : old.parent;
    return broken ? this.#lines(value, this.indentAt(old.start)) : this.#line(value, this.isCompact(around));
  }

  /** A new child; `key` for a member of an object. */
  child(container: Container, key: string | undefined, value: Json): string {
    const compact = this.isCompact(container);
    const start = key === undefined ? '' : `${JSON.stringify(key)}${compact ? ':' : ': '}`;
    if (this.isBroken(container)) return start + this.#lines(value, this.childIndent(container));
    const last = childRange(container, childCount(container) - 1);
    // `[{` and `}, {`: the lists stay on a line, their items do not.
    if (last && this.hasLineEnd(last.start, last.end))
      return start + this.#lines(value, this.indentAt(last.start));
    return start + this.#line(value, compact);
  }

  /**
   * Any value, on lines that begin with an indentation; on one line without it, and where it is a list of texts or
   * numbers.
   */
  written(value: Json, around: Container | undefined, indent: string | undefined): string {
    const isShort = Array.isArray(value) && value.every((item: Json) => typeof item !== 'object');
    if (indent === undefined || isShort) return this.#line(value, this.isCompact(around));
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const inner = indent + this.unit;
    const children = Object.entries(value).map(([key, child]: [string, Json]) => {
      const start = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
      return `${inner}${start}${this.written(child, around, inner)}`;
    });
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    if (children.length === 0) return `${open}${close}`;
    return [open, children.join(`,${this.lineEnd}`), `${indent}${close}`].join(this.lineEnd);
  }

  /** The first children of an empty container that stays on its line. */
  padded(container: Container, children: string): string {
    return container.kind === 'object' && !this.isCompact(container) ? ` ${children} ` : children;
  }

  hasLineEnd(start: number, end: number): boolean {
    return /[\r\n]/.test(this.text.slice(start, end));
  }

  #lines(value: Json, indent: string): string {
    if (typeof value !== 'object') return JSON.stringify(value);
    return JSON.stringify(value, null, this.unit).replaceAll('\n', this.lineEnd + indent);
  }

  #line(value: Json, compact: boolean): string {
    if (compact || typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map((item: Json) => this.#line(item, compact)).join(', ')}]`;
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}: ${this.#line(member, compact)}`,
    );
    return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
  }

  /** Whether nothing stands behind colons and commas: as the nearest one does it. */
  isCompact(container: Container | undefined): boolean {
    if (!container) return false;
    if (container.kind === 'object') {
      const [first] = container.properties;
      if (first?.value) return this.text.slice(first.keyRange.end, first.value.start) === ':';
    } else {
      const [first, second] = container.items;
      if (first && second) return this.text.slice(first.end, second.start) === ',';
    }
    return this.isCompact(container.parent);
  }

  /** By how much the first child that has a line of its own is farther right than the line of its container. */
  #findUnit(node: Node | undefined): string | undefined {
    if (node?.kind !== 'object' && node?.kind !== 'array') return undefined;
    const first = childRange(node, 0);
    if (first && this.hasLineEnd(node.start, first.start)) {
      const outer = this.indentAt(node.start);
      const inner = this.indentAt(first.start);
      if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
    }
    const children = node.kind === 'array' ? node.items : node.properties.map((property) => property.value);
    for (const child of children) {
      const unit = this.#findUnit(child);
      if (unit) return unit;
    }
    return undefined;
  }
}

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

export const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';
