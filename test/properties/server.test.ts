import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  type Diagnostic,
  type DocumentLink,
  type FoldingRange,
  InsertTextMode,
  LSPErrorCodes,
  type Position,
  Range,
  ResponseError,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from '../../server/src/core/analysis';
import { occurrencesOf, symbolsOf } from '../../server/src/core/model/references';
import { nameOf } from '../../server/src/core/model/taskDefinition';
import { DIAGRAM_REQUEST, SUMMARY_REQUEST } from '../../server/src/lsp/host';
import { startClient, type TestClient } from '../support/lsp-client';
import { ownSamples, thorough, timeout } from './samples';

const ROOT = 'file:///project';
const URI = `${ROOT}/task-definition.json`;
const APPSPEC = `${ROOT}/appspec.yaml`;
/** Characters from one cursor to the next; it shares no factor with what documents are indented by. */
const STEP = thorough ? 1 : 13;

/** A client that can do all that the server knows of. */
const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    symbol: {},
    executeCommand: {},
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
        insertReplaceSupport: true,
        tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
        resolveSupport: { properties: ['documentation'] },
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
      },
    },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
    inlayHint: {},
    codeLens: {},
    documentLink: { tooltipSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    selectionRange: {},
    formatting: {},
    rangeFormatting: {},
  },
};

/** A deployment file of CodeDeploy that names the family and a container of a task definition. */
function appspecFor(text: string): string {
  const { definition } = new Analysis(text, URI);
  const [container] = definition?.containers ?? [];
  const name = container ? nameOf(container, definition?.containers ?? []) : '';
  const family = definition?.task?.string('family')?.value ?? '';
  return `Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: arn:aws:ecs:eu-west-1:123456789012:task-definition/${family}:1
        LoadBalancerInfo: { ContainerName: ${JSON.stringify(name)}, ContainerPort: 8080 }
`;
}

/** Somebody with a document open, who asks for everything and looks at all of the answers. */
class Person {
  readonly #resolved = new Set<string>();
  #version = 1;
  #document: TextDocument;
  /** How many answers were more than nothing, by method. */
  readonly answers = new Map<string, number>();

  private constructor(
    readonly client: TestClient,
    text: string,
    private readonly appspec: TextDocument,
  ) {
    this.#document = TextDocument.create(URI, 'json', 1, text);
  }

  static async start(text: string, appspec: string): Promise<Person> {
    const client = await startClient(
      {
        capabilities: CAPABILITIES,
        disk: { [APPSPEC]: appspec },
        initializationOptions: { settings: { preset: 'strict' } },
      },
      ROOT,
    );
    await client.open(URI, text);
    return new Person(client, text, TextDocument.create(APPSPEC, 'yaml', 1, appspec));
  }

  /** Adds to the end of the document. */
  async type(text: string): Promise<void> {
    const end = this.#position(this.#document.getText().length);
    const change = { range: { start: end, end }, text };
    this.#document = TextDocument.update(this.#document, [change], ++this.#version);
    await this.client.change(URI, [change]);
  }

