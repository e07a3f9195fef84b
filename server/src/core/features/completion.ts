import { createScanner } from 'jsonc-parser';
import {
  type ClientCapabilities,
  getLanguageService,
  type JSONDocument,
  type JSONSchema,
  type LanguageService,
} from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver-types';
import schema from '../../../../schemas/task-definition.schema.json';
import type { Analysis } from '../analysis';
import { NOTES } from '../knowledge/notes.generated';
import { requiredAt } from '../schema/lookup';
import { type Node, nodeAt } from '../syntax/tree';
import { definitionPath, memberName } from './members';
import { PIECES } from './pieces';

export interface CompletionClient {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Whether it has VS Code's command that opens the list again, for a value behind a new key. */
  readonly suggestCommand: boolean;
}

/** Keys first by need, then by the order in which AWS documents them. */
const REQUIRED = 'a';
const OPTIONAL = 'b';
/** Refused: still in AWS's model but retired, or an idea of the JSON library. */
const NEVER = new Set(['inferenceAccelerators', 'InferenceAccelerator', '$schema']);

let service: LanguageService | undefined;

/** Keys and values that fit at a position. The JSON mechanics are vscode-json-languageservice's. */
export async function complete(
  analysis: Analysis,
  position: Position,
  offset: number,
  client: CompletionClient,
): Promise<CompletionItem[]> {
  // The library recurses, and would overflow the stack on what our parser gave up.
  const { template, problems } = analysis.parsed;
  if (analysis.kind === 'none' || problems.some(({ kind }) => kind === 'too-deep')) return [];
  // What stands in a mark is written in the language of the template tool.
  if (template?.marks.some(({ start, end }) => start < offset && offset <= end)) return [];
  service ??= createService();
  const text = template?.text ?? analysis.text;
  const document = TextDocument.create(`ecs:///${schemaName(analysis)}.json`, 'json', 0, text);
  const json = service.parseJSONDocument(document);
  ignoreSchemaKey(json);
  const list = await service.doComplete(document, position, json);
  const holder = nodeAt(analysis.parsed.root, offset);
  const path = holder && definitionPath(analysis, holder);
  // The cursor may stand in a key or a value: its object is the nearest one upwards.
  const objectPath = holder?.kind === 'object' || holder?.kind === 'array' ? path : path?.slice(0, -1);
  return (list?.items ?? [])
    .filter(({ label }) => !NEVER.has(label.replaceAll('"', '')))
    .map((item, index) => ({
      ...dress(item, index, objectPath, client),
      ...missingComma(analysis, holder, document, item),
    }));
}

/** The library would look for the schema that a document names, and without a network find none. */
function ignoreSchemaKey({ root }: JSONDocument): void {
  for (const child of root?.children ?? []) {
    const [key] = child.children ?? [];
    if (child.type === 'property' && key?.type === 'string' && key.value === '$schema')
      Object.assign(key, { value: '' });
  }
}

function dress(
  item: CompletionItem,
  index: number,
  path: readonly (string | number)[] | undefined,
  client: CompletionClient,
): CompletionItem {
  const dressed = { ...item };
  delete dressed.insertText; // the same as the text edit, which wins
  if (!client.suggestCommand) delete dressed.command;
  if (item.kind === CompletionItemKind.Module) dressed.filterText = item.label; // a piece is known by its name
  if (item.kind === CompletionItemKind.Property) {
    const isRequired = path !== undefined && requiredAt(path).includes(item.label);
    dressed.sortText = `${isRequired ? REQUIRED : OPTIONAL}${String(index).padStart(4, '0')}`;
    if (isRequired) dressed.detail = 'required';
    // The library writes 0 where the schema knows no default; an empty place asks for a real number.
    if (item.textEdit)
      dressed.textEdit = { ...item.textEdit, newText: item.textEdit.newText.replace('${1:0}', '$1') };
    const name = path && memberName([...path, item.label]);
    const note = name !== undefined && Object.hasOwn(NOTES, name) ? NOTES[name] : undefined;
    if (note && client.markdown) dressed.documentation = { kind: 'markdown', value: note };
  }
  return client.snippets ? dressed : withoutTabStops(dressed);
}

/** The comma behind the value before the cursor, where it has not been typed. */
function missingComma(
  analysis: Analysis,
  holder: Node | undefined,
  document: TextDocument,
  { textEdit }: CompletionItem,
): Pick<CompletionItem, 'additionalTextEdits'> {
  if (!textEdit || !('range' in textEdit)) return {};
  const start = document.offsetAt(textEdit.range.start);
  const before = holder && childrenOf(holder).findLast(({ end }) => end < start);
  if (!before) return {};
  // A block in between may bring the comma.
  if (analysis.parsed.template?.gaps.some((gap) => gap >= before.end && gap < start)) return {};
  const text = document.getText();
  const scanner = createScanner(text, true);
  scanner.setPosition(before.end);
  scanner.scan();
  if (text[scanner.getTokenOffset()] === ',') return {};
  const at = document.positionAt(before.end);
  return { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] };
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : [];
}

/** For clients that would insert `$1` as it stands. */
function withoutTabStops(item: CompletionItem): CompletionItem {
  const plain = (text: string) =>
    text.replace(/\$\{\d+:([^}]*)\}|\$\{\d+\}|\$\d+/g, '$1').replace(/\\([$}\\])/g, '$1');
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(item.textEdit && { textEdit: { ...item.textEdit, newText: plain(item.textEdit.newText) } }),
  };
}

/** The name of the schema for the document's top level. */
function schemaName({ kind, node, parsed }: Analysis): string {
  if (kind === 'container-definitions') return kind;
  return node === undefined || node === parsed.root ? 'task-definition' : 'wrapper';
}

function createService(): LanguageService {
  const clientCapabilities: ClientCapabilities = {
    textDocument: { completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } },
  };
  const created = getLanguageService({ clientCapabilities });
  const { definitions, ...task } = withPieces(schema as unknown as JSONSchema & Definitions);
  const schemas: Record<string, JSONSchema> = {
    'task-definition': { ...task, definitions },
    wrapper: {
      type: 'object',
      properties: { taskDefinition: { $ref: '#/definitions/TaskDefinition' } },
      definitions: { ...definitions, TaskDefinition: task },
    },
    'container-definitions': { ...(task.properties?.containerDefinitions as JSONSchema), definitions },
  };
  created.configure({
    validate: false,
    schemas: Object.entries(schemas).map(([name, body]) => ({
      uri: `ecs-schema:///${name}`,
      fileMatch: [`${name}.json`],
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
