import { escaped } from '../../../server/src/core/features/diagram/text';
import type { Diagram } from '../../../server/src/lsp/host';

export interface DiagramPage {
  /** Undefined where nothing has been drawn yet. */
  readonly diagram: Diagram | undefined;
  /** The style sheets' own. */
  readonly nonce: string;
  /** What is to be known about the diagram, above it. */
  readonly message: string | undefined;
}

/** A page without a script, which loads nothing: boxes are links that the editor itself answers. */
export function diagramPage({ diagram, nonce, message }: DiagramPage): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(diagram?.title ?? 'Diagram')}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
${message === undefined ? '' : `<p class="message" role="status">${escaped(message)}</p>`}
${diagram?.svg ?? ''}
${diagram ? `<section aria-label="In words"><h2>In words</h2>${diagram.words}</section>` : ''}
</body>
</html>`;
}

const STYLE = `
body{padding:8px 16px}
.message{border:1px solid var(--vscode-contrastBorder,var(--vscode-inputValidation-infoBorder));
background:var(--vscode-inputValidation-infoBackground);padding:8px 12px}
h2{font-size:1.1em;font-weight:600;margin:24px 0 8px}
ul{margin:0;padding-left:20px}
li{margin:2px 0}
section{overflow-wrap:anywhere;max-width:80ch}
`;
