import { describe, expect, it } from 'vitest';
import { answerAt } from '../../support/hover';

const mapping = (members: string, task = '') =>
  answerAt(
    `{ "family": "a", ${task} "containerDefinitions": [{ "name": "web", "portMappings": [{ ${members} }] }] }`,
  );
const mode = (name: string) => `"networkMode": "${name}",`;
const EC2 = '"requiresCompatibilities": ["EC2"],';

describe('a container port', () => {
  it.each([
    [mode('awsvpc'), 'at the address of the task itself, port 80'],
    ['"requiresCompatibilities": ["MANAGED_INSTANCES"],', 'at the address of the task itself, port 80'],
    [mode('host'), 'at the address of the instance, port 80; one copy of the task fits on an instance'],
    [mode('bridge'), 'through a free port of the instance, chosen when the task starts'],
    [EC2, 'through a free port of the instance, chosen when the task starts'],
    [mode('none'), 'not at all: the network mode `none` takes no port mappings'],
    [
      '',
      'in the network mode `awsvpc` at the address of the task, in `bridge` through a port of the instance',
    ],
    [
      '"networkMode": "${MODE}",',
      'in the network mode `awsvpc` at the address of the task, in `bridge` through a port of the instance',
    ],
  ])('with %s', (task, reached) => {
    expect(mapping('"containerPort": 8|0', task)).toBe(
      `**containerPort** · port 80, usually HTTP\n\n- **Reached:** ${reached}`,
    );
  });

  it('with a port of the instance', () => {
    expect(mapping('"containerPort": 543|2, "hostPort": 15432', mode('bridge'))).toBe(
      '**containerPort** · port 5432, usually PostgreSQL\n\n- **Reached:** through port 15432 of the instance; one copy of the task fits on an instance',
    );
    expect(mapping('"containerPort": 543|2, "hostPort": "${PORT}"', mode('bridge'))).toContain(
      '- **Reached:** through a port of the instance',
    );
  });

  it('that nobody knows, or that is none', () => {
    expect(mapping('"containerPort": 1234|5', mode('awsvpc'))).toMatch(
      /^\*\*containerPort\*\* · port 12345\n/,
    );
    expect(mapping('"containerPort": 7000|0')).toBe(
      '**containerPort** · no port\n\n- **Watch out:** Ports end at 65535.',
    );
    expect(mapping('"containerPort": |0')).toMatch(/^\*\*containerPort\*\* · integer/);
  });
});

describe('a host port', () => {
  it('0 is a dynamic one', () => {
    expect(mapping('"containerPort": 80, "hostPort": |0', EC2)).toBe(
      [
        '**hostPort** · a free port of the instance, chosen when the task starts',
        '',
        '- **From:** the ephemeral ports of the kernel, often 32768 to 60999, else 49153 to 65535',
        '- **Found by:** a load balancer or service discovery, which ECS tells the port',
      ].join('\n'),
    );
    expect(mapping('"containerPort": 80, "hostPort": |0', mode('awsvpc'))).toBe(
      '**hostPort** · no port\n\n- **Watch out:** In the network mode `awsvpc` there are no dynamic ports: leave it out.',
    );
  });

  it.each([
    [mode('awsvpc'), 'has to be the container port; it can be left out', 'The container port is 80.'],
    [
      mode('host'),
      'has to be the container port; one copy of the task fits on an instance',
      'The container port is 80.',
    ],
    [
      mode('bridge'),
      'traffic to it on the instance goes to the container port 80; one copy of the task fits on an instance',
      undefined,
    ],
    [mode('none'), 'nothing: the network mode `none` takes no port mappings', undefined],
  ])('with %s', (task, means, odd) => {
    const where = task === mode('awsvpc') ? 'at the task itself' : 'on the instance';
    const said = [
      `**hostPort** · port 8080, usually HTTP of programs without root, ${where}`,
      '',
      `- **Means:** ${means}`,
    ];
    expect(mapping('"containerPort": 80, "hostPort": 808|0', task)).toBe(
      [...said, ...(odd ? [`- **Watch out:** ${odd}`] : [])].join('\n'),
    );
  });

  it('that may be taken already', () => {
    expect(mapping('"containerPort": 80, "hostPort": 4000|0', mode('bridge'))).toContain(
      '- **Watch out:** Dynamic ports of other tasks may come from here.',
    );
  });
});

describe('a range of ports', () => {
  it('says how many there are', () => {
    expect(mapping('"containerPortRange": "8000-|8010"', mode('awsvpc'))).toBe(
      '**containerPortRange** · 11 ports, 8000 to 8010\n\n- **Reached:** at the address of the task itself',
    );
    expect(mapping('"containerPortRange": "8000-|8001"', EC2)).toBe(
      '**containerPortRange** · 2 ports, 8000 to 8001\n\n- **Reached:** each through a port of the instance, chosen when the task starts',
    );
    expect(mapping('"containerPortRange": "8000-|8001"', mode('host'))).toContain(
      '- **Watch out:** The network mode `host` takes no ranges.',
    );
  });

  it('that is none', () => {
    expect(mapping('"containerPortRange": "8010-|8000"')).toBe(
      '**containerPortRange** · no range of ports\n\n- **Watch out:** A range goes from a lower port to a higher one, from 1 to 65535.',
    );
    expect(mapping('"containerPortRange": "|8000"')).toMatch(/^\*\*containerPortRange\*\* · string/);
  });
});

it('a port of EFS', () => {
  expect(
    answerAt(
      '{ "containerDefinitions": [], "volumes": [{ "efsVolumeConfiguration": { "transitEncryptionPort": 204|9 } }] }',
    ),
  ).toBe(
    '**transitEncryptionPort** · port 2049, where the mount helper listens\n\n- **Without it:** the helper takes a port that is free',
  );
});

it('half typed', () => {
  expect(
    answerAt(
      '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 4|43',
    ),
  ).toBe(
    '**containerPort** · port 443, usually HTTPS\n\n- **Reached:** at the address of the task itself, port 443',
  );
});
