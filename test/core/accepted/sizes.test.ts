import { ec2, external, fargate, managed, pair, testAccepted, windows } from '../../support/accepted';

testAccepted('sizes', [
  ...['.25 vCPU', '0.25 vcpu', '0.25VCPU', '256', '0.250  vCPU'].map((cpu) => ({
    why: `facts: cpu "${cpu}"`,
    document: fargate({}, { cpu }),
  })),
  ...['.5 GB', '0.5gb', '512', '1 GB', '2 gb', '2.0GB', '2048'].map((memory) => ({
    why: `facts: memory "${memory}" beside 256`,
    document: fargate({}, { memory }),
  })),
  { why: 'SIZE-2: the largest', document: fargate({}, { cpu: '32 vCPU', memory: '244 GB' }) },
  { why: 'SIZE-2: 4 vCPU with 30 GB', document: fargate({}, { cpu: '4096', memory: '30720' }) },
  { why: 'SIZE-2: 16 vCPU with 40 GB', document: fargate({}, { cpu: '16vCPU', memory: '40 GB' }) },
  { why: 'SIZE-3: Windows with 4 vCPU', document: windows({}, { cpu: '4 vCPU', memory: '8 GB' }) },
  { why: 'SIZE-4: the least on EC2', document: ec2({}, { cpu: '128' }) },
  { why: 'SIZE-4: an eighth of a vCPU', document: ec2({}, { cpu: '0.125 vCPU' }) },
  { why: 'SIZE-4: the most on EC2', document: ec2({}, { cpu: '192 vCPU', memory: '1000 GB' }) },
  { why: 'no Fargate size, and none needed', document: ec2({}, { cpu: '300', memory: '777' }) },
  { why: 'SIZE-5: all of the cpu', document: fargate({ cpu: 256 }) },
  { why: 'SIZE-5: all of the cpu in two', document: pair({ cpu: 100 }, { cpu: 156 }, { cpu: '256' }) },
  { why: 'SIZE-5: no task cpu', document: ec2({ cpu: 100000 }) },
  { why: 'SIZE-12: cpu 0', document: fargate({ cpu: 0 }) },
  { why: 'SIZE-6: all of the memory', document: fargate({ memory: 512 }) },
  { why: 'SIZE-6: GB against MiB', document: fargate({ memory: 2048 }, { memory: '2 GB' }) },
  { why: 'SIZE-7: only a reservation', document: ec2({ memory: undefined, memoryReservation: 64 }) },
  { why: 'SIZE-7: only the task has memory', document: ec2({ memory: undefined }, { memory: '512' }) },
  { why: 'SIZE-8: memory equals the reservation', document: ec2({ memory: 128, memoryReservation: 128 }) },
  {
    why: 'SIZE-9: reservations use all',
    document: pair(
      { memory: 100, memoryReservation: 100 },
      { memory: 28, memoryReservation: 28 },
      { memory: '128' },
    ),
  },
  {
    why: 'SIZE-9: hard limits together above the task',
    document: pair({ memory: 512 }, { memory: 512 }, { memory: '512' }),
    warns: ['container-memory-sum-over-task'],
  },
  { why: 'SIZE-14: 21 GiB', document: fargate({}, { ephemeralStorage: { sizeInGiB: 21 } }) },
  {
    why: 'SIZE-14: 200 GiB, EC2 listed too',
    document: fargate(
      {},
      { ephemeralStorage: { sizeInGiB: 200 }, requiresCompatibilities: ['EC2', 'FARGATE'] },
    ),
  },
  { why: 'managed instances, any size', document: managed({}, { cpu: '256', memory: '300' }) },
  ...[
    ['.50 vCPU', '4 gb'],
    ['0.5   vCPU', '1   GB'],
    ['1.0 vCPU', '2.0 GB'],
    ['8 VCPU', '20 GB'],
    ['8192', '61440'],
    ['16384', '122880'],
    ['32 vCPU', '60GB'],
    ['32768', '249856'],
  ].map(([cpu, memory]) => ({
    why: `facts: "${cpu}" with "${memory}"`,
    document: fargate({}, { cpu, memory }),
  })),
  { why: 'SIZE-3: Windows with 2 vCPU', document: windows({}, { cpu: '2048', memory: '4096' }) },
  { why: 'SIZE-4: an eighth without the zero', document: ec2({}, { cpu: '.125 vCPU' }) },
  { why: 'SIZE-4: the least on external instances', document: external({}, { cpu: '128' }) },
  {
    why: 'SIZE-7: only the task has memory, in GB',
    document: external({ memory: undefined }, { memory: '0.5GB' }),
  },
  {
    why: 'SIZE-7: the same on managed instances',
    document: managed({ memory: undefined }, { memory: '1 GB' }),
  },
  {
    why: 'SIZE-9: Fargate, reservations use all',
    document: {
      ...fargate(),
      containerDefinitions: ['a', 'b'].map((name) => ({ name, image: 'nginx:1.27', memoryReservation: 256 })),
    },
  },
  { why: 'SIZE-10: 6 MiB', document: ec2({ memory: 6 }) },
]);
