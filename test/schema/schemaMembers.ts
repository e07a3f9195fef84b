import schemaFile from '../../schemas/task-definition.schema.json';

/** The parts of JSON Schema draft-07 (and of VS Code's dialect) that our schema uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: string[];
  enumDescriptions?: string[];
  pattern?: string;
  patternErrorMessage?: string;
  default?: unknown;
  examples?: unknown[];
  deprecated?: boolean;
  definitions?: Record<string, Schema>;
  [keyword: string]: unknown;
}

/** One member of the task definition, described in words that both AWS's model and ours can be put into. */
export interface Member {
  /** `string`, `integer`, `boolean`, `map<string>`, the name of a structure, or one of these with `[]`. */
  type: string;
  required: boolean;
  deprecated: boolean;
  /** The allowed values of a string or of a list's strings, sorted; absent where any string will do. */
  values?: string[];
}

/** Members by path, such as `containerDefinitions[].portMappings[].name`. */
export type Members = Map<string, Member>;

export const schema: Schema = schemaFile;

const definitionName = (ref: string): string => ref.replace('#/definitions/', '');

/** The definition that a `$ref` names. */
export function definition(name: string): Schema {
  const found = schema.definitions?.[name];
  if (!found) throw new Error(`The schema has no definition ${name}`);
  return found;
}

function typeName(node: Schema): string {
  if (node.$ref) return definitionName(node.$ref);
  if (node.type === 'array') return `${typeName(node.items ?? {})}[]`;
  if (node.type === 'object' && typeof node.additionalProperties === 'object') {
    return `map<${typeName(node.additionalProperties)}>`;
  }
  return String(node.type);
}

/** Every member our schema knows, in its order. */
export function schemaMembers(): Members {
  const members: Members = new Map();
  const walk = (structure: Schema, prefix: string): void => {
    for (const [name, node] of Object.entries(structure.properties ?? {})) {
      const path = prefix + name;
      const value = node.items ?? node;
      members.set(path, {
        type: typeName(node),
        required: structure.required?.includes(name) ?? false,
        deprecated: node.deprecated ?? false,
        ...(value.enum ? { values: [...value.enum].sort() } : {}),
      });
      if (value.$ref) walk(definition(definitionName(value.$ref)), `${path}${node.items ? '[]' : ''}.`);
    }
  };
  walk(schema, '');
  return members;
}
