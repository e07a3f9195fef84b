/** Keys compared without regard to case, dashes and underscores: `FilesystemId` means `fileSystemId`. */
export function loose(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}
