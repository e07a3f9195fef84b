import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type DiagramNode, loadDiagram } from '../core';
import { toLspRange } from './convert';
import { type Diagram, REVEAL_COMMAND } from './host';

export interface DiagramOptions {
  /** The client has the command that a click on a box runs. */
  readonly reveals: boolean;
  readonly nonce: string | undefined;
}

/** @param analysisOf of the document as it is when everything is loaded */
export async function diagram(
  document: TextDocument,
  analysisOf: (document: TextDocument) => Analysis,
  { reveals, nonce }: DiagramOptions,
): Promise<Diagram | null> {
  const { drawDiagram } = await loadDiagram();
  const linkOf = ({ place }: DiagramNode): string => {
    const target = JSON.stringify([document.uri, toLspRange(document, place)]);
    return `command:${REVEAL_COMMAND}?${encodeURIComponent(target)}`;
  };
  const drawn = drawDiagram(analysisOf(document), {
    ...(reveals && { linkOf }),
    ...(nonce !== undefined && { nonce }),
  });
  return drawn ?? null;
}
