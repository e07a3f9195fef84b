import { describe, expect, it } from 'vitest';
import { container, detailed, FARGATE, labels } from '../../support/completion';

describe('names of Linux', () => {
  it('ulimits begin with open files, and are offered once', () => {
    expect(labels(container('"ulimits": [{ "name": "|" }]')).slice(0, 3)).toEqual([
      ...['"nofile"', '"memlock"', '"nproc"'],
    ]);
    expect(labels(container('"ulimits": [{ "name": "nofile" }, { "name": "|" }]'))).not.toContain('"nofile"');
    expect(
      detailed(container('"ulimits": [{ "name": "nofile", "softLimit": 1024, "hardLimit": | }]'))[0],
    ).toBe('1024 (as the softLimit)');
  });

  it('capabilities to add are those that a container lacks; on Fargate one', () => {
    const add = (task: string) =>
      labels(container('"linuxParameters": { "capabilities": { "add": ["|"] } }', task));
    expect(add('')).toContain('"NET_ADMIN"');
    expect(add('')).not.toContain('"CHOWN"');
    expect([add('').at(0), add('').at(-1)]).toEqual(['"SYS_PTRACE"', '"ALL"']);
    expect(add(FARGATE)).toEqual(['"SYS_PTRACE"']);
  });

  it('capabilities to drop begin with those that a container has', () => {
    const found = labels(container('"linuxParameters": { "capabilities": { "drop": ["CHOWN", "|"] } }'));
    expect(found.slice(0, 2)).toEqual(['"ALL"', '"AUDIT_WRITE"']);
    expect(found).not.toContain('"CHOWN"');
  });

  it('system controls are not those of a namespace of the host', () => {
    const controls = (task: string) => labels(container('"systemControls": [{ "namespace": "|" }]', task));
    expect(controls('')).toEqual(expect.arrayContaining(['"net.core.somaxconn"', '"kernel.shmmax"']));
    expect(controls('"networkMode": "host", ')).not.toContain('"net.core.somaxconn"');
    expect(controls('"ipcMode": "host", ')).not.toContain('"kernel.shmmax"');
    expect(
      labels(container('"systemControls": [{ "namespace": "net.core.somaxconn", "value": "|" }]')),
    ).toEqual(['"1024"']);
  });
});
