import { describe, expect, it } from 'vitest';
import { choose, container, FARGATE, labels, proposals } from '../../support/completion';

/** What an editor compares with the text before the cursor: of each proposal its own, or what is there. */
const filters = (marked: string): string[] => [...new Set(proposals(marked).map(({ filter }) => filter))];

const size = (cpu: string, memory: string) => `{ ${FARGATE} "cpu": "${cpu}", "memory": "${memory}" }`;

describe('a value that is there', () => {
  it('is one of those that fit, which are all shown', () => {
    const marked = size('512', '20|48');
    expect(filters(marked)).toEqual(['"2048"']);
    expect(labels(marked)).toEqual(['"1024"', '"2048"', '"3072"', '"4096"']);
    expect(proposals(marked).flatMap(({ label, isPresent }) => (isPresent ? [label] : []))).toEqual([
      '"2048"',
    ]);
    expect(choose(marked, '"1024"')).toBe(size('512', '1024'));
  });

  it.each([
    ['a size that does not fit, the cursor in it', size('256', '40|96'), '"4096"'],
    ['a size that does not fit, the cursor behind it', size('256', '4096|'), '"4096"'],
    ['a value of a list, the cursor in it', '{ "networkMode": "bri|dge" }', '"bridge"'],
    ['a value of a list, the cursor behind it', '{ "networkMode": "bridge|" }', '"bridge"'],
    ['a value that is refused here', `{ ${FARGATE.replace('awsvpc', 'bri|dge')} }`, '"bridge"'],
    ['a value that is misspelt', '{ "networkMode": "brigde|" }', '"brigde"'],
    ['a switch', container('"essential": tr|ue'), 'true'],
    ['a number', container('"memory": 5|12'), '512'],
    ['a number that is not in the list', container('"memory": 7|77'), '777'],
    ['a name of the document', container('"links": ["d|b"]', '', ', { "name": "db", "image": "b" }'), '"db"'],
    [
      'a Region',
      container(
        '"logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-region": "eu-west|-1" } }',
      ),
      '"eu-west-1"',
    ],
  ])('hides none of the others: %s', (_, marked, present) => {
    expect(proposals(marked).length).toBeGreaterThan(0);
    expect(filters(marked)).toEqual([present]);
  });

  it.each([
    ['a value of a list', '{ "networkMode": "bri|" }', ['"awsvpc"', '"bridge"', '"host"', '"none"']],
    [
      'a word in the middle of one',
      '{ "networkMode": "vpc|" }',
      ['"awsvpc"', '"bridge"', '"host"', '"none"'],
    ],
    ['nothing yet', '{ "networkMode": "|" }', ['"awsvpc"', '"bridge"', '"host"', '"none"']],
    ['a size', size('512', '2|'), ['"1024"', '"2048"', '"3072"', '"4096"']],
    ["a name of one's own", '{ "family": "my-sh|op" }', ['"shop"']],
    ['a switch', container('"essential": t|'), ['false', 'true']],
  ])('is waited for while it is being typed: %s', (_, marked, expected) => {
    expect(filters(marked)).toEqual(expected);
  });
});
