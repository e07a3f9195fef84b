import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { otherFileKind } from '../../server/src/core/otherFiles/kinds';
import { mismatch } from '../../server/src/core/otherFiles/mismatches';
import { namesOf } from '../../server/src/core/otherFiles/names';
import { readOtherFile } from '../../server/src/core/otherFiles/read';
import { ALL_RULES } from '../../server/src/core/rules/metadata';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { unfold } from '../support/examples';

const folder = path.join(__dirname, '../../server/src/core/rules');
const options = {
  settings: { ...DEFAULT_SETTINGS, preset: 'strict' },
  syntaxErrors: true,
  commentErrors: true,
} as const;

/** The code blocks of a page between two headings. */
function examples(page: string, from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from) + from.length, page.indexOf(to));
  return [...part.matchAll(/^```[a-z]*\n(.*?)^```/gms)].map(([, text]) => unfold(text ?? ''));
}

/** What is found in the files of a part of a page: code blocks, each below a line with the name of its file. */
function findInFiles(page: string, from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from) + from.length, page.indexOf(to));
  const [definition, ...others] = [...part.matchAll(/^`([^`\n]+)`:\n\n```[a-z]+\n(.*?)^```/gms)];
  const [, file = '', text = ''] = definition ?? [];
  expect(find(text).filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  const names = namesOf(new Analysis(text, file));
  if (!names || others.length === 0) throw new Error('a task definition and another file are needed');
  return others.flatMap(([, name = '', content = '']) => {
    const kind = otherFileKind(`file:///${name}`);
    if (!kind) throw new Error(`nobody reads ${name}`);
    const { uses } = readOtherFile(content, kind, name);
    return uses.flatMap((use) => mismatch(use, names, file)?.rule ?? []);
  });
}

const find = (text: string) => lint(new Analysis(text, 'task-definition.json'), options);

describe('rule pages', () => {
  it('there is one for every rule, and none without a rule', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !['index.md', 'facts.md'].includes(file))
      .map((file) => file.replaceAll('\\', '/').slice(0, -3))
      .sort();
    expect(pages).toEqual(ALL_RULES.map(({ id }) => id).sort());
  });

  for (const { id, sources } of ALL_RULES) {
    describe(id, () => {
      const page = readFileSync(path.join(folder, `${id}.md`), 'utf8');

      it('links to official pages only', () => {
        for (const source of sources)
          expect(source).toMatch(
            /^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com|www\.rfc-editor\.org)\//,
          );
        const links = page.match(/https?:\/\/[^\s)>\]"`]+/g) ?? [];
        expect(
          links.filter((link) => !/localhost|example\.com/.test(link) && !sources.includes(link)),
        ).toEqual([]);
      });

      if (id.startsWith('reference/')) {
        it('its wrong examples are wrong for this reason only, its right ones are right', () => {
          expect(findInFiles(page, '## Wrong', '## Right')).toEqual([id]);
          expect(findInFiles(page, '## Right', '<!-- foot -->')).toEqual([]);
        });
        return;
      }

      it('its wrong examples are wrong for this reason only', () => {
        const wrong = examples(page, '## Wrong', '## Right');
        expect(wrong.length).toBeGreaterThan(0);
        for (const text of wrong) {
          // Advice about something else is no mistake.
          const found = find(text).filter(
            ({ rule, severity }) => rule === id || severity === 'error' || severity === 'warning',
          );
          expect([...new Set(found.map(({ rule }) => rule))], text).toEqual([id]);
        }
      });

      it('its right examples have no error', () => {
        const right = examples(page, '## Right', '<!-- foot -->');
        expect(right.length).toBeGreaterThan(0);
        for (const text of right) {
          expect(
            find(text).filter(({ severity, rule }) => severity === 'error' || rule === id),
            text,
          ).toEqual([]);
        }
      });
    });
  }
});
