import { describe, expect, it } from 'vitest';
import { choose, container, detailed, FARGATE, labels } from '../../support/completion';

describe('log options', () => {
  const log = (inside: string, task = '') => container(`"logConfiguration": { ${inside} }`, task);

  it('are those of the driver in use, what it needs first', () => {
    const found = detailed(log('"logDriver": "awslogs", "options": { | }'));
    expect(found.slice(0, 3)).toEqual([
      'awslogs-group (required)',
      'awslogs-region (required)',
      'awslogs-stream-prefix (required)',
    ]);
    expect(found).toContain('max-buffer-size (default: 10m)');
    expect(labels(log('"logDriver": "splunk", "options": { | }')).slice(0, 2)).toEqual([
      ...['splunk-url', 'splunk-token'],
    ]);
    expect(labels(log('"logDriver": "json-file", "options": { | }')).slice(0, 2)).toEqual([
      ...['max-size', 'max-file'],
    ]);
    expect(labels(log('"options": { | }'))).toEqual([]);
    expect(labels(log('"logDriver": "constructor", "options": { | }'))).toEqual([]);
  });

  it('are not those that are there, that are secret, or that exclude each other', () => {
    const splunk = '"logDriver": "splunk", "secretOptions": [{ "name": "splunk-token" }], ';
    expect(labels(log(`${splunk} "options": { "splunk-url": "x", | }`))[0]).toBe('splunk-source');
    const found = labels(log('"logDriver": "awslogs", "options": { "awslogs-datetime-format": "%Y", | }'));
    expect(found).not.toContain('awslogs-multiline-pattern');
  });

  it('bring values of the document', () => {
    const marked = log(
      '"logDriver": "awslogs", "options": { | }',
      '"taskRoleArn": "arn:aws:ecs:eu-west-1:111122223333:x", ',
    );
    const written = (key: string) => choose(marked, key).split('"options": { ')[1]?.split(' } }')[0];
    expect(written('awslogs-group')).toBe('"awslogs-group": "/ecs/shop"');
    expect(written('awslogs-region')).toBe('"awslogs-region": "eu-west-1"');
    expect(written('awslogs-stream-prefix')).toBe('"awslogs-stream-prefix": "web"');
  });

  it('have values: Regions, the one of the document first', () => {
    const marked = log(
      '"logDriver": "awslogs", "options": { "awslogs-region": "|" }',
      '"taskRoleArn": "arn:aws:ecs:eu-west-1:111122223333:x", ',
    );
    expect(detailed(marked).slice(0, 2)).toEqual([
      '"eu-west-1" (used in this file)',
      '"us-east-1" (N. Virginia)',
    ]);
    expect(labels(marked)).toContain('"ap-southeast-2"');
  });

  it('have values: lists, defaults, switches', () => {
    const option = (driver: string, key: string) =>
      detailed(log(`"logDriver": "${driver}", "options": { "${key}": "|" }`));
    expect(option('awslogs', 'mode')).toEqual(['"non-blocking"', '"blocking"']);
    expect(option('awslogs', 'awslogs-create-group')).toEqual(['"true"']);
    expect(option('awslogs', 'max-buffer-size')).toEqual(['"25m"', '"10m" (default)']);
    expect(option('splunk', 'splunk-gzip')).toEqual(['"true"', '"false" (default)']);
    expect(option('splunk', 'unknown')).toEqual([]);
  });

  it('of the log router are its own', () => {
    expect(labels(container('"firelensConfiguration": { "options": { | } }'))).toEqual([
      ...['enable-ecs-log-metadata', 'config-file-type', 'config-file-value'],
    ]);
    const type = (task: string) =>
      labels(container('"firelensConfiguration": { "options": { "config-file-type": "|" } }', task));
    expect(type('')).toEqual(['"file"', '"s3"']);
    expect(type(FARGATE)).toEqual(['"file"']);
  });

  it('that are secret begin with the token', () => {
    expect(labels(log('"logDriver": "splunk", "secretOptions": [{ "name": "|" }]'))[0]).toBe(
      '"splunk-token"',
    );
  });
});
