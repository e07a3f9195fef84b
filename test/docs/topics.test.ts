import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../server/src/core/factors';
import { NOTES } from '../../server/src/core/knowledge/notes.generated';
import { RULES } from '../../server/src/core/rules/index.generated';
import { sharedFolder } from '../support/shared';

const table = path.join(__dirname, '../../schemas/topics.md');
// A checkout on Windows may have turned the line ends round.
const read = (file: string | URL) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

/** The cells of each row, the heads left out. */
const rows = [...read(table).matchAll(/^\| (.+) \|$/gm)]
  .map(([, cells]) => (cells ?? '').split(' | '))
  .filter(([first]) => first !== 'topic' && first !== 'what');
const topics = rows.filter((cells) => cells.length === 3);

/** `000: *Security*; 003: *Slide 14*, *Slide 19*` as pairs of the set of notes and the heading. */
function headingsIn(cell: string): [set: string, heading: string][] {
  return cell.split('; ').flatMap((part) => {
    const set = part.slice(0, 3);
    return [...part.matchAll(/\*(.+?)\*/g)].map(([, heading]): [string, string] => [set, heading ?? '']);
  });
}

/** The text behind a link: the whole file, or the section that the link names. */
function textAt(link: string): string | undefined {
  const [file = '', anchor] = link.split('#');
  const place = path.join(path.dirname(table), file);
  if (!existsSync(place)) return undefined;
  const sections = read(place).split(/^(?=#+ )/m);
  if (anchor === undefined) return sections.join('');
  return sections.find((section) => {
    const title = /^#+ (.*)$/m.exec(section)?.[1] ?? '';
    return (
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-') === anchor
    );
  });
}

describe('the table of topics', () => {
  it('is read whole', () => {
    expect(topics.length).toBeGreaterThan(45);
    expect(rows.filter((cells) => cells.length === 2).length).toBe(4);
  });

  it.each(topics)('%s', (_topic, from = '', places = '') => {
    expect(headingsIn(from)).not.toEqual([]);
    const told = [...places.matchAll(/\[[^\]]+\]\(([^)]+)\)((?:,? "[^"]+")+)/g)];
    expect(told.map(([text]) => text).join('; ')).toBe(places);
    for (const [, link = '', words = ''] of told) {
      const text = textAt(link);
      expect(text, link).toBeDefined();
      for (const [, word] of words.matchAll(/"([^"]+)"/g)) expect(text, link).toContain(word);
    }
  });
});

describe('the twelve factors', () => {
  const named = (factor: string) =>
    Object.values(NOTES).filter((note) =>
      new RegExp(`\\bfactors?(?: [IVX]+ and)? ${factor}\\b`, 'i').test(note),
    );

  it.each(Object.keys(FACTORS))('%s is named by a note', (factor) => {
    expect(named(factor)).not.toEqual([]);
  });

  // No rule fits the others: a task definition does not show where its code is kept, nor what runs beside it.
  it.each(Object.keys(FACTORS).filter((factor) => factor !== 'I' && factor !== 'XII'))(
    '%s is named by a rule',
    (factor) => {
      expect(RULES.filter(({ docs }) => (docs.factors as readonly string[])?.includes(factor))).not.toEqual(
        [],
      );
    },
  );
});

const folder = sharedFolder('study-notes');

describe.skipIf(!folder)('the study notes (skipped where ../shared/study-notes is absent)', () => {
  const known = rows.flatMap(([, from = '']) => headingsIn(from));
  const files = folder ? readdirSync(folder) : [];

  it('are five', () => {
    expect(files.length).toBe(5);
  });

  it.each(files)('%s: the table has every heading, and no other', (file) => {
    const set = file.slice(0, 3);
    const text = read(new URL(file, folder))
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
    const inTable = new Set(known.filter(([from]) => from === set).map(([, heading]) => heading));
    const found = headingsOf(text);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((heading) => !inTable.has(heading))).toEqual([]);
    const oneLine = text.replace(/\s+/g, ' ');
    const there = [...inTable].filter((heading) => found.includes(heading) || oneLine.includes(heading));
    expect([...inTable].filter((heading) => !there.includes(heading))).toEqual([]);
  });
});

/**
 * The lines of plain text that look like headings: short, with a capital in front and no full stop behind. Slides,
 * factors and questions count by their number, and a heading that ends in a colon may take two lines.
 */
function headingsOf(text: string): string[] {
  let question = 0;
  const lines = text
    .replace(/^([IVX]+\. .*)\n.*$/gm, '$1') // what a factor says
    .replace(/^(Slider? [\d &]+) –.*$/gm, '$1')
    .replace(/^Q: [^?.]*[?.]$/gm, () => {
      question += 1;
      return `Question ${question}`;
    })
    .replace(/^A\d?: .*$/gm, '')
    .replace(/^([A-Z][\w/]*)\n([A-Za-z][\w/() ]+):$/gm, '$1 $2')
    .replace(/^([A-Z][\w/() ]+):$/gm, '$1')
    .split('\n');
  const headings = lines.filter(
    (line) =>
      /^[IVX]+\. /.test(line) ||
      // Two headings in one line are a list of links.
      (/^[A-Z][^.,;:!]{2,58}[^\s.,;:!]$/.test(line) && !/[a-z][A-Z]/.test(line)),
  );
  return [...new Set(headings)].filter((line) => line.split(' ').length < 10 && line !== 'But also');
}
