import { describe, expect, it } from 'vitest';
import { AROUND, container, labels } from '../../support/completion';

describe('nothing is offered', () => {
  it.each([
    ['in a document of another kind', '{ "name": "x", | }', 'file:///p/package.json'],
    ['in an empty document of another name', '|', 'file:///p/data.json'],
    ['in an empty object of another name', '{ | }', 'file:///p/data.json'],
    ['in a map of labels', container('"dockerLabels": { | }'), AROUND.path],
    ['before a byte order mark', '|\uFEFF', AROUND.path],
    ['before a byte order mark and an object', '|\uFEFF{}', AROUND.path],
    ['behind a closed string', '{ "family": "web"| }', AROUND.path],
    ['between key and colon', '{ "family" | : "web" }', AROUND.path],
    ['in a comment up to the end of its line', '{ // a|\n }', AROUND.path],
    ['in a comment', '{ /* | */ }', AROUND.path],
    ['in a comment that is not closed', '{ /* |', AROUND.path],
    ['before an object that is there', container('"healthCheck": | {}'), AROUND.path],
    ["for words of one's own", container('"hostname": "|"'), AROUND.path],
  ])('%s', (_, marked, path) => {
    expect(labels(marked, { path })).toEqual([]);
  });
});
