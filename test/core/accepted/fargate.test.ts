import {
  awslogs,
  ECR,
  ec2,
  external,
  fargate,
  managed,
  ROLE,
  SECRET,
  testAccepted,
  windows,
} from '../../support/accepted';

testAccepted('fargate', [
  {
    why: 'FG-2 to FG-19: empty lists, false and an empty host block',
    document: fargate(
      {
        dockerSecurityOptions: [],
        resourceRequirements: [],
        privileged: false,
        links: [],
        linuxParameters: { devices: [], capabilities: { add: [], drop: ['ALL'] }, initProcessEnabled: true },
      },
      { placementConstraints: [], inferenceAccelerators: [], volumes: [{ name: 'scratch', host: {} }] },
    ),
  },
  {
    why: 'FG-9: tmpfs',
    document: fargate({
      linuxParameters: { tmpfs: [{ containerPath: '/run', size: 64, mountOptions: ['noexec'] }] },
    }),
  },
  { why: 'FG-18: pidMode task', document: fargate({}, { pidMode: 'task' }) },
  {
    why: 'FG-20: SYS_PTRACE',
    document: fargate({ linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }),
  },
  {
    why: 'FG-22: awslogs with a role',
    document: fargate(
      { logConfiguration: awslogs({ 'awslogs-stream-prefix': 'web' }) },
      { executionRoleArn: ROLE },
    ),
  },
  { why: 'FG-23: public ECR needs no role', document: fargate({ image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  {
    why: 'FG-23: a name that looks like ECR',
    document: fargate({ image: 'example.com/123456789012.dkr.ecr.eu-west-1.amazonaws.com/web' }),
  },
  { why: 'FG-26: 120 seconds', document: fargate({ stopTimeout: 120, startTimeout: 120 }) },
  { why: 'FG-26: a long start', document: fargate({ startTimeout: 121 }), warns: ['fargate-start-timeout'] },
  { why: 'flag 22: 15000 seconds on EC2', document: ec2({ startTimeout: 15000, stopTimeout: 100000 }) },
  {
    why: 'FG-28: no operating system',
    document: fargate({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
  },
  { why: 'PLT-1: X86_64 on Windows', document: windows() },
  {
    why: 'flag 9: Windows Server 2025',
    document: windows({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_CORE' } }),
  },
  {
    why: 'FG-31: ulimits',
    document: fargate({ ulimits: [{ name: 'nofile', softLimit: 65536, hardLimit: 65536 }] }),
  },
  {
    why: 'LNX-5: namespaced controls',
    document: fargate({ systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }),
  },
  {
    why: 'FG-29: FSx is documented as missing',
    document: windows(
      {},
      {
        volumes: [
          {
            name: 'fsx',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-1',
              rootDirectory: '\\data',
              authorizationConfig: { credentialsParameter: SECRET, domain: 'example.com' },
            },
          },
        ],
      },
    ),
    warns: ['member-not-supported'],
  },
  {
    why: 'GEN-15: several launch types, Fargate rules met',
    document: fargate(
      { portMappings: [{ containerPort: 80 }] },
      { requiresCompatibilities: ['EC2', 'FARGATE', 'MANAGED_INSTANCES'] },
    ),
  },
  {
    why: 'EXEC-1: awslogs and ECR on EC2 without a role',
    document: ec2({ image: ECR, logConfiguration: awslogs({}) }),
  },
  {
    why: 'EXT-2: the same on external instances',
    document: external({ image: ECR, logConfiguration: awslogs({}) }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'EXEC-1: the same on managed instances',
    document: managed({ image: ECR, logConfiguration: awslogs({}) }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'ENV-4: environment files without a role',
    document: ec2({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/a/b.env' }] }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'empty objects on Windows',
    document: windows({ linuxParameters: {}, systemControls: [], dockerLabels: {} }),
  },
  {
    why: 'no launch type: what Fargate refuses is not asked for',
    document: ec2(
      {
        image: ECR,
        logConfiguration: awslogs({}),
        linuxParameters: { devices: [{ hostPath: '/dev/fuse' }], maxSwap: 1, sharedMemorySize: 64 },
      },
      { networkMode: 'awsvpc', cpu: '300', memory: '700' },
    ),
  },
  {
    why: 'FG-9: tmpfs on managed instances',
    document: managed({ linuxParameters: { tmpfs: [{ containerPath: '/run', size: 1 }] } }),
  },
  {
    why: 'FG-18: pidMode task, and the operating system',
    document: fargate({}, { pidMode: 'task', runtimePlatform: { operatingSystemFamily: 'LINUX' } }),
  },
  { why: 'FG-28: an empty platform', document: fargate({}, { runtimePlatform: {} }) },
  {
    why: 'EXEC-1: splunk needs no role',
    document: fargate({
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://a', 'splunk-token': 'b' } },
    }),
    warns: ['splunk-token-in-options'],
  },
  {
    why: 'FG-30: empty lists on Windows',
    document: windows({ ulimits: [], credentialSpecs: [], links: [] }),
  },
  {
    why: 'FG-30: a restart policy on EC2, with a code of Windows',
    document: ec2(
      { restartPolicy: { enabled: true, ignoredExitCodes: [0, -1073741510] } },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
      },
    ),
  },
]);
