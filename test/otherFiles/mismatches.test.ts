import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { mismatch } from '../../server/src/core/otherFiles/mismatches';
import { namesOf } from '../../server/src/core/otherFiles/names';
import type { Use } from '../../server/src/core/otherFiles/read';

const FILE = 'task-definition.json';
const range = { start: 3, end: 7 };

/** What is wrong with a use, beside a task definition of these members. */
function wrong(members: string, use: Omit<Use, 'range'>): string | undefined {
  const names = namesOf(new Analysis(`{ "family": "shop", ${members} }`, FILE));
  const found = names && mismatch({ ...use, range }, names, FILE);
  if (found) expect(found.range).toEqual(range);
  return found && `${found.rule}: ${found.message}`;
}

const container = (name: string): Omit<Use, 'range'> => ({ kind: 'container', name });
const port = (name: string, of = 'web'): Omit<Use, 'range'> => ({
  kind: 'containerPort',
  name,
  container: of,
});
const TWO = '"containerDefinitions": [{ "name": "web" }, { "name": "db" }]';
const PORTS = `"containerDefinitions": [{ "name": "web", "portMappings": [
  { "containerPort": 80, "name": "http" }, { "containerPortRange": "8000-8010" }] }]`;

describe('a container', () => {
  it('is not there', () => {
    expect(wrong(TWO, container('cache'))).toBe(
      'reference/unknown-container: task-definition.json has no container called "cache". It has "web" and "db".',
    );
    expect(wrong(TWO, container('wbe'))).toBe(
      'reference/unknown-container: task-definition.json has no container called "wbe". Did you mean "web"?',
    );
  });

  it('is there', () => {
    expect(wrong(TWO, container('db'))).toBeUndefined();
  });

  it.each([
    ['a name is open', '"containerDefinitions": [{ "name": "${NAME}" }, { "name": "db" }]'],
    ['a name is missing', '"containerDefinitions": [{ "name": "web" }, {}]'],
    ['the list is missing', '"cpu": "256"'],
    [
      'a block may hold more',
      '"containerDefinitions": [{ "name": "web" } {{ if .A }}, { "name": "db" }{{ end }}]',
    ],
    ['it is half typed', '"containerDefinitions": [{ "name": "web" }, { "name": '],
  ])('may be there: %s', (_, members) => {
    expect(wrong(members, container('cache'))).toBeUndefined();
  });
});

describe('a port of a container', () => {
  it('is not mapped', () => {
    expect(wrong(PORTS, port('8080'))).toBe(
      'reference/unknown-port: The container "web" of task-definition.json does not map port 8080: it maps 80 and 8000-8010.',
    );
    expect(wrong(TWO, port('80'))).toBe(
      'reference/unknown-port: The container "web" of task-definition.json does not map port 80: it maps no port.',
    );
  });

  it('is mapped, by itself or in a range', () => {
    for (const number of ['80', '8000', '8010']) expect(wrong(PORTS, port(number)), number).toBeUndefined();
  });

  it.each([
    [
      'its number is',
      '"containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": "${PORT}" }] }]',
    ],
    ['a mapping is', '"containerDefinitions": [{ "name": "web", "portMappings": ["${PORTS}"] }]'],
    ['the list is', '"containerDefinitions": [{ "name": "web", "portMappings": "${PORTS}" }]'],
    [
      'the range is',
      '"containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPortRange": "80" }] }]',
    ],
  ])('is not judged where %s open', (_, members) => {
    expect(wrong(members, port('8080'))).toBeUndefined();
  });

  it('is not judged where the container is not there: that is said once', () => {
    expect(wrong(PORTS, port('8080', 'api'))).toBeUndefined();
  });
});

describe('the name of a port', () => {
  it('is not there', () => {
    expect(wrong(PORTS, { kind: 'port', name: 'grpc' })).toBe(
      'reference/unknown-port: task-definition.json has no port mapping called "grpc". It has "http".',
    );
    expect(wrong(TWO, { kind: 'port', name: 'grpc' })).toBe(
      'reference/unknown-port: task-definition.json has no port mapping called "grpc".',
    );
  });

  it('is there, or may be', () => {
    expect(wrong(PORTS, { kind: 'port', name: 'http' })).toBeUndefined();
    expect(wrong(PORTS.replace('"http"', '"${NAME}"'), { kind: 'port', name: 'grpc' })).toBeUndefined();
  });
});

describe('a volume', () => {
  it('is not there', () => {
    expect(wrong(`${TWO}, "volumes": [{ "name": "data" }]`, { kind: 'volume', name: 'date' })).toBe(
      'reference/unknown-volume: task-definition.json has no volume called "date". Did you mean "data"?',
    );
    expect(wrong(TWO, { kind: 'volume', name: 'data' })).toBe(
      'reference/unknown-volume: task-definition.json has no volume called "data".',
    );
  });

  it('is there, or may be', () => {
    const volumes = (name: string) => `${TWO}, "volumes": [{ "name": "${name}" }]`;
    expect(wrong(volumes('data'), { kind: 'volume', name: 'data' })).toBeUndefined();
    expect(wrong(volumes('${V}'), { kind: 'volume', name: 'data' })).toBeUndefined();
  });
});

describe('the family', () => {
  it('is another', () => {
    expect(wrong(TWO, { kind: 'family', name: 'store' })).toBe(
      'reference/other-family: task-definition.json is of the family "shop", not "store".',
    );
  });

  it('is this one, or may be', () => {
    expect(wrong(TWO, { kind: 'family', name: 'shop' })).toBeUndefined();
    expect(wrong(`${TWO}, "family": "\${APP}"`, { kind: 'family', name: 'store' })).toBeUndefined();
  });
});

describe('names', () => {
  it('are not known of a bare list of containers', () => {
    expect(
      namesOf(new Analysis('[{ "name": "web", "image": "a" }]', 'container-definitions.json')),
    ).toBeUndefined();
  });
});
