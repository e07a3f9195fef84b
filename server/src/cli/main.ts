import { version } from '../../../package.json';
import { type Command, HELP, readArguments, UsageError } from './arguments';
import type { Terminal } from './check';

/** `ecs-taskdef`: what it was asked, and the exit code it answers with. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  let command: Command;
  try {
    command = readArguments(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`ecs-taskdef: ${error.message}\nRun ecs-taskdef --help for the options.\n`);
    return 2;
  }
  if (command.name === 'help') process.stdout.write(HELP);
  if (command.name === 'version') process.stdout.write(`${version}\n`);
  if (command.name !== 'check') return 0;
  // Loaded only now: help and usage errors need nothing of it.
  const { check } = await import('./check');
  return check(command, terminal());
}

function terminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    readStdin,
    stdout: (content) => stdout.write(content),
    stderr: (content) => stderr.write(content),
    // Knows NO_COLOR and terminals without colors; a stream that is no terminal does not have the method.
    colors: { stdout: stdout.hasColors?.() ?? false, stderr: stderr.hasColors?.() ?? false },
  };
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no fault.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`ecs-taskdef: ${error.message}\n`);
  });
}

// The exit code is set and not exited with, so that everything written still goes out.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode ??= code;
  },
  (error: unknown) => {
    process.stderr.write(`ecs-taskdef: ${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 2;
  },
);
