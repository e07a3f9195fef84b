import {
  type ClientCapabilities,
  getLanguageService,
  type JSONSchema,
  type LanguageService,
} from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import schema from '../../../../schemas/task-definition.schema.json';
import type { Analysis } from '../analysis';
import { NOTES } from '../knowledge/notes.generated';
import { requiredAt } from '../schema/lookup';
import { nodeAt } from '../syntax/tree';
import { definitionPath, memberName } from './members';
import { PIECES } from './pieces';

export interface CompletionClient {
  readonly snippets: boolean;
  readonly markdown: boolean;
}

/** Keys first by need, then by the order in which AWS documents them. */
const REQUIRED = 'a';
const OPTIONAL = 'b';
/** Still in AWS's model, refused by the service. */
const RETIRED = new Set(['inferenceAccelerators', 'InferenceAccelerator']);

let service: LanguageService | undefined;

/** Keys and values that fit at a position. The JSON mechanics are vscode-json-languageservice's. */
export async function complete(
  analysis: Analysis,
  position: Position,
  offset: number,
  client: CompletionClient,
): Promise<CompletionItem[]> {
  if (!analysis.node && analysis.parsed.root) return [];
  service ??= createService();
  const document = TextDocument.create(`ecs:///${analysis.kind}.json`, 'json', 0, analysis.text);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  const holder = nodeAt(analysis.parsed.root, offset);
  const path = (holder && definitionPath(analysis, holder)) ?? [];
  // The cursor may stand in a key or a value: its object is the nearest one upwards.
  const objectPath = holder?.kind === 'object' || holder?.kind === 'array' ? path : path.slice(0, -1);
  const required = requiredAt(objectPath);
  return (list?.items ?? [])
    .filter(({ label }) => !RETIRED.has(label.replaceAll('"', '')))
    .map((item, index) => dress(item, index, objectPath, required, client));
}

function dress(
  item: CompletionItem,
  index: number,
  path: readonly (string | number)[],
  required: readonly string[],
  client: CompletionClient,
): CompletionItem {
  const dressed = { ...item };
  if (item.kind === CompletionItemKind.Property) {
    const isRequired = required.includes(item.label);
    dressed.sortText = `${isRequired ? REQUIRED : OPTIONAL}${String(index).padStart(4, '0')}`;
    if (isRequired) dressed.detail = 'required';
    // The library writes 0 where the schema knows no default; an empty place asks for a real number.
    if (item.textEdit) dressed.textEdit = { ...item.textEdit, newText: item.textEdit.newText.replace('${1:0}', '$1') };
    const name = memberName([...path, item.label]);
    const note = Object.hasOwn(NOTES, name) ? NOTES[name] : undefined;
    if (note && client.markdown) dressed.documentation = { kind: 'markdown', value: note };
  }
  return client.snippets ? dressed : withoutTabStops(dressed);
}

/** For clients that would insert `$1` as it stands. */
function withoutTabStops(item: CompletionItem): CompletionItem {
  const plain = (text: string) => text.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, '$1').replace(/\\([$}\\])/g, '$1');
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(item.insertText !== undefined && { insertText: plain(item.insertText) }),
    ...(item.textEdit && { textEdit: { ...item.textEdit, newText: plain(item.textEdit.newText) } }),
  };
}

function createService(): LanguageService {
  const clientCapabilities: ClientCapabilities = {
    textDocument: { completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } },
  };
  const created = getLanguageService({ clientCapabilities });
  const { definitions, ...task } = withPieces(schema as unknown as JSONSchema & Definitions);
  const schemas: Record<string, JSONSchema> = {
    'task-definition': { ...task, definitions },
    none: { ...task, definitions },
    'describe-output': {
      type: 'object',
      properties: { ...task.properties, taskDefinition: { $ref: '#/definitions/TaskDefinition' } },
      definitions: { ...definitions, TaskDefinition: task },
    },
    'container-definitions': { ...task.properties?.['containerDefinitions'] as JSONSchema, definitions },
  };
  created.configure({
    validate: false,
    schemas: Object.entries(schemas).map(([kind, body]) => ({
      uri: `ecs-schema:///${kind}`,
      fileMatch: [`${kind}.json`],
      schema: body,
    })),
  });
  return created;
}

interface Definitions {
  definitions: Record<string, JSONSchema>;
}

function withPieces(base: JSONSchema & Definitions): JSONSchema & Definitions {
  const definitions = Object.fromEntries(
    Object.entries(base.definitions).map(([struct, definition]): [string, JSONSchema] => {
      const pieces = PIECES[struct];
      return [struct, pieces ? { ...definition, defaultSnippets: [...pieces] } : definition];
    }),
  );
  return { ...base, definitions };
}
