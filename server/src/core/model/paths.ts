/** Whether a path begins at the root of a Linux file system, at a drive of Windows, or with a name of a Windows pipe or share. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(path);
}
