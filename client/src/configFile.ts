import * as vscode from 'vscode';
import { SAVE_CONFIG_COMMAND } from '../../server/src/lsp/host';

/** For the quick fixes that change the config file: it is saved without being opened, so that the change counts at once. */
export function registerSaveConfigFile(): vscode.Disposable {
  return vscode.commands.registerCommand(SAVE_CONFIG_COMMAND, async (uri: string) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    await document.save();
  });
}
