import type { CancellationToken } from 'vscode-languageserver';

/** Node's `setImmediate`; a web worker has none. */
const { setImmediate: immediate = (run) => setTimeout(run, 0) } = globalThis as {
  setImmediate?: (run: () => void) => unknown;
};

/**
 * The one wrapper round every handler: lets queued messages in first (an edit or a cancellation makes the
 * work pointless), and never rejects: a diagnostics handler that rejects can freeze a document's
 * problems in a client.
 */
export async function safely<T>(
  token: CancellationToken,
  log: (line: string) => void,
  fallback: T,
  run: () => T | Promise<T>,
): Promise<T> {
  await new Promise<void>((resolve) => immediate(resolve));
  if (token.isCancellationRequested) return fallback;
  try {
    return await run();
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fallback;
  }
}
