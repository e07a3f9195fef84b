import { describe, expect, it } from 'vitest';
import { container, labels } from '../../support/completion';

describe('names', () => {
  it.each([
    ['the folder', 'file:///project/shop/task-definition.json', ['"shop"']],
    [
      'the folder above those that say nothing',
      'file:///project/shop/deploy/prod/task-definition.json',
      ['"shop"'],
    ],
    ['the file, then the folder', 'file:///project/shop/web.task-definition.json', ['"web"', '"shop"']],
    ['the file, then the folder', 'C:\\work\\shop\\ecs-task-def-web.json', ['"web"', '"shop"']],
    ['the folder, which has a blank', 'file:///project/my%20shop/taskdef.json', ['"my-shop"']],
  ])('of the family come from %s: %s', (_, path, expected) => {
    expect(labels('{ "family": "|", "containerDefinitions": [] }', { path })).toEqual(expected);
  });

  it('of the family come from the first container at last', () => {
    const marked = '{ "family": "|", "containerDefinitions": [{ "name": "web", "image": "x" }] }';
    expect(labels(marked, { path: 'task-definition.json' })).toEqual(['"web"']);
  });

  it('of variables come from other containers', () => {
    const other =
      ', { "name": "b", "image": "c", "environment": [{ "name": "URL", "value": "x" }, { "name": "MODE", "value": "y" }] }';
    expect(labels(container('"environment": [{ "name": "URL" }, { "name": "|" }]', '', other))).toEqual([
      '"MODE"',
    ]);
    expect(labels(container('"environment": [{ "name": "URL", "value": "|" }]', '', other))).toEqual(['"x"']);
  });

  it('of the proxy properties are those that are missing, with what is usual', () => {
    const proxy = (property: string) =>
      labels(
        `{ "family": "a", "proxyConfiguration": { "properties": [{ "name": "AppPorts" }, { ${property} }] } }`,
      );
    expect(proxy('"name": "|"').slice(0, 2)).toEqual(['"IgnoredUID"', '"IgnoredGID"']);
    expect(proxy('"name": "|"')).not.toContain('"AppPorts"');
    expect(proxy('"name": "ProxyEgressPort", "value": "|"')).toEqual(['"15001"']);
  });
});
