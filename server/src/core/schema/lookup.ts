import schemaFile from '../../../../schemas/task-definition.schema.json';
import { loose } from '../loose';

/** A part of the JSON schema: the keywords that it uses. */
export interface Schema {
  /** To a definition; in what this module hands out it is resolved. */
  readonly $ref?: string;
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly enum?: readonly string[];
  /** One sentence for each value of `enum`, in the same order. */
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  /** The pattern in words: "up to 255 letters, digits, hyphens and underscores". */
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  /** The name of the struct in AWS's model: `ContainerDefinition`. The task definition itself has none. */
  readonly struct?: string;
}

type Path = readonly (string | number)[];

const root = schemaFile as unknown as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

/** What may stand at a path of the task definition, `$ref` resolved; undefined where nothing may. */
export function schemaAt(path: Path): Schema | undefined {
  let at: Schema | undefined = root;
  for (const step of path) {
    at = at && childSchema(at, step);
    if (!at) return undefined;
  }
  return at;
}

/** What may stand under a key or index of a schema that this module has handed out. */
export function childSchema(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === 'number') return schema.items && resolve(schema.items);
  if (schema.properties)
    return Object.hasOwn(schema.properties, step) ? resolve(schema.properties[step]) : undefined;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** Keys that the object at a path has to have. */
export function requiredAt(path: Path): readonly string[] {
  return schemaAt(path)?.required ?? [];
}

/** Keys that the object may have, in AWS's order; empty for maps, which take any. */
export function keysOf(schema: Schema): readonly string[] {
  return schema.properties ? Object.keys(schema.properties) : [];
}

/** A key of the schema and the object that holds it. */
export interface KnownKey {
  readonly key: string;
  /** Steps to the object; `'*'` stands for any index. */
  readonly holder: readonly string[];
}

/** Everywhere in the task definition where a key exists, whatever its case. */
export function placesOf(key: string): readonly KnownKey[] {
  places ??= indexPlaces();
  return places.get(loose(key)) ?? [];
}

let places: Map<string, KnownKey[]> | undefined;

function indexPlaces(): Map<string, KnownKey[]> {
  const index = new Map<string, KnownKey[]>();
  const walk = (schema: Schema, holder: readonly string[]): void => {
    if (schema.items) walk(resolve(schema.items), [...holder, '*']);
    for (const key of keysOf(schema)) {
      const child = childSchema(schema, key);
      if (!child || child.deprecated) continue;
      const known = index.get(loose(key));
      if (known) known.push({ key, holder });
      else index.set(loose(key), [{ key, holder }]);
      walk(child, [...holder, key]);
    }
  };
  walk(root, []);
  return index;
}

const resolved = new WeakMap<Schema, Schema>();

/** The definition that a `$ref` names, described as the member that points to it. */
function resolve(schema: Schema): Schema;
function resolve(schema: Schema | undefined): Schema | undefined;
function resolve(schema: Schema | undefined): Schema | undefined {
  if (!schema?.$ref) return schema;
  const known = resolved.get(schema);
  if (known) return known;
  const { $ref, ...member } = schema;
  const struct = $ref.slice('#/definitions/'.length);
  const target = { ...root.definitions[struct], ...member, struct };
  resolved.set(schema, target);
  return target;
}
