import { describe, expect, it } from 'vitest';
import { container, detailed, labels } from '../../support/completion';

describe('containers', () => {
  const OTHERS = [
    ', { "name": "db", "image": "postgres:17", "healthCheck": { "command": ["CMD", "x"] } }',
    ', { "name": "init", "image": "busybox", "essential": false }',
  ].join('');

  it('to depend on are all but the container itself', () => {
    expect(detailed(container('"dependsOn": [{ "containerName": "|" }]', '', OTHERS))).toEqual([
      '"db" (postgres:17)',
      '"init" (busybox)',
    ]);
  });

  it('to depend on are not those that depend on this one, nor those that are listed', () => {
    const later =
      ', { "name": "late", "image": "a", "dependsOn": [{ "containerName": "web", "condition": "START" }] }';
    const listed = '"dependsOn": [{ "containerName": "db", "condition": "START" }, { "containerName": "|" }]';
    expect(labels(container(listed, '', OTHERS + later))).toEqual(['"init"']);
  });

  it('to depend on can meet the condition', () => {
    const under = (condition: string) =>
      labels(container(`"dependsOn": [{ "condition": "${condition}", "containerName": "|" }]`, '', OTHERS));
    expect(under('HEALTHY')).toEqual(['"db"']);
    expect(under('SUCCESS')).toEqual(['"init"']);
    expect(under('START')).toEqual(['"db"', '"init"']);
  });

  it('meet the conditions that they can meet', () => {
    const of = (name: string) =>
      labels(container(`"dependsOn": [{ "containerName": "${name}", "condition": "|" }]`, '', OTHERS));
    expect(of('db')).toEqual(['"HEALTHY"', '"START"']);
    expect(of('init')).toEqual(['"SUCCESS"', '"COMPLETE"', '"START"']);
    expect(of('unknown')).toEqual(['"SUCCESS"', '"HEALTHY"', '"COMPLETE"', '"START"']);
  });

  it('are known in a document that is half typed', () => {
    const half = `{ "containerDefinitions": [{ "name": "db", "image": "a" }, { "name": "web", "dependsOn": [{ "containerName": "|`;
    expect(labels(half)).toEqual(['"db"']);
    expect(labels(container('"dependsOn": [{ "containerName": | }]', '', OTHERS))).toEqual([
      '"db"',
      '"init"',
    ]);
  });

  it('to link and to take volumes from are the others', () => {
    expect(labels(container('"links": ["db:x", "|"]', '', OTHERS))).toEqual(['"init"']);
    expect(labels(container('"volumesFrom": [{ "sourceContainer": "|" }]', '', OTHERS))).toEqual([
      ...['"db"', '"init"'],
    ]);
  });

  it('for the proxy are all, Envoy first', () => {
    const marked = container(
      '"essential": true',
      '"proxyConfiguration": { "containerName": "|" }, ',
      ', { "name": "envoy", "image": "public.ecr.aws/appmesh/aws-appmesh-envoy:v1" }',
    );
    expect(labels(marked)).toEqual(['"envoy"', '"web"']);
  });

  it('are called like their image, the family, or app', () => {
    expect(
      labels('{ "family": "shop", "containerDefinitions": [{ "name": "|", "image": "a/nginx:1" }] }'),
    ).toEqual([...['"nginx"', '"shop"', '"app"']]);
  });
});
