import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import {
  type Analysis,
  type Completion,
  completeAt,
  hasStops,
  noteOf,
  type Proposal,
  type Surroundings,
  toPlain,
  toSnippet,
} from '../core';
import { toLspRange } from './convert';
import { SUGGEST_COMMAND } from './host';
import { forWord, wordAt } from './kate';
import { toPlainText } from './language';

export interface CompletionClient {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** It asks again for the explanation of an item that somebody looks at. */
  readonly resolves: boolean;
  /** It shows a few words beside each label. */
  readonly labelDetails: boolean;
  /** It strikes out what is refused. */
  readonly deprecatedTag: boolean;
  /** It selects the item that is said to be the best, and not the first one. */
  readonly preselects: boolean;
  /** It lets people choose whether what is right of the cursor is replaced. */
  readonly insertReplace: boolean;
  /** It can be told whether further lines have their whole indentation. */
  readonly insertTextModes: readonly InsertTextMode[];
  /** Whether it has VS Code's command that opens the list again, for a value behind a new key. */
  readonly suggestCommand: boolean;
  /** It replaces the word at the cursor, whatever range an item names. */
  readonly replacesWord: boolean;
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  piece: CompletionItemKind.Struct,
  placeholder: CompletionItemKind.Variable,
};

/** What stands in `data` of an item that lacks its explanation. */
interface ItemData {
  readonly member: string;
}

export function complete(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  surroundings: Surroundings,
  client: CompletionClient,
): CompletionList {
  const offset = document.offsetAt(position);
  const found = completeAt(analysis, offset, surroundings);
  const completion = found && client.suggestCommand ? insideQuotes(found, analysis.text, offset) : found;
  const items = completion?.proposals.map((proposal, index) =>
    toItem(document, completion, proposal, index, client),
  );
  return {
    isIncomplete: false,
    items:
      client.replacesWord && completion && items
        ? forWords(items, completion, analysis.text, offset)
        : (items ?? []),
  };
}

/**
 * The same without the quotes that stand there already, for VS Code: when the stop of a snippet is replaced together
 * with the quotes around it, VS Code loses it, and the Tab key does not lead out of the snippet any more.
 */
function insideQuotes(completion: Completion, text: string, offset: number): Completion {
  const { range, proposals } = completion;
  const isInside = range.start < offset && offset < range.end;
  const replaced = text.slice(range.start, range.end);
  if (!isInside || !isString(replaced) || !proposals.every((one) => one.inside || isString(one.text)))
    return completion;
  return {
    ...completion,
    range: { start: range.start + 1, end: range.end - 1 },
    proposals: proposals.map((one) =>
      one.inside ? one : { ...one, text: one.text.slice(1, -1), filter: one.filter.slice(1, -1) },
    ),
  };
}

const isString = (text: string): boolean => /^"(?:[^"\\]|\\.)*"$/.test(text);

/** The items for an editor that replaces the word at the cursor and nothing else. */
function forWords(
  items: readonly CompletionItem[],
  { range, proposals }: Completion,
  text: string,
  offset: number,
): CompletionItem[] {
  const word = wordAt(text, offset);
  return items.flatMap((item, index) => {
    const { kind, label, inside } = proposals[index] ?? {};
    const texts = [item.textEdit?.newText ?? ''];
    // What comes with a key cannot be written in front of the closing quote.
    if (kind === 'key' && label) texts.push(JSON.stringify(label));
    return forWord(item, text, word, inside?.insert ?? range, texts) ?? [];
  });
}

/** Adds the explanation to an item that was sent without it. */
export function resolveCompletion(item: CompletionItem, client: CompletionClient): CompletionItem {
  const { member } = (item.data ?? {}) as Partial<ItemData>;
  return typeof member === 'string' ? { ...item, ...explanation({ member }, client) } : item;
}

function toItem(
  document: TextDocument,
  { range, missing, indent }: Completion,
  proposal: Proposal,
  index: number,
  client: CompletionClient,
): CompletionItem {
  const { kind, label, text, filter, detail, member, isPresent, isRefused, asksForValue, inside } = proposal;
  const isSnippet = client.snippets && hasStops(text);
  // Whoever expands snippets indents their lines like the one of the cursor.
  const newText = isSnippet ? toSnippet(text.replaceAll(`\n${indent}`, '\n')) : toPlain(text);
  const mode = isSnippet ? InsertTextMode.adjustIndentation : InsertTextMode.asIs;
  return {
    label,
    kind: KINDS[kind],
    sortText: String(index).padStart(3, '0'),
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit:
      inside && client.insertReplace
        ? {
            newText,
            insert: toLspRange(document, inside.insert),
            replace: toLspRange(document, inside.replace),
          }
        : { newText, range: toLspRange(document, inside?.insert ?? range) },
    ...(text.includes('\n') && client.insertTextModes.includes(mode) && { insertTextMode: mode }),
    ...(missing && !inside && { additionalTextEdits: [insertion(document, missing)] }),
    ...(detail && (client.labelDetails ? { labelDetails: { description: detail } } : { detail })),
    ...(isPresent && client.preselects && { preselect: true }),
    ...(isRefused && client.deprecatedTag && { tags: [CompletionItemTag.Deprecated] }),
    ...(asksForValue && client.suggestCommand && { command: { title: 'Suggest', command: SUGGEST_COMMAND } }),
    ...(member && client.resolves ? { data: { member } } : explanation(proposal, client)),
  };
}

function insertion(document: TextDocument, { sign, at }: NonNullable<Completion['missing']>): TextEdit {
  return { range: toLspRange(document, { start: at, end: at }), newText: sign };
}

function explanation(
  proposal: Pick<Proposal, 'member' | 'note'>,
  { markdown }: CompletionClient,
): Pick<CompletionItem, 'documentation'> {
  const note = proposal.note ?? (proposal.member && noteOf(proposal.member));
  if (!note) return {};
  const value = markdown ? note : toPlainText(note);
  return { documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
}
