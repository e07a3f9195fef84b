import { describe, expect, it } from 'vitest';
import { choose, proposals } from '../../support/completion';

describe('placeholders', () => {
  const text = (image: string) =>
    `{ "family": "\${APP}", "containerDefinitions": [{ "name": "a", "image": "${image}" }] }`;
  const marks = (marked: string) => proposals(marked).filter(({ kind }) => kind === 'placeholder');

  it('of the file are offered for whole values', () => {
    expect(marks(text('|')).map(({ label }) => label)).toEqual(['${APP}']);
    expect(choose(text('|'), '${APP}')).toBe(text('${APP}'));
    expect(choose('{ "family": "${APP}", "taskRoleArn": | }', '${APP}')).toBe(
      '{ "family": "${APP}", "taskRoleArn": "${APP}" }',
    );
  });

  it.each([
    ['behind a colon', 'app:|', '', ''],
    ['where one begins', 'app:${|', '${', ''],
    ['where one is half typed, in the middle', 'app:${A|-alpine', '${A', '-alpine'],
  ])('are offered for parts of a string, %s', (_, image, before, behind) => {
    const [mark] = marks(text(image));
    const plain = text(image);
    const offset = plain.indexOf('|', plain.indexOf('image'));
    expect(mark).toMatchObject({
      text: '${APP}',
      filter: '${APP}',
      inside: {
        insert: { start: offset - before.length, end: offset },
        replace: { start: offset - before.length, end: offset + behind.length },
      },
    });
  });

  it('are not offered in the middle of a word, for closed lists, and for numbers', () => {
    expect(marks(text('ngi|'))).toEqual([]);
    expect(marks('{ "family": "${APP}", "networkMode": "|" }')).toEqual([]);
    expect(marks('{ "family": "${APP}", "ephemeralStorage": { "sizeInGiB": | } }')).toEqual([]);
  });

  it('stand without quotes for numbers in a document that is a template already', () => {
    const template =
      '{ "family": ${APP}, "containerDefinitions": [{ "name": "a", "image": "b", "memory": | }] }';
    expect(choose(template, '${APP}')).toBe(template.replace('|', '${APP}'));
  });
});
