import * as vscode from 'vscode';
import { type Entry, findBelow } from '../../server/src/lsp/findBelow';

/** Of each pattern. */
const MOST_FILES = 500;

/** Schemes that VS Code itself can search; asking GitHub for folder after folder would take too long. */
const SEARCHED = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** See `Host.findFiles`. What VS Code cannot search, as a folder in memory, is listed. */
export async function findFiles(folder: string, globs: readonly string[]): Promise<string[]> {
  const root = vscode.Uri.parse(folder, true);
  if (!SEARCHED.has(root.scheme))
    return findBelow(folder, globs, async (steps) =>
      (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, ...steps))).map(toEntry),
    );
  const found = await Promise.all(
    globs.map((glob) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), '**/node_modules', MOST_FILES),
    ),
  );
  return found.flat().map(String);
}

function toEntry([name, type]: [string, vscode.FileType]): Entry {
  const isFolder = type === vscode.FileType.Directory;
  return { name, kind: isFolder ? 'folder' : type === vscode.FileType.File ? 'file' : 'other' };
}
