import {
  awslogs,
  ec2,
  external,
  fargate,
  logs,
  managed,
  pair,
  ROLE,
  SECRET,
  testAccepted,
} from '../../support/accepted';

testAccepted('environment', [
  ...[
    'db-password',
    '/prod/db/password',
    'prod.db_password-1',
    SECRET,
    `${SECRET}:username::`,
    `${SECRET}::AWSPREVIOUS:`,
    `${SECRET}:password::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
    'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/prod/db',
    'arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:db',
  ].map((valueFrom) => ({
    why: `ENV-7: valueFrom "${valueFrom}"`,
    document: ec2({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'one secret under two names',
    document: ec2(
      { secrets: ['A', 'B'].map((name) => ({ name, valueFrom: SECRET })) },
      { executionRoleArn: 'exec' },
    ),
  },
  {
    why: 'ENV-10: credentials for another registry',
    document: ec2(
      { image: 'registry.example.com/web', repositoryCredentials: { credentialsParameter: 'registry' } },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'ENV-3: ten files',
    document: ec2({
      environmentFiles: Array(10).fill({ type: 's3', value: 'arn:aws-cn:s3:::bucket/a.env' }),
    }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'ENV-3: another extension',
    document: ec2({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/a.txt' }] }),
    warns: ['execution-role-needed-at-start', 'environment-file-extension'],
  },
  {
    why: 'LOG-2: all options',
    document: logs(
      awslogs({
        'awslogs-create-group': 'true',
        'awslogs-stream-prefix': '',
        'awslogs-datetime-format': '%Y',
        'awslogs-multiline-pattern': '^<[a-z]+>$',
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      }),
    ),
    warns: ['awslogs-patterns-together'],
  },
  {
    why: 'LOG-2: True, as an AWS sample spells it',
    document: logs(awslogs({ 'awslogs-create-group': 'True' })),
  },
  { why: 'FG-24: no stream prefix on EC2', document: logs(awslogs({})) },
  ...['fluentd', 'gelf', 'journald', 'json-file', 'syslog'].map((logDriver) => ({
    why: `LOG-9: ${logDriver} on EC2`,
    document: logs({ logDriver }),
  })),
  {
    why: 'LOG-6: both in secretOptions',
    document: ec2(
      {
        logConfiguration: {
          logDriver: 'splunk',
          secretOptions: ['splunk-url', 'splunk-token'].map((name) => ({ name, valueFrom: SECRET })),
        },
      },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'LOG-6: both in options',
    document: logs({ logDriver: 'splunk', options: { 'splunk-url': 'https://a', 'splunk-token': 'b' } }),
    warns: ['splunk-token-in-options'],
  },
  {
    why: 'LOG-7, LOG-17: a router, and no options',
    document: pair(
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { user: '0', firelensConfiguration: { type: 'fluentbit' } },
    ),
  },
  {
    why: 'LOG-7: the router logs through itself',
    document: ec2({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: { type: 'fluentd', options: {} },
    }),
  },
  {
    why: 'LOG-13: a file in the image, on Fargate',
    document: fargate({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: {
        type: 'fluentbit',
        options: {
          'enable-ecs-log-metadata': 'true',
          'config-file-type': 'file',
          'config-file-value': '/extra.conf',
        },
      },
    }),
  },
  {
    why: 'LOG-13: a file in S3, on EC2',
    document: ec2({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::bucket/extra.conf' },
      },
    }),
    warns: ['execution-role-needed-at-start'],
  },
  ...[
    'parameter/web/db',
    `${SECRET}:::`,
    `${SECRET}:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1234-AbCdEf',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/b+c=d@e-AbCdEf:k.e-y::',
  ].map((valueFrom) => ({
    why: `ENV-7: valueFrom "${valueFrom}"`,
    document: fargate({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'ENV-2: a variable here and a secret there',
    document: pair(
      { environment: [{ name: 'DB', value: 'a' }] },
      { secrets: [{ name: 'DB', valueFrom: SECRET }] },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'LOG-1: any letters that a group can have, and no secret options',
    document: ec2(
      { logConfiguration: { ...awslogs({ 'awslogs-group': '/a_b.c#d-1' }), secretOptions: [] } },
      {},
    ),
  },
  {
    why: 'LOG-8: json-file on managed instances',
    document: managed({ logConfiguration: { logDriver: 'json-file' } }),
  },
  {
    why: 'LOG-8: nobody confirmed the other drivers',
    document: managed({ logConfiguration: { logDriver: 'fluentd' } }),
  },
  {
    why: 'LOG-9: options of other drivers are free',
    document: external({
      logConfiguration: { logDriver: 'journald', options: { tag: 'web', 'awslogs-group': '' } },
    }),
  },
  {
    why: 'LOG-12: a router that logs elsewhere, and secret options of its users',
    document: pair(
      {
        logConfiguration: {
          logDriver: 'awsfirelens',
          options: { Name: 'http', 'log-driver-buffer-limit': '536870912' },
          secretOptions: [{ name: 'apikey', valueFrom: SECRET }],
        },
        dependsOn: [{ containerName: 'side', condition: 'START' }],
      },
      { firelensConfiguration: { type: 'fluentbit' }, logConfiguration: awslogs({}) },
      { executionRoleArn: ROLE },
    ),
  },
]);
