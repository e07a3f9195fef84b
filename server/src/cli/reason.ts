import { getSystemErrorMap } from 'node:util';

/** Why something failed, in the system's words: "no such file or directory". */
export function reasonOf(error: unknown): string {
  const { errno, message } = (error ?? {}) as NodeJS.ErrnoException;
  const known = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return known ?? message ?? String(error);
}
