import * as vscode from 'vscode';

/** Documents of this scheme are the bundled rule pages; package.json opens them in the Markdown preview. */
const SCHEME = 'ecs-taskdef-rule';
const SOURCE = 'ecs-taskdef';

/** Serves the rule pages as read-only documents. */
export function registerPages(extensionUri: vscode.Uri): vscode.Disposable {
  let pages: Promise<Map<string, string>> | undefined;
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      pages ??= readPages(extensionUri);
      const name = uri.path.replace(/^\//, '');
      return (await pages).get(name) ?? `There is no page about ${name.replace(/\.md$/, '')}.`;
    },
  });
}

/** The pages by name: `schema/type.md`. */
async function readPages(extensionUri: vscode.Uri): Promise<Map<string, string>> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist/pages.json');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return new Map(Object.entries(JSON.parse(text)));
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
