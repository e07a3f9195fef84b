import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeSettings, type Settings } from '../core';
import type { CheckOptions, Format } from './arguments';
import { ConfigFiles } from './config';
import { examine } from './examine';
import { type FoundFile, findFiles } from './files';
import { github } from './formats/github';
import { json } from './formats/json';
import { junit } from './formats/junit';
import { sarif } from './formats/sarif';
import { stylish } from './formats/stylish';
import { reasonOf } from './reason';
import { replaceFile } from './replace';
import { byPath, countBySeverity, type FileReport, plural, type Report, shownPath } from './report';

const WRITERS: Record<Format, (report: Report, color: boolean) => string> = {
  stylish,
  json,
  github,
  sarif,
  junit,
};

/** The operand that means stdin, and what stdin is called when nobody says otherwise. */
const STDIN = '-';
const STDIN_NAME = '<stdin>';

/** Where a run reads and writes. */
export interface Terminal {
  readonly cwd: string;
  readonly readStdin: () => Promise<Buffer>;
  readonly stdout: (content: string | Buffer) => void;
  readonly stderr: (content: string) => void;
  /** Whether colors can be seen there. */
  readonly colors: { readonly stdout: boolean; readonly stderr: boolean };
}

/** Checks the files, writes the report, and returns the exit code. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const { cwd, stdout, stderr } = terminal;
  let faults = 0;
  const note = (sentence: string): void => stderr(`ecs-taskdef: ${sentence}\n`);
  const fault = (sentence: string): void => {
    faults++;
    note(sentence);
  };

  const configFile = options.config === undefined ? undefined : path.resolve(cwd, options.config);
  const configFiles = new ConfigFiles(configFile, cwd, fault);
  const chosen = options.preset === undefined ? {} : { preset: options.preset };
  const settingsFor = (file: string): Settings => mergeSettings(configFiles.settingsFor(file), chosen);

  const files: FileReport[] = [];
  const add = (file: FoundFile, shown: string, bytes: Buffer, write: (repaired: Buffer) => void): void => {
    try {
      const report = examine(file, {
        bytes,
        shown,
        settingsFor,
        write: options.fix ? write : undefined,
        note,
        fault,
      });
      if (report) files.push(report);
    } catch (error) {
      fault(`${shown} could not be checked. ${error instanceof Error ? error.stack : error}`);
    }
  };

  const { operands, stdinFilename } = options;
  if (operands.includes(STDIN)) {
    const file = { path: path.resolve(cwd, stdinFilename ?? STDIN_NAME), named: true };
    const shown = stdinFilename === undefined ? STDIN_NAME : shownPath(file.path, cwd);
    let document: Buffer | undefined;
    try {
      document = await terminal.readStdin();
    } catch (error) {
      fault(`stdin cannot be read: ${reasonOf(error)}.`);
    }
    if (document) {
      add(file, shown, document, (repaired) => {
        document = repaired;
      });
    }
    if (options.fix && document && files.length > 0) stdout(document);
  }
  for (const file of findFiles(
    operands.filter((operand) => operand !== STDIN),
    cwd,
    fault,
  )) {
    const shown = shownPath(file.path, cwd);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file.path);
    } catch (error) {
      // What a folder no longer holds when its turn comes is not part of it.
      const gone = !file.named && (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!gone) fault(`${shown} cannot be read: ${reasonOf(error)}.`);
      continue;
    }
    add(file, shown, bytes, (repaired) => replaceFile(file.path, repaired));
  }

  files.sort(byPath);
  // `--fix -` is a filter: its stdout is the repaired document.
  const aside = options.fix && operands.includes(STDIN);
  const color = options.color && (aside ? terminal.colors.stderr : terminal.colors.stdout);
  const report = WRITERS[options.format]({ files, cwd, fix: options.fix }, color);
  (aside ? stderr : stdout)(report);

  const { error, warning } = countBySeverity(files);
  const tooMany = warning > options.maxWarnings;
  if (tooMany) note(`${plural(warning, 'warning')}, and ${options.maxWarnings} allowed.`);
  return faults > 0 ? 2 : error > 0 || tooMany ? 1 : 0;
}
