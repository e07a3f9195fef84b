import { describe, expect, it } from 'vitest';
import { answerAt, container, fargate } from '../../support/hover';

const PRICE = 'when it runs all the time';

describe('cpu and memory of the task', () => {
  it('say what fits and what it costs', () => {
    expect(answerAt(fargate('"cpu": "5|12", "memory": "1024",'))).toBe(
      [
        '**cpu** · 0.5 vCPU (512 CPU units)',
        '',
        '- **Memory that fits:** 1, 2, 3 or 4 GB',
        `- **Price:** $18.02 a month in us-east-1 ${PRICE} (ARM64 $14.42, Spot up to 70 % less; prices of 2026-09)`,
      ].join('\n'),
    );
    expect(answerAt(fargate('"cpu": "512", "memory": "1 |GB",'))).toBe(
      [
        '**memory** · 1 GB (1024 MiB)',
        '',
        '- **Cpu that fits:** 0.25 or 0.5 vCPU',
        `- **Price:** $18.02 a month in us-east-1 ${PRICE} (ARM64 $14.42, Spot up to 70 % less; prices of 2026-09)`,
      ].join('\n'),
    );
  });

  it('give the price for the Region and the processor', () => {
    const arm = '"cpu": "5|12", "memory": "1024", "runtimePlatform": { "cpuArchitecture": "ARM64" },';
    expect(answerAt(fargate(arm))).toContain(`$14.42 a month in us-east-1 ${PRICE} (X86_64 $18.02, Spot`);
    expect(answerAt(fargate(arm), { region: 'eu-west-2' })).toContain('a month in eu-west-2');
    const role = '"executionRoleArn": "arn:aws:ssm:eu-north-1:123456789012:x",';
    expect(answerAt(fargate(`"cpu": "5|12", "memory": "1024", ${role}`))).toContain(
      `about $19.82 a month in eu-north-1 ${PRICE} (Spot up to 70 % less; prices of 2026-09)`,
    );
  });

  it('know the shorter table of Windows', () => {
    const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },';
    expect(answerAt(fargate(`"cpu": "1 v|CPU", "memory": "2048", ${windows}`))).toBe(
      [
        '**cpu** · 1 vCPU (1024 CPU units)',
        '',
        '- **Memory that fits:** 2 to 8 GB in steps of 1 GB',
        `- **Price:** about $75.03 a month in us-east-1 ${PRICE} (prices of 2026-09)`,
      ].join('\n'),
    );
    expect(answerAt(fargate(`"cpu": "5|12", ${windows}`))).toContain(
      '- **Memory that fits:** none: Windows on Fargate has no such size; the next ones are 1 vCPU',
    );
  });

  it('say which sizes are near one that there is not', () => {
    expect(answerAt(fargate('"cpu": "3|00",'))).toBe(
      '**cpu** · 300 CPU units\n\n- **Memory that fits:** none: Fargate has no such size; the next ones are 0.25 or 0.5 vCPU',
    );
    expect(answerAt(fargate('"memory": "7|00",'))).toBe(
      '**memory** · 700 MiB\n\n- **Cpu that fits:** none: Fargate has no such size; the next ones are 0.5 or 1 GB',
    );
  });

  it('say that the other one does not fit, and no price', () => {
    expect(answerAt(fargate('"cpu": "256", "memory": "4|096",'))).toBe(
      [
        '**memory** · 4 GB (4096 MiB)',
        '',
        '- **Cpu that fits:** 0.5, 1 or 2 vCPU',
        '- **Watch out:** The cpu of this task is not among them.',
      ].join('\n'),
    );
    expect(answerAt(fargate('"cpu": "2|56", "memory": "4096",'))).toContain(
      'The memory of this task is not among them.',
    );
  });

  it('speak of Fargate as a possibility where no launch type is named, and not at all on EC2', () => {
    expect(answerAt('{ "family": "a", "cpu": "1|024", "containerDefinitions": [] }')).toBe(
      '**cpu** · 1 vCPU (1024 CPU units)\n\n- **Memory that fits:** 2 to 8 GB in steps of 1 GB, on Fargate',
    );
    const ec2 = '"requiresCompatibilities": ["EC2"], "cpu": "1|024", "memory": "2048"';
    const any = '- **Memory that fits:** any; the table of sizes is for Fargate';
    expect(answerAt(`{ "family": "a", ${ec2}, "containerDefinitions": [] }`)).toBe(
      `**cpu** · 1 vCPU (1024 CPU units)\n\n${any}`,
    );
    const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }';
    expect(answerAt(`{ "family": "a", ${ec2}, ${windows}, "containerDefinitions": [] }`)).toContain(
      `${any}\n- **Watch out:** Windows on EC2 takes no notice of it.`,
    );
    expect(
      answerAt('{ "family": "a", "cpu": "1|024", "containerDefinitions": [] }', { assumeLaunchType: 'EC2' }),
    ).toContain(any);
  });

  it('say what the containers leave', () => {
    const containers =
      '[{ "name": "a", "cpu": 128, "memory": 256 }, { "name": "b", "cpu": 64, "memory": 512, "memoryReservation": 128 }]';
    expect(answerAt(fargate('"cpu": "2|56",', containers))).toContain(
      '- **Containers:** 192 of 256 CPU units reserved, 64 free',
    );
    expect(answerAt(fargate('"memory": "5|12",', containers))).toContain(
      '- **Containers:** 384 of 512 MiB reserved, 128 free',
    );
    expect(answerAt(fargate('"cpu": "2|56",', '[{ "name": "a", "cpu": 300 }]'))).toContain(
      '- **Containers:** 300 of 256 CPU units reserved, 44 too many',
    );
    expect(answerAt(fargate('"cpu": "2|56",', '[{ "name": "a", "cpu": "${CPU}" }]'))).not.toContain(
      'Containers:',
    );
  });

  it('answer while the rest is being typed', () => {
    expect(answerAt('{ "family": "a", "requiresCompatibilities": ["FARGATE"], "cpu": "2|56')).toBe(
      '**cpu** · 0.25 vCPU (256 CPU units)\n\n- **Memory that fits:** 0.5, 1 or 2 GB',
    );
  });

  it('leave to the member what is no size', () => {
    expect(answerAt(fargate('"cpu": "ma|ny",'))).toMatch(/^\*\*cpu\*\* · string\n\n/);
    expect(answerAt(fargate('"cpu": 2|56,'))).toMatch(/^\*\*cpu\*\* · string\n\n/);
  });
});

