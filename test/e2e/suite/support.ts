// What the tests of the suite share: opening documents, and waiting for problems without sleeping.
import * as vscode from 'vscode';

export const EXTENSION_ID = 'ecs-taskdef.ecs-taskdef';
const SOURCE = 'ecs-taskdef';
/** Milliseconds to wait for something that has to happen. */
const DEADLINE = 15_000;

/** What `activate` of the extension returns. */
interface Api {
  serverRunning(): boolean;
  ready(): Promise<void>;
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
  if (!extension) throw new Error(`${EXTENSION_ID} is not installed in this workbench`);
  return extension.activate();
}

/** Writes a file into the workspace folder and shows it. */
export async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Replaces the only occurrence of a piece of the text. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

/** Where a piece of the text stands; it has to stand there once. */
export function rangeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const text = document.getText();
  const start = text.indexOf(piece);
  if (start < 0 || text.indexOf(piece, start + 1) >= 0)
    throw new Error(`${piece} has to occur exactly once in\n${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + piece.length));
}

export function isOurs(problem: vscode.Diagnostic): boolean {
  return problem.source === SOURCE;
}

/** The problems of this extension in a document. */
export function ourProblems({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(isOurs);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the problems of a document, of every source, are as wanted. */
export function problemsWhen(
  { uri }: vscode.TextDocument,
  wanted: (problems: vscode.Diagnostic[]) => boolean,
  description = String(wanted),
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const problems = vscode.languages.getDiagnostics(uri);
      if (!wanted(problems)) return;
      clearTimeout(deadline);
      listening.dispose();
      resolve(problems);
    };
    const deadline = setTimeout(() => {
      listening.dispose();
      const now = vscode.languages.getDiagnostics(uri).map((p) => `${p.source} ${ruleOf(p)}: ${p.message}`);
      reject(
        new Error(
          `waited ${DEADLINE} ms for ${description}; the problems are now:\n${now.join('\n') || 'none'}`,
        ),
      );
    }, DEADLINE);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) look();
    });
    look();
  });
}

/** Waits until this extension reports exactly these rules, in this order. */
export async function rulesWhen(
  document: vscode.TextDocument,
  rules: string[],
): Promise<vscode.Diagnostic[]> {
  const problems = await problemsWhen(
    document,
    (all) => all.filter(isOurs).map(ruleOf).join() === rules.join(),
    rules.join(', ') || 'no problem of ours',
  );
  return problems.filter(isOurs);
}

/** A task definition for Fargate without a single problem; `changes` go over its top level. */
export function fargate(changes: object = {}): string {
  const definition = {
    family: 'shop',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/shop-execution',
    containerDefinitions: [
      {
        name: 'web',
        image: 'public.ecr.aws/nginx/nginx:1.29',
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/shop',
            'awslogs-region': 'eu-west-1',
            'awslogs-stream-prefix': 'web',
          },
        },
      },
    ],
    ...changes,
  };
  return `${JSON.stringify(definition, null, 2)}\n`;
}
