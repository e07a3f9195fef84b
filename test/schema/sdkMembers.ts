import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs';
import type { Member, Members } from './schemaMembers';

/*
 * The SDK carries AWS's model twice, and neither copy is complete. The runtime schemas know members, types and
 * what is required, but no enum values; the type declarations know the enums. Both are read here.
 *
 * A runtime schema is a tuple: [kind, namespace, name, traits, ...]. A member refers to its schema directly, by a
 * function that returns it, or by a pair [schema, traits]; plain types are bare numbers.
 */
const STRING = 0;
const NUMBER = 1;
const BOOLEAN = 2;
const LIST_OF = 64;
const MAP_OF = 128;

const LIST = 1;
const STRUCTURE = 3;
const UNION = 4;

const plainTypes = new Map([
  [STRING, 'string'],
  [NUMBER, 'integer'],
  [BOOLEAN, 'boolean'],
]);

interface Structure {
  name: string;
  union: boolean;
  members: { name: string; schema: unknown; required: boolean }[];
}

/** Follows functions and [schema, traits] pairs to the schema itself: a number or a tuple. */
function resolve(reference: unknown): unknown {
  if (typeof reference === 'function') return resolve(reference());
  if (Array.isArray(reference) && reference.length === 2) return resolve(reference[0]);
  return reference;
}

function asStructure(schema: unknown): Structure | undefined {
  if (!Array.isArray(schema) || (schema[0] !== STRUCTURE && schema[0] !== UNION)) return undefined;
  const [kind, , name, , names, schemas, requiredCount = 0] = schema;
  return {
    name,
    union: kind === UNION,
    // Required members come first; the tuple only counts them.
    members: names.map((member: string, index: number) => ({
      name: member,
      schema: resolve(schemas[index]),
      required: index < requiredCount,
    })),
  };
}

function listItem(schema: unknown): unknown {
  return Array.isArray(schema) && schema[0] === LIST ? resolve(schema[4]) : undefined;
}

function typeName(schema: unknown): string {
  const item = listItem(schema);
  if (item !== undefined) return `${typeName(item)}[]`;
  const structure = asStructure(schema);
  if (structure) return structure.name;
  if (typeof schema === 'number') {
    const plain = plainTypes.get(schema);
    if (plain) return plain;
    const listed = plainTypes.get(schema - LIST_OF);
    if (listed) return `${listed}[]`;
    const mapped = plainTypes.get(schema - MAP_OF);
    if (mapped) return `map<${mapped}>`;
  }
  throw new Error(`The SDK describes a type in a way this test does not know: ${JSON.stringify(schema)}`);
}

interface Declaration {
  type: string;
  deprecated: boolean;
}

/** Reads the SDK's type declarations: enum values by enum, and member declarations by interface. */
function readDeclarations(): {
  enums: Map<string, string[]>;
  interfaces: Map<string, Map<string, Declaration>>;
} {
  const main = createRequire(import.meta.url).resolve('@aws-sdk/client-ecs');
  const folder = path.join(path.dirname(main), '..', 'dist-types', 'models');
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');

  const enums = new Map<string, string[]>();
  for (const [, name = '', body = ''] of text('enums.d.ts').matchAll(
    /^export declare const (\w+): \{\n([^}]*)^\};/gm,
  )) {
    enums.set(
      name,
      [...body.matchAll(/: "([^"]*)";/g)].map(([, value = '']) => value),
    );
  }

  const comment = String.raw`\/\*\*(?:[^*]|\*(?!\/))*\*\/`;
  const interfacePattern = new RegExp(
    String.raw`(${comment})\nexport interface (\w+) \{\n([\s\S]*?)^\}`,
    'gm',
  );
  const memberPattern = new RegExp(String.raw`(${comment})\n {4}(\w+)\??: ([^;]+?) \| undefined;`, 'g');
  const interfaces = new Map<string, Map<string, Declaration>>();
  for (const file of ['models_0.d.ts', 'models_1.d.ts']) {
    for (const [, about = '', name = '', body = ''] of text(file).matchAll(interfacePattern)) {
      const members = new Map<string, Declaration>();
      for (const [, note = '', member = '', type = ''] of body.matchAll(memberPattern)) {
        members.set(member, { type, deprecated: `${about}${note}`.includes('@deprecated') });
      }
      interfaces.set(name, members);
    }
  }
  return { enums, interfaces };
}

/** Every member that RegisterTaskDefinition takes according to the installed AWS SDK. */
export function sdkMembers(): Members {
  const { enums, interfaces } = readDeclarations();
  const members: Members = new Map();

  const declarationOf = (structure: Structure, member: string): Declaration => {
    // A union has no interface of its own; the members of the only one we meet are structures.
    if (structure.union) return { type: '', deprecated: false };
    const declaration = interfaces.get(structure.name)?.get(member);
    if (!declaration) throw new Error(`No type declaration found for ${structure.name}.${member}`);
    return declaration;
  };

  const walk = (structure: Structure, prefix: string): void => {
    for (const { name, schema, required } of structure.members) {
      const memberPath = prefix + name;
      const { type, deprecated } = declarationOf(structure, name);
      const values = enums.get(type.replace('[]', ''));
      const member: Member = { type: typeName(schema), required, deprecated };
      if (values) member.values = [...values].sort();
      members.set(memberPath, member);

      const item = listItem(schema);
      const inner = asStructure(item ?? schema);
      if (inner) walk(inner, `${memberPath}${item ? '[]' : ''}.`);
    }
  };
  const request = asStructure(RegisterTaskDefinitionRequest$);
  if (!request) throw new Error('RegisterTaskDefinitionRequest$ is no structure');
  walk(request, '');
  return members;
}
