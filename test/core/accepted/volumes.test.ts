import { app, ec2, external, pair, ROLE, testAccepted, volumes } from '../../support/accepted';

testAccepted('volumes', [
  { why: 'VOL-6: a volume nobody mounts', document: volumes({ name: 'data' }) },
  {
    why: 'VOL-4: the same name in another case',
    document: ec2({}, { volumes: [{ name: 'data' }, { name: 'Data' }] }),
  },
  {
    why: 'VOL-1: an empty host beside another block',
    document: volumes({ name: 'data', host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
  },
  {
    why: 'VOL-1: configuredAtLaunch false beside host',
    document: volumes({ name: 'data', host: { sourcePath: '/data' }, configuredAtLaunch: false }),
  },
  {
    why: 'VOL-5: one of two at launch',
    document: ec2(
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      {
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: false },
        ],
      },
    ),
  },
  {
    why: 'VOL-21: a relative path and one path twice',
    document: ec2(
      {
        mountPoints: [
          { sourceVolume: 'a', containerPath: 'a' },
          { sourceVolume: 'a', containerPath: 'a' },
        ],
      },
      { volumes: [{ name: 'a' }] },
    ),
  },
  {
    why: 'VOL-2: a mount point without a path',
    document: volumes({ name: 'a' }, { mountPoints: [{ sourceVolume: 'a' }] }),
  },
  {
    why: 'VOL-3: volumes from the other one',
    document: pair({ volumesFrom: [{ sourceContainer: 'side', readOnly: true }] }, {}),
  },
  {
    why: 'VOL-10: an access point with the root',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/',
        transitEncryption: 'ENABLED',
        transitEncryptionPort: 2999,
        authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
      },
    }),
  },
  {
    why: 'VOL-10: an access point with an empty root',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '',
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: 'fsap-1' },
      },
    }),
  },
  {
    why: 'VOL-8: IAM off without TLS',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/a',
        transitEncryption: 'DISABLED',
        authorizationConfig: { iam: 'DISABLED' },
      },
    }),
  },
  {
    why: 'VOL-13: shared, created when missing',
    document: volumes({
      name: 'a',
      dockerVolumeConfiguration: {
        scope: 'shared',
        autoprovision: true,
        driver: 'rexray/ebs',
        driverOpts: { size: '5' },
      },
    }),
  },
  {
    why: 'VOL-13: task, and nothing said',
    document: volumes({ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }),
  },
  {
    why: 'VOL-13: registers, and fails later',
    document: volumes({ name: 'a', dockerVolumeConfiguration: { scope: 'task', autoprovision: true } }),
    warns: ['docker-volume-autoprovision'],
  },
  {
    why: 'flag 12: Docker volumes on external instances',
    document: external({}, { volumes: [{ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }] }),
  },
  {
    why: 'VOL-15: S3 Files',
    document: {
      taskRoleArn: ROLE,
      ...volumes({
        name: 'a',
        s3filesVolumeConfiguration: {
          fileSystemArn: 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-1',
        },
      }),
    },
  },
  {
    why: 'host paths of Windows',
    document: volumes({ name: 'a', host: { sourcePath: 'C:\\ProgramData\\a' } }),
  },
  { why: 'a volume with nothing at all', document: volumes({}), warns: ['volume-name-missing'] },
  {
    why: 'VOL-6: mounted by the second container',
    document: pair(
      {},
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      { volumes: [{ name: 'a', configuredAtLaunch: true }] },
    ),
  },
  {
    why: 'VOL-7: at launch, for Windows on EC2',
    document: ec2(
      { mountPoints: [{ sourceVolume: 'a', containerPath: 'C:\\a' }] },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
        volumes: [{ name: 'a', configuredAtLaunch: true }],
      },
    ),
  },
  {
    why: 'one volume in two containers and at two places',
    document: pair(
      {
        mountPoints: [
          { sourceVolume: 'a', containerPath: '/a' },
          { sourceVolume: 'a', containerPath: '/b', readOnly: true },
        ],
      },
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      { volumes: [{ name: 'a' }] },
    ),
  },
  {
    why: 'VOL-3: volumes handed on',
    document: {
      family: 'web',
      containerDefinitions: [
        app({ volumesFrom: [{ sourceContainer: 'b' }] }),
        app({ name: 'b', volumesFrom: [{ sourceContainer: 'c' }] }),
        app({ name: 'c' }),
      ],
    },
  },
  { why: 'VOL-13: an empty block', document: volumes({ name: 'a', dockerVolumeConfiguration: {} }) },
  {
    why: 'VOL-13: shared, and not created',
    document: volumes({
      name: 'a',
      dockerVolumeConfiguration: { scope: 'shared', autoprovision: false, driver: 'local', labels: {} },
    }),
  },
  {
    why: 'VOL-9: an access point without a name needs nothing',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/a',
        authorizationConfig: { accessPointId: '' },
      },
    }),
  },
  {
    why: 'VOL-15: S3 Files through an access point, in China, the role by its name',
    document: {
      taskRoleArn: 'web',
      ...volumes({
        name: 'a',
        s3filesVolumeConfiguration: {
          fileSystemArn: 'arn:aws-cn:s3files:cn-north-1:123456789012:file-system/fs-1',
          accessPointArn: 'arn:aws-cn:s3files:cn-north-1:123456789012:file-system/fs-1/access-point/fsap-1',
          rootDirectory: '/',
          transitEncryptionPort: 2049,
        },
      }),
    },
  },
]);
