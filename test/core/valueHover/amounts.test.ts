import { describe, expect, it } from 'vitest';
import { answerAt, container, fargate } from '../../support/hover';

const at = (members: string) => answerAt(container(members));
const lines = (...all: string[]) => all.join('\n');

describe('sizes', () => {
  it('of the scratch disk, with what is included', () => {
    const storage = (gib: string, more = '') =>
      answerAt(fargate(`"ephemeralStorage": { "sizeInGiB": ${gib} }, ${more}`));
    const holds =
      '- **Holds:** the image, unpacked, what containers write, and scratch volumes; it goes with the task';
    expect(storage('5|0')).toBe(
      lines(
        '**sizeInGiB** · 50 GiB of scratch disk in all',
        '',
        '- **Included:** 20 GiB, which every task on Fargate has',
        '- **Paid for:** 30 GiB, $2.43 a month in us-east-1 when the task runs all the time (prices of 2026-09)',
        holds,
      ),
    );
    expect(storage('2|0')).toBe(
      lines(
        '**sizeInGiB** · 20 GiB of scratch disk in all',
        '',
        '- **Included:** 20 GiB, which every task on Fargate has',
        holds,
        '- **Watch out:** It takes 21 to 200.',
      ),
    );
    expect(storage('5|0', '"taskRoleArn": "arn:aws:ssm:eu-west-1:222233334444:x",')).toContain(
      '- **Paid for:** 30 GiB\n',
    );
  });

  it.each([
    [
      '"sharedMemorySize": 25|6',
      '**sharedMemorySize** · 256 MiB (0.25 GiB) for `/dev/shm`\n\n- **Without it:** 64 MiB, as Docker has it',
    ],
    [
      '"maxSwap": 102|4',
      '**maxSwap** · 1024 MiB (1 GiB)\n\n- **Memory and swap:** 1536 MiB (1.5 GiB) together',
    ],
    ['"maxSwap": |0', '**maxSwap** · no swap'],
    [
      '"tmpfs": [{ "containerPath": "/t", "size": 10|0 }]',
      '**size** · 100 MiB at most\n\n- **Counts:** as memory of the container, as far as it is filled; it is lost when the container stops',
    ],
  ])('of %s', (members, said) => {
    expect(at(`"memory": 512, "linuxParameters": { ${members} }`)).toBe(said);
  });

  it('of GPU memory', () => {
    expect(
      at(
        '"resourceRequirements": [{ "type": "GPU", "sharingStrategy": { "nvidiaMps": { "memory": 204|8 } } }]',
      ),
    ).toBe('**memory** · 2048 MiB (2 GiB) of GPU memory');
  });
});

describe('times', () => {
  it('of a stop and a start', () => {
    expect(at('"stopTimeout": 9|0')).toBe(
      lines(
        '**stopTimeout** · 1 minute 30 seconds',
        '',
        '- **From:** the signal to stop (SIGTERM, unless the image names another one)',
        '- **Until:** the container is killed',
      ),
    );
    expect(answerAt(fargate('', '[{ "name": "a", "stopTimeout": 9|0 }]'))).toContain(
      '- **Most:** 2 minutes on Fargate',
    );
    const managed = '"requiresCompatibilities": ["MANAGED_INSTANCES"],';
    expect(answerAt(container('"stopTimeout": 9|0', managed))).toContain(
      '- **Most:** 24 hours on Managed Instances',
    );
    expect(answerAt(container('"startTimeout": 360|1', managed))).toBe(
      lines(
        '**startTimeout** · 1 hour 1 second',
        '',
        '- **From:** the start of this container',
        '- **Until:** containers that wait for its condition are given up',
        '- **Most:** 10 minutes on Managed Instances',
      ),
    );
    expect(at('"stopTimeout": |1')).toMatch(/^\*\*stopTimeout\*\* · 1 second\n/);
    expect(at('"stopTimeout": |0')).toMatch(/^\*\*stopTimeout\*\* · 0 seconds\n/);
  });

  it('between restarts', () => {
    expect(at('"restartPolicy": { "enabled": true, "restartAttemptPeriod": 30|0 }')).toBe(
      '**restartAttemptPeriod** · 5 minutes\n\nA container that ends sooner after its start is not started again.',
    );
  });
});

