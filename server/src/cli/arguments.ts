import { parseArgs } from 'node:util';
import type { Preset } from '../core';

export const FORMATS = ['stylish', 'json', 'github', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

const PRESETS = ['refused', 'recommended', 'strict'] as const satisfies readonly Preset[];

export interface CheckOptions {
  /** Files, folders, globs, and `-` for stdin, as typed. */
  readonly operands: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly preset: Preset | undefined;
  /** A config file that counts for every document, instead of the nearest one. */
  readonly config: string | undefined;
  /** More warnings than this fail the run. */
  readonly maxWarnings: number;
  /** What stdin is called. */
  readonly stdinFilename: string | undefined;
  readonly color: boolean;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | ({ readonly name: 'check' } & CheckOptions);

/** The command line was not understood; the message says why. */
export class UsageError extends Error {}

export const HELP = `Checks Amazon ECS task definitions.

Usage: ecs-taskdef check [options] <file | directory | glob | - (stdin)>...

  --format NAME          ${FORMATS.join(' | ')} (default: stylish)
  --fix                  write the safe fixes, then report what is left
  --preset NAME          ${PRESETS.join(' | ')} (default: recommended)
  --config FILE          default: the nearest .ecs-taskdef.json upwards from the file
  --max-warnings N       fail when there are more warnings than this
  --stdin-filename NAME  what to call stdin, for its config file and in the report
  --no-color             no colors; NO_COLOR does the same
  --help, -h             this text
  --version, -v          the version

A directory means its .json and .jsonc files, without node_modules, .git and what .gitignore names.
Quote a glob to keep your shell from expanding it. "--fix -" prints the repaired document.

Exit status: 0 no error, 1 errors or too many warnings, 2 bad usage or a file that cannot be read.
`;

/** Reads what stands behind `ecs-taskdef`; throws a UsageError. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...operands] = positionals;
  if (command === undefined) throw new UsageError('A command is missing: ecs-taskdef check <file>...');
  if (command !== 'check') {
    throw new UsageError(`Unknown command "${command}". The command is: ecs-taskdef check <file>...`);
  }
  if (operands.length === 0) throw new UsageError('Nothing to check: name a file, a directory, a glob or -.');
  if (operands.includes('')) throw new UsageError('A file name is empty.');
  if (values['stdin-filename'] !== undefined && !operands.includes('-')) {
    throw new UsageError('--stdin-filename needs - (stdin) among the files.');
  }
  return {
    name: 'check',
    operands,
    format: choice('format', values.format, FORMATS) ?? 'stylish',
    fix: values.fix ?? false,
    preset: choice('preset', values.preset, PRESETS),
    config: values.config,
    maxWarnings: count('max-warnings', values['max-warnings']),
    stdinFilename: values['stdin-filename'],
    color: !values['no-color'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        fix: { type: 'boolean' },
        preset: { type: 'string' },
        config: { type: 'string' },
        'max-warnings': { type: 'string' },
        'stdin-filename': { type: 'string' },
        'no-color': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function choice<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined || allowed.includes(value as T)) return value as T | undefined;
  throw new UsageError(`--${option} must be one of ${allowed.join(', ')}, not "${value}".`);
}

function count(option: string, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UsageError(`--${option} must be a whole number from 0 up, not "${value}".`);
}
