import { describe, expect, it } from 'vitest';
import { convertToEc2 } from '../../../server/src/core/refactorings/convertToEc2';
import { app, apply, ec2, fargate, tryTo } from './conversions';

const INTERFACE = 'The network mode stays awsvpc: each task takes a network interface of its instance.';
const WINDOWS = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };

/** The document becomes this one, and the person is told this. */
function expectConversion(document: unknown, result: unknown, summary: readonly string[]): void {
  const converted = apply(convertToEc2, document);
  expect(JSON.parse(converted.text)).toEqual(result);
  expect(converted.summary).toEqual(summary);
}

describe('Convert to EC2', () => {
  it('changes the launch type, and keeps network and size', () => {
    expectConversion(fargate(), ec2(), [INTERFACE]);
  });

  it('removes the disk that only Fargate sizes', () => {
    expectConversion(fargate({}, { ephemeralStorage: { sizeInGiB: 50 } }), ec2(), [
      INTERFACE,
      'Removed ephemeralStorage.',
    ]);
  });

  it.each([[undefined], [['FARGATE', 'EXTERNAL']], [['EXTERNAL']], [[]], [null]])(
    'puts EC2 in the place of %j',
    (requiresCompatibilities) => {
      const { text } = apply(convertToEc2, fargate({}, { requiresCompatibilities }));
      expect(JSON.parse(text)).toEqual(ec2());
    },
  );

  it('takes Fargate away from beside EC2, and no other launch type', () => {
    expectConversion(
      fargate({}, { requiresCompatibilities: ['EC2', 'FARGATE', 'EXTERNAL'] }),
      {
        ...ec2({}, { requiresCompatibilities: ['EC2', 'EXTERNAL'] }),
      },
      ['Removed FARGATE from requiresCompatibilities.'],
    );
  });

  it.each([
    ['what is for EC2', ec2()],
    ['what is for EC2 and for external instances', ec2({}, { requiresCompatibilities: ['EC2', 'EXTERNAL'] })],
    ['what is for EC2 on Windows', ec2({}, WINDOWS)],
    ['a launch type left open', fargate({}, { requiresCompatibilities: ['<LAUNCH_TYPE>'] })],
    ['a bare list of containers', [app()]],
  ])('does nothing to %s', (_, document) => expect(tryTo(convertToEc2, document)).toBeUndefined());

  it('writes the network mode that Managed Instances take without a word', () => {
    const managed = { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: undefined };
    expectConversion(fargate({}, managed), ec2(), [
      'The network mode is written, awsvpc: EC2 has another one by default.',
    ]);
  });

  it('gives a container memory where neither it nor the task has any', () => {
    const none = { memory: undefined, cpu: undefined };
    expectConversion(fargate({}, none), ec2({ memory: 512 }, none), [
      INTERFACE,
      'Added "memory": 512 (a limit in MiB) in "app".',
    ]);
    expectConversion(fargate({ memoryReservation: 64 }, none), ec2({ memoryReservation: 64 }, none), [
      INTERFACE,
    ]);
  });

  it('keeps the marks of a template', () => {
    const task = { cpu: '${CPU}', memory: '{{ memory }}', networkMode: '__MODE__' };
    expectConversion(fargate({ image: '<IMAGE>' }, task), ec2({ image: '<IMAGE>' }, task), []);
  });
});

describe('Windows instances, which do not look at the size of a task', () => {
  it('find it in the only container', () => {
    expectConversion(
      fargate({}, { ...WINDOWS, cpu: '1 vCPU', memory: '2 GB' }),
      ec2({ cpu: 1024, memory: 2048 }, { ...WINDOWS, cpu: '1 vCPU', memory: '2 GB' }),
      [
        INTERFACE,
        'Windows instances ignore the size of the task, so "app" has it too: cpu 1024 and memory 2048.',
      ],
    );
    const sized = { cpu: 512, memory: 1024 };
    const task = { ...WINDOWS, cpu: '1024', memory: '2048' };
    expectConversion(fargate(sized, task), ec2(sized, task), [INTERFACE]);
  });

  it('leave several containers to a person', () => {
    const task = {
      ...WINDOWS,
      cpu: '1024',
      memory: '2048',
      containerDefinitions: [
        app({ cpu: 256, memory: 512 }),
        app({ name: 'b', cpu: 256 }),
        app({ name: 'c' }),
      ],
    };
    expectConversion(fargate({}, task), ec2({}, task), [
      INTERFACE,
      'Windows instances ignore the cpu and memory of the task: give "b" and "c" their own.',
    ]);
  });
});