describe('a health check', () => {
  const check = (members: string) => at(`"healthCheck": { "command": ["CMD", "true"], ${members} }`);

  it('says how long it takes in all', () => {
    const timing = [
      '',
      '- **UNHEALTHY:** 30 seconds after the program breaks, 45 seconds when its checks hang (3 × 10 s, and 3 × 5 s more)',
      '- **After the start:** failures within 1 minute do not count',
    ];
    const all = (interval: string, timeout: string, retries: string, startPeriod: string) =>
      check(
        `"interval": ${interval}, "timeout": ${timeout}, "retries": ${retries}, "startPeriod": ${startPeriod}`,
      );
    expect(all('1|0', '5', '3', '60')).toBe(lines('**interval** · 10 seconds between two checks', ...timing));
    expect(all('10', '|5', '3', '60')).toBe(
      lines('**timeout** · 5 seconds for one check to answer', ...timing),
    );
    expect(all('10', '5', '|3', '60')).toBe(
      lines('**retries** · unhealthy after 3 failed checks in a row', ...timing),
    );
    expect(all('10', '5', '3', '6|0')).toBe(
      lines('**startPeriod** · 1 minute after the start in which failures do not count', ...timing),
    );
  });

  it('with what holds where a number is left out', () => {
    expect(check('"retries": |1')).toBe(
      lines(
        '**retries** · unhealthy after 1 failed check',
        '',
        '- **UNHEALTHY:** 30 seconds after the program breaks, 35 seconds when its checks hang (1 × 30 s, and 1 × 5 s more)',
      ),
    );
  });

  it('that is slower than its rhythm', () => {
    expect(check('"interval": |5, "timeout": 10')).toContain(
      '- **Watch out:** A check that hangs outlasts the time between two.',
    );
  });

  it('of which a template leaves a number open', () => {
    expect(check('"interval": 1|0, "retries": "${RETRIES}"')).toBe(
      '**interval** · 10 seconds between two checks',
    );
  });
});

describe('a ulimit', () => {
  const limit = (name: string, soft: string, hard: string) =>
    at(`"ulimits": [{ "name": "${name}", "softLimit": ${soft}, "hardLimit": ${hard} }]`);

  it('has the unit of its name', () => {
    expect(limit('nofile', '102|4', '65535')).toBe(
      lines(
        '**softLimit** · 1024 open files',
        '',
        '- **Means:** what holds at the start; a process may raise it to the hard limit',
        '- **Hard limit:** 65535 open files',
      ),
    );
    expect(limit('memlock', '-1', '6710886|4')).toBe(
      lines(
        '**hardLimit** · 64 MiB',
        '',
        '- **Means:** the most that a process may raise it to',
        '- **Soft limit:** no limit',
      ),
    );
  });

  it.each([
    ['core', '1000', '1000 bytes'],
    ['stack', '8388608', '8 MiB'],
    ['cpu', '3600', '1 hour of CPU time'],
    ['rttime', '200000', '200000 microseconds'],
    ['nproc', '1', '1 process'],
    ['nproc', '64', '64 processes'],
    ['nice', '30', '30: nice values from -10 up'],
    ['nice', '0', '0'],
    ['rtprio', '5', 'real-time priority 5'],
    ['rttime', '1', '1 microsecond'],
    ['unknown', '20', '20'],
  ])('%s %s is %s', (name, value, said) => {
    expect(limit(name, `|${value}`, '1')?.split('\n')[0]).toBe(`**softLimit** · ${said}`);
  });

  it('of open files on Fargate', () => {
    expect(
      answerAt(
        fargate(
          '',
          '[{ "name": "a", "ulimits": [{ "name": "nofile", "softLimit": 102|4, "hardLimit": 1024 }] }]',
        ),
      ),
    ).toContain('- **On Fargate:** 65535 unless set, 1048576 at most');
  });
});
