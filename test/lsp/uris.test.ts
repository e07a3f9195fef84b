import { describe, expect, it } from 'vitest';
import { fileName, folderOf, isInside, join, sameFile } from '../../server/src/lsp/uris';

describe('URIs', () => {
  it('mean the same file, however they are escaped', () => {
    expect(sameFile('file:///c%3A/a%20b/%C3%A4.json')).toBe(sameFile('file:///C:/a b/ä.json'));
    expect(sameFile('file:///a/B')).not.toBe(sameFile('file:///a/b'));
    expect(sameFile('file:///a/%FF')).toBe('file:///a/%FF');
  });

  it('lie in folders', () => {
    expect(folderOf('file:///a/b.json')).toBe('file:///a');
    expect(isInside('file:///a/b.json', 'file:///a')).toBe(true);
    expect(isInside('file:///ab/b.json', 'file:///a')).toBe(false);
    expect(fileName('file:///a/b%20c.json')).toBe('b c.json');
  });

  it.each([
    ['file:///a/b', 'c.json', 'file:///a/b/c.json'],
    ['file:///a/b', './x/../c d.json', 'file:///a/b/c%20d.json'],
    ['file:///a/b', '../c.json', 'file:///a/c.json'],
    ['file:///a/b', 'c\ud800.json', 'file:///a/b/c%EF%BF%BD.json'],
    ['vscode-vfs://github/a/b', 'c.json', 'vscode-vfs://github/a/b/c.json'],
    ['file:///a', '../../c.json', undefined],
    ['vscode-vfs://github/a', '../../c.json', undefined],
    ['file:///a', '/etc/c.json', undefined],
    ['file:///a', 'c:\\c.json', undefined],
    ['file:///a', '~/c.json', undefined],
    ['file:///a', 'https://x/c.json', undefined],
  ])('%s and %s are %s', (folder, path, joined) => {
    expect(join(folder, path)).toBe(joined);
  });
});
