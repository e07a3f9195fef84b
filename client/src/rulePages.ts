import * as vscode from 'vscode';

/** Documents of this scheme are the bundled rule pages; package.json opens them in the Markdown preview. */
const SCHEME = 'ecs-taskdef-rule';
const SOURCE = 'ecs-taskdef';

/** Serves the rule pages as read-only documents. */
export function registerPages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      const steps = uri.path.split('/').filter((step) => step !== '' && step !== '..');
      const file = vscode.Uri.joinPath(extensionUri, 'server/src/core/rules', ...steps);
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return `There is no page about ${steps.join('/').replace(/\.md$/, '')}.`;
      }
    },
  });
}

export function pageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

/** Lets the code of a problem open the rule's page instead of a web page. */
export function linkToPage(diagnostic: vscode.Diagnostic): void {
  const { code } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  if (diagnostic.source === SOURCE && typeof rule === 'string') {
    diagnostic.code = { value: rule, target: pageUri(rule) };
  }
}