describe('cpu and memory of a container', () => {
  const two = (members: string) =>
    fargate(
      '"cpu": "512", "memory": "1024",',
      `[{ "name": "a", ${members} }, { "name": "b", "cpu": 128, "memory": 256 }]`,
    );

  it('say the share of the task', () => {
    expect(answerAt(two('"cpu": 2|56'))).toBe(
      [
        '**cpu** · 0.25 vCPU (256 CPU units)',
        '',
        '- **Share of the task:** 50 % of 0.5 vCPU (512 CPU units)',
        '- **All containers:** 384 of 512 CPU units reserved, 128 free',
        '- **Means:** a weight: idle time of others can be used too',
      ].join('\n'),
    );
    expect(answerAt(two('"memory": 5|12, "memoryReservation": 256'))).toBe(
      [
        '**memory** · 512 MiB (0.5 GiB), the hard limit',
        '',
        '- **Above it:** the container is killed',
        '- **Share of the task:** 50 % of 1024 MiB (1 GiB)',
        '- **Reserved:** 256 MiB (0.25 GiB)',
        '- **All containers:** 512 of 1024 MiB reserved, 512 free',
      ].join('\n'),
    );
    expect(answerAt(two('"memoryReservation": 3|00'))).toBe(
      [
        '**memoryReservation** · 300 MiB, reserved',
        '',
        '- **May use:** more, as long as there is any',
        '- **Share of the task:** 29 % of 1024 MiB (1 GiB)',
        '- **All containers:** 556 of 1024 MiB reserved, 468 free',
      ].join('\n'),
    );
  });

  it('know of no share where the task has no size', () => {
    expect(answerAt(container('"cpu": |0'))).toBe(
      [
        '**cpu** · nothing reserved',
        '',
        'On Linux the container gets 2 shares, the least there is, and whatever the others leave idle.',
      ].join('\n'),
    );
    expect(answerAt('[{ "name": "web", "image": "a", "memory": 20|48 }]')).toBe(
      [
        '**memory** · 2048 MiB (2 GiB), the hard limit',
        '',
        '- **Above it:** the container is killed',
        '- **Reserved:** all of it',
      ].join('\n'),
    );
  });

  it('know the cap of Windows', () => {
    const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },';
    expect(answerAt(container('"cpu": 2|56', windows))).toBe(
      '**cpu** · 0.25 vCPU (256 CPU units)\n\n- **Means:** a cap: the container never gets more',
    );
  });
});
