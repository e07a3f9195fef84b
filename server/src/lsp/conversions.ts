import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import {
  type Analysis,
  type Conversion,
  convertToEc2,
  convertToFargate,
  editsOf,
  isConvertible,
  type ObjectNode,
  propertyOf,
  type Range,
} from '../core';
import { type CodeActionClient, workspaceEdit } from './codeActions';
import { CONVERT_KIND, SHOW_MESSAGE_COMMAND } from './host';

interface Target {
  readonly id: 'fargate' | 'ec2';
  readonly name: string;
  readonly launchType: 'FARGATE' | 'EC2';
  readonly convert: (analysis: Analysis) => Conversion | undefined;
}

const TARGETS: readonly Target[] = [
  { id: 'fargate', name: 'Fargate', launchType: 'FARGATE', convert: convertToFargate },
  { id: 'ec2', name: 'EC2', launchType: 'EC2', convert: convertToEc2 },
];

/**
 * The conversions that would change something. A client that asks for certain kinds gets them wherever the cursor is;
 * else they stand where they would start: at the launch type, the network mode, and the brackets of the whole.
 *
 * @param asked whether the client wants a kind; or, where it named none, the selection
 */
export function conversionActions(
  document: TextDocument,
  analysis: Analysis,
  asked: Range | ((kind: string) => boolean | undefined),
  client: CodeActionClient,
): CodeAction[] {
  const task = analysis.definition?.task;
  if (!task || (typeof asked !== 'function' && !isPlace(asked, task.node))) return [];
  return TARGETS.flatMap((target): CodeAction[] => {
    const { id, name } = target;
    const kind = `${CONVERT_KIND}.${id}`;
    if ((typeof asked === 'function' && !asked(kind)) || !isOffered(target, analysis)) return [];
    const action: CodeAction = { title: `Convert to ${name}`, kind, data: { uri: document.uri, to: id } };
    return [client.resolves ? action : complete(action, target, document, analysis, client)];
  });
}

/** The edit and the command of an action that was offered without them; other actions, as they are. */
export function resolveConversion(
  action: CodeAction,
  documentOf: (uri: string) => TextDocument | undefined,
  analysisOf: (document: TextDocument) => Analysis,
  client: CodeActionClient,
): CodeAction {
  const { uri, to } = (action.data ?? {}) as { uri?: unknown; to?: unknown };
  const target = TARGETS.find(({ id }) => id === to);
  const document = typeof uri === 'string' ? documentOf(uri) : undefined;
  return target && document ? complete(action, target, document, analysisOf(document), client) : action;
}

/** Without working out the whole conversion where its first step is needed already. */
function isOffered({ launchType, convert }: Target, analysis: Analysis): boolean {
  return analysis.definition?.requires(launchType)
    ? convert(analysis) !== undefined
    : isConvertible(analysis);
}

function complete(
  action: CodeAction,
  { name, convert }: Target,
  document: TextDocument,
  analysis: Analysis,
  client: CodeActionClient,
): CodeAction {
  const conversion = convert(analysis);
  const edits = conversion && editsOf(analysis.text, conversion.changes, analysis.parsed.root);
  if (!edits) return action;
  return {
    ...action,
    edit: workspaceEdit(document, edits, client),
    command: {
      title: 'Show what has changed',
      command: SHOW_MESSAGE_COMMAND,
      arguments: messages(`Converted to ${name}.`, conversion.summary),
    },
  };
}

/** VS Code cuts a message after a thousand characters. */
const LONGEST_MESSAGE = 950;

/** The message to show, and, where that is too long, the whole of it for the log. */
function messages(first: string, sentences: readonly string[]): string[] {
  const whole = [first, ...sentences].join(' ');
  if (whole.length <= LONGEST_MESSAGE) return [whole];
  let message = first;
  let shown = 0;
  for (const sentence of sentences) {
    if (message.length + sentence.length >= LONGEST_MESSAGE - 30) break;
    message += ` ${sentence}`;
    shown++;
  }
  return [`${message} (${sentences.length - shown} more in the log.)`, whole];
}

function isPlace({ start, end }: Range, task: ObjectNode): boolean {
  const members = ['requiresCompatibilities', 'networkMode'].flatMap((key) => {
    const property = propertyOf(task, key);
    return property
      ? { start: property.keyRange.start, end: property.value?.end ?? property.keyRange.end }
      : [];
  });
  const brackets = [
    { start: task.start, end: task.start + 1 },
    { start: task.end - 1, end: task.end },
  ];
  return [...members, ...brackets].some((place) => place.start <= start && end <= place.end);
}
