import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { type Analysis, type Finding, type Lens, codeLenses as lensesOf, type Settings } from '../core';
import { toLspRange } from './convert';
import { CONVERT_TO_FARGATE_COMMAND, PROBLEMS_COMMAND, SHOW_DIAGRAM_COMMAND } from './host';

/** What a client that shows lenses can do with a click on one. */
export interface LensClient {
  readonly showsProblems: boolean;
  readonly converts: boolean;
  readonly showsDiagram: boolean;
}

export function codeLenses(
  document: TextDocument,
  analysis: Analysis,
  findings: readonly Finding[],
  settings: Settings,
  client: LensClient,
): CodeLens[] {
  return lensesOf(analysis, findings, settings).flatMap((lens) => {
    // As plain text it would say nothing.
    if (lens.action === 'showDiagram' && !client.showsDiagram) return [];
    return [{ range: toLspRange(document, lens.range), command: commandOf(document, lens, client) }];
  });
}

/** Without a command that the client has, the line is plain text. */
function commandOf({ uri }: TextDocument, { title, tooltip, action }: Lens, client: LensClient): Command {
  const command = { title, ...(tooltip !== undefined && { tooltip }) };
  if (action === 'showProblems' && client.showsProblems) return { ...command, command: PROBLEMS_COMMAND };
  if (action === 'convertToFargate' && client.converts)
    return { ...command, command: CONVERT_TO_FARGATE_COMMAND, arguments: [uri] };
  if (action === 'showDiagram') return { ...command, command: SHOW_DIAGRAM_COMMAND, arguments: [uri] };
  return { ...command, command: '' };
}