  async askOfAll(): Promise<void> {
    await this.#ask('textDocument/diagnostic');
    await this.#ask('textDocument/codeLens');
    await this.#ask('textDocument/documentSymbol');
    await this.#ask('workspace/symbol', { query: '' });
    await this.#ask(SUMMARY_REQUEST);
    await this.#ask(DIAGRAM_REQUEST);
    for (const link of (await this.#ask<DocumentLink[]>('textDocument/documentLink')) ?? []) {
      const { target } = await this.#send<DocumentLink>('documentLink/resolve', link);
      expect(target).toMatch(/^https:\/\//);
    }
    const lines = this.#document.lineCount;
    for (const { startLine, endLine } of (await this.#ask<FoldingRange[]>('textDocument/foldingRange')) ?? [])
      expect(0 <= startLine && startLine < endLine && endLine < lines).toBe(true);
    const options = { tabSize: 4, insertSpaces: true };
    this.#apply(await this.#ask('textDocument/formatting', { options }));
  }

  async askAt(offset: number): Promise<void> {
    const position = this.#position(offset);
    const part = { start: position, end: this.#position(offset + 60) };
    const here = { start: position, end: position };
    await this.#ask('textDocument/hover', { position });
    await this.#complete(position);
    await this.#ask('textDocument/definition', { position });
    await this.#ask('textDocument/references', { position, context: { includeDeclaration: true } });
    await this.#ask('textDocument/documentHighlight', { position });
    await this.#ask('textDocument/prepareRename', { position });
    for (const newName of ['new-name', 'web', '"'])
      await this.#ask('textDocument/rename', { position, newName });
    await this.#ask('textDocument/inlayHint', { range: part });
    await this.#ask('textDocument/selectionRange', { positions: [position] });
    const options = { tabSize: 2, insertSpaces: false };
    this.#apply(await this.#ask('textDocument/rangeFormatting', { options, range: part }));
    for (const range of [here, part]) {
      await this.#act(range, {});
      await this.#act(range, { only: [''] });
    }
  }

  async #complete(position: Position): Promise<void> {
    const list = await this.#ask<CompletionList>('textDocument/completion', { position });
    for (const item of list?.items ?? []) {
      const { textEdit, additionalTextEdits = [] } = item;
      if (textEdit && 'range' in textEdit) this.#apply([textEdit, ...additionalTextEdits]);
      if (item.data === undefined || !this.#isNew(JSON.stringify(item.data))) continue;
      const { documentation } = await this.#send<CompletionItem>('completionItem/resolve', item);
      expect(documentation, item.label).toMatchObject({ value: expect.stringMatching(/\S/) });
    }
  }

  async #act(range: Range, context: { only?: string[] }): Promise<void> {
    const diagnostics: Diagnostic[] = [];
    const params = { range, context: { ...context, diagnostics } };
    for (const action of (await this.#ask<CodeAction[]>('textDocument/codeAction', params)) ?? []) {
      let { edit, command } = action;
      if (!edit && !command) {
        if (!this.#isNew(JSON.stringify([action.title, action.data]))) continue;
        const resolved = await this.#send<CodeAction>('codeAction/resolve', action);
        ({ edit, command } = resolved);
      }
      expect(edit ?? command, action.title).toBeDefined();
      for (const change of edit?.documentChanges ?? [])
        if ('edits' in change && change.textDocument.uri === URI) this.#apply(change.edits as TextEdit[]);
    }
  }

  /** Nothing of it overlaps, or this throws. */
  #apply(edits: TextEdit[] | null | undefined): void {
    if (edits) TextDocument.applyEdits(this.#document, edits);
  }

  #isNew(key: string): boolean {
    return this.#resolved.size < this.#resolved.add(key).size;
  }

  #position(offset: number): Position {
    return this.#document.positionAt(offset);
  }

  /** Asks about the document. */
  async #ask<T>(method: string, params: object = {}): Promise<T | null> {
    const answer = await this.#send<T | null>(method, { textDocument: { uri: URI }, ...params });
    const isAnswer = answer !== null && !(Array.isArray(answer) && answer.length === 0);
    this.answers.set(method, (this.answers.get(method) ?? 0) + (isAnswer ? 1 : 0));
    return answer;
  }

  async #send<T>(method: string, params: object): Promise<T> {
    try {
      const answer: T = await this.client.connection.sendRequest(method, params);
      this.#mustBePlaces(answer, URI);
      return answer;
    } catch (error) {
      // A name that cannot be changed, or not to this one.
      const isRefusal = error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
      if (!isRefusal || !/rename/i.test(method)) throw error;
      expect(error.message).toMatch(/^[^\n]{10,}\.$/);
      return null as T;
    }
  }

  /** Every range and position of an answer is one of its document. */
  #mustBePlaces(value: unknown, uri: string): void {
    if (typeof value !== 'object' || value === null) return;
    if (Range.is(value)) {
      const document = uri === URI ? this.#document : uri === APPSPEC ? this.appspec : EMPTY;
      const [start, end] = [document.offsetAt(value.start), document.offsetAt(value.end)];
      const valid = { start: document.positionAt(start), end: document.positionAt(end) };
      expect(value, uri).toEqual(valid);
      expect(start).toBeLessThanOrEqual(end);
    }
    const { uri: own, textDocument, targetUri } = value as Record<string, unknown>;
    const inside = (textDocument as { uri?: unknown } | undefined)?.uri ?? own ?? targetUri ?? uri;
    for (const [key, child] of Object.entries(value))
      this.#mustBePlaces(
        child,
        key.startsWith('file:') ? key : key.startsWith('origin') ? uri : String(inside),
      );
  }
}

/** Files that are to be made. */
const EMPTY = TextDocument.create('', '', 1, '');

describe('a client that asks for everything', () => {
  const files = ownSamples().filter(({ name }) =>
    ['shop-task-definition.json', 'task-definition-broken.json', 'fargate-web-service.json'].includes(name),
  );

  it.each(files)('is answered all over $name', { timeout }, async ({ text }) => {
    const person = await Person.start(text, appspecFor(text));
    await person.askOfAll();
    const names = symbolsOf(new Analysis(text, URI)).flatMap(occurrencesOf);
    const places = names.map(({ range }) => range.start);
    for (let offset = 0; offset <= text.length; offset += STEP) places.push(offset);
    for (const offset of places) await person.askAt(offset);
    expect(person.client.log).toEqual([]);
    const silent = [...person.answers].filter(([, answers]) => answers === 0);
    expect(silent, 'never answered').toEqual([]);
  });

  it('is answered while it types', { timeout }, async () => {
    const [{ text } = { text: '' }] = files;
    const person = await Person.start('', appspecFor(text));
    for (let at = 0; at < text.length; at += STEP) {
      await person.askAt(at);
      await person.askOfAll();
      await person.type(text.slice(at, at + STEP));
    }
    expect(person.client.log).toEqual([]);
  });
});
