import { app, ec2, fargate, managed, pair, ROLE, testAccepted } from '../../support/accepted';

testAccepted('containers', [
  {
    why: 'DEP-2: START on an essential container',
    document: pair({ dependsOn: [{ containerName: 'side', condition: 'START' }] }, {}),
  },
  {
    why: 'DEP-2: SUCCESS of one that is not essential',
    document: pair({ dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }] }, { essential: false }),
  },
  {
    why: 'DEP-3: HEALTHY with a check',
    document: pair(
      { dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] },
      { healthCheck: { command: ['/healthcheck'] } },
    ),
  },
  {
    why: 'one dependency twice',
    document: pair(
      {
        dependsOn: [
          { containerName: 'side', condition: 'START' },
          { containerName: 'side', condition: 'COMPLETE' },
        ],
      },
      { essential: false },
    ),
  },
  {
    why: 'DEP-4: two ways to one container are no circle',
    document: {
      family: 'web',
      containerDefinitions: [
        app({
          name: 'a',
          dependsOn: ['b', 'c'].map((containerName) => ({ containerName, condition: 'START' })),
        }),
        app({ name: 'b', dependsOn: [{ containerName: 'c', condition: 'START' }] }),
        app({ name: 'c' }),
      ],
    },
  },
  ...[
    ['/healthcheck'],
    ['CMD', 'curl', '-f', 'http://localhost'],
    ['CMD-SHELL', 'curl -f http://localhost || exit 1'],
    ['powershell', '-c', 'exit 0'],
    ['NONE'],
  ].map((command) => ({
    why: `HC-2: ${JSON.stringify(command)}`,
    document: ec2({ healthCheck: { command } }),
  })),
  {
    why: 'HC-2: strings that the shell does not see',
    document: ec2({ healthCheck: { command: ['CMD-SHELL', 'test', '-f'] } }),
    warns: ['health-check-shell-arguments'],
  },
  {
    why: 'HC-2: no command',
    document: ec2({ healthCheck: { command: [] } }),
    warns: ['health-check-command-unusable'],
  },
  {
    why: 'HC-3: the timeout above the interval',
    document: ec2({ healthCheck: { command: ['a'], timeout: 30, interval: 5 } }),
  },
  {
    why: 'HC-1: all least',
    document: ec2({ healthCheck: { command: ['a'], timeout: 2, interval: 5, retries: 1, startPeriod: 0 } }),
  },
  {
    why: 'HC-1: all most',
    document: ec2({
      healthCheck: { command: ['a'], timeout: 60, interval: 300, retries: 10, startPeriod: 300 },
    }),
  },
  {
    why: 'RES-1: 1800 seconds, no codes',
    document: ec2({ restartPolicy: { enabled: false, ignoredExitCodes: [], restartAttemptPeriod: 1800 } }),
  },
  {
    why: 'RES-1: negative exit codes and 0',
    document: ec2({ restartPolicy: { enabled: true, ignoredExitCodes: [-1, 0, 255] } }),
  },
  { why: 'TIME-1: 2 seconds', document: ec2({ startTimeout: 2, stopTimeout: 2 }) },
  {
    why: 'TIME-2: the most on managed instances',
    document: managed({ startTimeout: 600, stopTimeout: 86400 }),
  },
  {
    why: 'LNX-1: equal limits, and unlimited',
    document: ec2({
      ulimits: [
        { name: 'core', softLimit: 0, hardLimit: 0 },
        { name: 'memlock', softLimit: -1, hardLimit: -1 },
      ],
    }),
  },
  {
    why: 'LNX-2: swappiness alone, and out of range',
    document: ec2({ linuxParameters: { swappiness: 200 } }),
  },
  { why: 'LNX-2: no swap', document: ec2({ linuxParameters: { maxSwap: 0, swappiness: 0 } }) },
  {
    why: 'LNX-3: IPC controls with ipcMode task',
    document: ec2(
      { systemControls: [{ namespace: 'kernel.shmmax', value: '1' }] },
      { ipcMode: 'task', networkMode: 'host' },
    ),
  },
  {
    why: 'LNX-4: net controls in bridge',
    document: ec2({ systemControls: [{ namespace: 'net.ipv4.tcp_tw_reuse', value: '1' }] }),
  },
  {
    why: 'any capability on EC2',
    document: ec2({
      privileged: true,
      linuxParameters: { capabilities: { add: ['ALL', 'AUDIT_READ'], drop: ['MKNOD'] } },
    }),
    warns: ['container-privileged'],
  },
  {
    why: 'ACC-5: a part of a GPU',
    document: ec2({ resourceRequirements: [{ type: 'GPU', value: '0.25' }] }),
  },
  {
    why: 'ACC-4: Neuron on managed instances',
    document: managed({ resourceRequirements: [{ type: 'NeuronDevice', value: 'ALL' }] }),
  },
  {
    why: 'CRD-1: one credential spec',
    document: ec2({ credentialSpecs: ['credentialspecdomainless:arn:aws:s3:::bucket/a.json'] }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'LNX-9: a list of options',
    document: ec2({ dockerSecurityOptions: ['no-new-privileges', 'label:type:svirt_apache_t'] }),
  },
  {
    why: 'labels of any text',
    document: ec2({ dockerLabels: { '': '', 'com.example/a': '{}', __proto__x: '1', constructor: 'x' } }),
  },
  {
    why: 'DEP-2: COMPLETE of one that is not essential, on Fargate',
    document: {
      ...fargate(),
      containerDefinitions: [
        { name: 'app', image: 'nginx:1.27', dependsOn: [{ containerName: 'init', condition: 'COMPLETE' }] },
        { name: 'init', image: 'busybox:1', essential: false },
      ],
    },
  },
  {
    why: 'DEP-4: two ways to the last of four',
    document: {
      family: 'web',
      containerDefinitions: Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }).map(
        ([name, before]) =>
          app({ name, dependsOn: before.map((containerName) => ({ containerName, condition: 'START' })) }),
      ),
    },
  },
  {
    why: 'RES-1: fifty codes, 60 seconds',
    document: fargate({
      restartPolicy: {
        enabled: true,
        ignoredExitCodes: Array.from({ length: 50 }, (_, i) => i),
        restartAttemptPeriod: 60,
      },
    }),
  },
  {
    why: 'LNX-1: every limit',
    document: ec2({
      ulimits: [
        ...['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc'],
        ...['rss', 'rtprio', 'rttime', 'sigpending', 'stack'],
      ].map((name) => ({ name, softLimit: 1024, hardLimit: 1024 })),
    }),
  },
  {
    why: 'LNX-1: a soft limit under none at all',
    document: ec2({ ulimits: [{ name: 'memlock', softLimit: 1024, hardLimit: -1 }] }),
  },
  {
    why: 'LNX-3: net controls with the IPC of the host, IPC controls with its network',
    document: ec2(
      { systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] },
      { ipcMode: 'host', networkMode: 'bridge' },
    ),
  },
  { why: 'LNX-8: ipcMode on managed instances', document: managed({}, { ipcMode: 'task' }) },
  {
    why: 'ACC-2: two containers share a GPU',
    document: pair(
      { resourceRequirements: [{ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 1024 } } }] },
      {
        resourceRequirements: [
          { type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 2048, maxComputePercent: 100 } } },
        ],
      },
    ),
  },
  { why: 'ACC-5: all GPUs', document: managed({ resourceRequirements: [{ type: 'GPU', value: 'ALL' }] }) },
  {
    why: 'CRD-1: a credential spec in Parameter Store, on Windows',
    document: ec2(
      { credentialSpecs: ['credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/spec.json'] },
      {
        requiresCompatibilities: ['EC2'],
        executionRoleArn: ROLE,
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' },
      },
    ),
  },
]);

/** Each in whole values and inside of values. */
