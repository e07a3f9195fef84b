import type { Node, StringNode } from '../syntax/tree';
import { isRefused, type Place, placesOf, SUPPORT, type SupportRow } from './support';
import type { TaskDefinition } from './taskDefinition';

/** What refuses a member, or one of its values. */
export interface Refusal {
  readonly row: SupportRow;
  readonly place: Place;
}

/** Steps to a member of the task definition, with indices. */
type Path = readonly (string | number)[];

/** Asks, for members and values that are not in the document yet, what refuses them where this task runs. */
class Refusals {
  readonly #rows: readonly Refusal[];

  constructor(definition: TaskDefinition) {
    const places = placesOf(definition);
    this.#rows = SUPPORT.flatMap((row) => {
      const refusing = row.places.filter((candidate) => places.has(candidate));
      // Of Fargate and of its only network mode, Fargate says more.
      const place = refusing.find((candidate) => candidate === 'Fargate') ?? refusing[0];
      return place ? [{ row, place }] : [];
    });
  }

  /** Whatever value the member may get; a switch is meant to be on. */
  ofMember(path: Path): Refusal | undefined {
    return this.#rows.find(({ row }) => typeof row.refused !== 'function' && isAt(row.path, path));
  }

  /** A member with the value that it is going to have; only what makes AWS refuse the document. */
  ofNode(path: Path, node: Node): Refusal | undefined {
    return this.#rows.find(
      ({ row }) => row.severity === undefined && !row.items && isAt(row.path, path) && isRefused(node, row),
    );
  }

  /** One value of a member, or one item of a list, where others are taken. */
  ofValue(path: Path, value: string): Refusal | undefined {
    const node: StringNode = { kind: 'string', value, start: 0, end: 0, parent: undefined, step: undefined };
    return this.#rows.find(
      ({ row }) =>
        typeof row.refused === 'function' &&
        isAt(row.items ? [...row.path, '*'] : row.path, path) &&
        row.refused(node),
    );
  }
}

const gathered = new WeakMap<TaskDefinition, Refusals>();

/** Gathered once for a document version. */
export function refusalsOf(definition: TaskDefinition): Refusals {
  const refusals = gathered.get(definition) ?? new Refusals(definition);
  gathered.set(definition, refusals);
  return refusals;
}

function isAt(pattern: readonly string[], path: Path): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, i) => (step === '*' ? typeof path[i] === 'number' : step === path[i]))
  );
}
