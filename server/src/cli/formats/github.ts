import path from 'node:path';
import type { Severity } from '../../core';
import { linesOf, type Report, shownPath } from '../report';

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. Their
 * paths start at the repository's top, wherever the step runs.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github({ files, cwd }: Report): string {
  const workspace = process.env.GITHUB_WORKSPACE;
  return files
    .flatMap((file) => {
      const lines = linesOf(file);
      const name = workspace ? fromWorkspace(file.path, cwd, workspace) : file.path;
      return file.findings.map(({ range, severity, message, rule }) => {
        const { start, end } = lines(range);
        const properties = [
          `file=${escapeProperty(name)}`,
          `line=${start.line + 1}`,
          `col=${start.character + 1}`,
          `endLine=${end.line + 1}`,
          `endColumn=${end.character + 1}`,
          `title=${escapeProperty(rule)}`,
        ];
        return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
      });
    })
    .join('');
}

function fromWorkspace(file: string, cwd: string, workspace: string): string {
  const shown = shownPath(path.resolve(cwd, file), workspace);
  return shown.startsWith('../') ? file : shown;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
