/** Clients and servers escape the same path in different ways: `file:///c%3A/a` and `file:///C:/a`. */
export function sameFile(uri: string): string {
  const path = uri.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
  return path.replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

export function isInside(uri: string, folder: string): boolean {
  return sameFile(uri).startsWith(`${sameFile(folder)}/`);
}

/** The folder of a file, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** The file at a relative path with slashes; undefined for a path that is absolute, or leads out of the place. */
export function join(folder: string, path: string): string | undefined {
  if (/^(?:[/\\~]|[a-z]+:)/i.test(path)) return undefined;
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(folder)?.[0] ?? '';
  const steps = folder.slice(root.length).split('/');
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.length < 2) return undefined;
      steps.pop();
    } else if (step !== '.' && step !== '')
      steps.push(encodeURIComponent(step.replace(/\p{Cs}/gu, '\uFFFD')));
  }
  return root + steps.join('/');
}

/** The last part of a path, as people read it. */
export function fileName(uri: string): string {
  return sameFile(uri.slice(uri.lastIndexOf('/') + 1));
}
