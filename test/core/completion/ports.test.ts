import { describe, expect, it } from 'vitest';
import { container, detailed, FARGATE, labels } from '../../support/completion';

describe('ports', () => {
  const port = (members: string, task = '') => container(`"portMappings": [{ ${members} }]`, task);

  it('of the container begin with that of the image', () => {
    expect(detailed(port('"containerPort": |'))).toEqual(['80 (port of nginx)', '443', '3000', '8080']);
  });

  it('of the host are free ones behind the bridge, else the same', () => {
    const marked = '"containerPort": 8080, "hostPort": |';
    expect(detailed(port(marked, '"networkMode": "bridge", '))).toEqual([
      '0 (any free port of the host)',
      '8080 (the port of the container)',
    ]);
    expect(labels(port(marked, FARGATE))).toEqual(['8080']);
  });

  it('have names that no other port has', () => {
    expect(labels(port('"containerPort": 80, "name": "|"'))).toEqual(['"http"', '"web"', '"web-80"']);
    expect(labels(port('"name": "http" }, { "containerPort": 81, "name": "|"'))).toEqual([
      '"web"',
      '"web-81"',
    ]);
  });
});
