import type { Analysis } from '../../analysis';
import type { Json } from '../../finding';
import { accountIn } from '../../model/account';
import type { Container, TaskDefinition } from '../../model/taskDefinition';
import { View } from '../../model/view';
import { childSchema, type Schema } from '../../schema/lookup';
import type { Settings } from '../../settings';
import { childOf, type Node } from '../../syntax/tree';
import { stop, toPlain } from './snippet';

export type Path = readonly (string | number)[];

/** What a document does not say about itself. */
export interface Surroundings extends Pick<Settings, 'region' | 'assumeLaunchType'> {
  /** Path or URI of the document. */
  readonly path: string;
  /** Images that other task definitions use; asked for when they are needed. */
  readonly images: () => readonly string[];
}

/** A place of the document that lacks a value, and all that may be asked to find one. */
export interface Place {
  readonly analysis: Analysis;
  /** As it will be when a value stands here; values beside it are known even where the text is half typed. */
  readonly definition: TaskDefinition;
  /** Steps inside the task definition. */
  readonly path: Path;
  readonly schema: Schema;
  readonly surroundings: Surroundings;
}

/** Something that may stand at a place. */
export interface Choice {
  /** Strings may have stops in them: `stop`, `bareStop`. */
  readonly value: Json;
  /** What it is called in the list; the value itself when left out. */
  readonly label?: string;
  /** A few words beside it: a price, "not mounted yet". */
  readonly detail?: string | undefined;
  /** A sentence or two, in Markdown. */
  readonly note?: string | undefined;
}

/** The best choice first. */
export type Provider = (place: Place) => readonly Choice[];

/** A choice for each of the values; what is undefined is left out. */
export function choices(values: Iterable<string | number | undefined>, detail?: string): Choice[] {
  return [...new Set(values)].flatMap((value) => (value === undefined ? [] : [{ value, detail }]));
}

/** The place of a member of the object, or of an item of the list; undefined where there is none. */
export function child(place: Place, step: string | number): Place | undefined {
  const schema = childSchema(place.schema, step);
  return schema && { ...place, schema, path: [...place.path, step] };
}

/** The first one, to be written where one has to be chosen. */
export function first(found: readonly Choice[]): string | undefined {
  const [best] = found;
  return best && toPlain(String(best.value));
}

/** The node at steps of the task definition. */
export function nodeOf({ definition }: Place, path: Path): Node | undefined {
  // A bare list of containers stands for the member that holds them.
  const steps = definition.node.kind === 'array' ? path.slice(1) : path;
  return steps.reduce<Node | undefined>((node, step) => childOf(node, step), definition.node);
}

/** The object or list that holds the value. */
export function holderOf(place: Place): Node | undefined {
  return nodeOf(place, place.path.slice(0, -1));
}

/** The container that the place is in. */
export function containerOf(place: Place): Container | undefined {
  if (place.path[0] !== 'containerDefinitions' || place.path.length < 2) return undefined;
  const node = nodeOf(place, place.path.slice(0, 2));
  return node?.kind === 'object' ? new View(node) : undefined;
}

export function nameOf(container: Container | undefined): string | undefined {
  return container?.string('name')?.value;
}

/** A text beside the value, in the same object. */
export function textBeside(place: Place, key: string): string | undefined {
  const node = childOf(holderOf(place), key);
  return node?.kind === 'string' ? node.value : undefined;
}

/** The strings that stand in the list already, or under a key of its objects; not the one that is being written. */
export function othersIn(place: Place, list: Path, key?: string): Set<string> {
  const node = nodeOf(place, list);
  const own = place.path[list.length];
  const items = node?.kind === 'array' ? node.items.filter((_, index) => index !== own) : [];
  return new Set(
    items.flatMap((item) => {
      const value = key === undefined ? item : childOf(item, key);
      return value?.kind === 'string' ? [value.value] : [];
    }),
  );
}

/** The family, else the name of the first container. */
export function stemOf({ definition }: Place): string | undefined {
  return definition.task?.string('family')?.value || nameOf(definition.containers[0]);
}

/** What the document says about its account, with stops where it says nothing. */
export function accountOf({ definition }: Place): { partition: string; id: string; region: string } {
  const { partition, id = stop('<ACCOUNT_ID>'), region = stop('<REGION>') } = accountIn(definition.node);
  return { partition, id, region };
}
