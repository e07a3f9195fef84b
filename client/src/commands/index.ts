import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TaskDefinitionDocuments } from '../documents';
import type { Diagrams } from '../views/diagram';
import { convertTo } from './convert';
import { explainProblem } from './explainProblem';
import { fixAllProblems } from './fixAllProblems';
import { makeRegistrable } from './makeRegistrable';
import { newTaskDefinition } from './newTaskDefinition';
import { treatAsTaskDefinition } from './treatAsTaskDefinition';

export interface CommandContext {
  readonly client: BaseLanguageClient;
  readonly documents: TaskDefinitionDocuments;
  readonly diagrams: Diagrams;
  readonly output: vscode.LogOutputChannel;
  restart(): Promise<void>;
}

/** Registers every command of the manifest. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const commands: Record<string, (...args: never[]) => unknown> = {
    newTaskDefinition,
    fixAllProblems,
    makeRegistrable,
    convertToFargate: (uri?: unknown) => convertTo('fargate', uri),
    convertToEc2: (uri?: unknown) => convertTo('ec2', uri),
    showDiagram: (uri?: unknown) => context.diagrams.show(uri),
    explainProblem,
    treatAsTaskDefinition: () => treatAsTaskDefinition(context.documents),
    restartServer: () => context.restart(),
    showLog: () => context.output.show(),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`ecsTaskdef.${name}`, run),
    ),
  );
}
