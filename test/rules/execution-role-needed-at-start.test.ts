import rule from '../../server/src/core/rules/execution-role-needed-at-start';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole';
const IMAGE = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/web:1.4';
const environmentFiles = [{ type: 's3', value: 'arn:aws:s3:::bucket/web.env' }];
const task = (launchType: string, container: object, more: object = {}) => ({
  requiresCompatibilities: [launchType],
  ...more,
  containerDefinitions: [{ name: 'web', ...container }],
});
const missing = (demand: string) =>
  `${demand} with the execution role, and this task has none. AWS registers it, and then it does not start. Add executionRoleArn.`;
const fixes = [{ title: `Add "executionRoleArn": "${ROLE}" (fill in <ACCOUNT_ID>)` }];

testRule(rule, {
  wrong: [
    {
      name: 'environment files, without a launch type',
      text: '{ "containerDefinitions": [{ "name": "web", «"environmentFiles"»: [{ "type": "s3", "value": "arn:aws:s3:::bucket/web.env" }] }] }',
      message: missing('ECS fetches the environment files of container "web"'),
      pointer: '/containerDefinitions/0/environmentFiles',
      related: [],
      fixes: [
        {
          title: `Add "executionRoleArn": "${ROLE}" (fill in <ACCOUNT_ID>)`,
          result: { containerDefinitions: [{ name: 'web', environmentFiles }], executionRoleArn: ROLE },
        },
      ],
    },
    {
      name: 'a router configuration in S3',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": "log", "firelensConfiguration": { "type": "fluentbit", "options": { "config-file-type": «"s3"», "config-file-value": "arn:aws:s3:::bucket/a.conf" } } }] }',
      message: missing('ECS fetches the router configuration of container "log" from S3'),
      pointer: '/containerDefinitions/0/firelensConfiguration/options/config-file-type',
      fixes,
    },
    {
      name: 'a domainless credential spec',
      text: '{ "containerDefinitions": [{ "name": "web", "credentialSpecs": [«"credentialspecdomainless:arn:aws:s3:::bucket/a.json"»] }] }',
      message: missing('ECS fetches the credential spec of container "web"'),
      pointer: '/containerDefinitions/0/credentialSpecs/0',
      fixes,
    },
    {
      name: 'logs and image on an external instance',
      text: `{ "requiresCompatibilities": ["EXTERNAL", "EC2"], "containerDefinitions": [{ "image": «"${IMAGE}"», "logConfiguration": { "logDriver": "awslogs" } }] }`,
      message: missing('An external instance pulls the private ECR image of container "#1"'),
      pointer: '/containerDefinitions/0/image',
      related: ['An external instance sends the awslogs output of container "#1" with the execution role.'],
      fixes: [{ title: 'Add "executionRoleArn": "arn:aws:iam::210987654321:role/ecsTaskExecutionRole"' }],
    },
    ...['dkr.ecr-fips.us-east-1.amazonaws.com', 'dkr-ecr.us-east-1.on.aws'].map((host) => ({
      name: `an image on Fargate, by the endpoint ${host}`,
      text: `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "image": «"210987654321.${host}/web:1.4"» }] }`,
      message: missing('Fargate pulls the private ECR image of container "web"'),
      pointer: '/containerDefinitions/0/image',
      fixes: [{ title: 'Add "executionRoleArn": "arn:aws:iam::210987654321:role/ecsTaskExecutionRole"' }],
    })),
    {
      name: 'logs on a managed instance, and an empty role',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "executionRoleArn": «""», "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs" } }] }',
      message:
        'executionRoleArn is empty. A managed instance sends the awslogs output of container "web" with the execution role, so the task will not start. Write the ARN of a role.',
      pointer: '/executionRoleArn',
      related: ['A managed instance sends the awslogs output of container "web" with the execution role.'],
      fixes: [{ title: `Change executionRoleArn to "${ROLE}" (fill in <ACCOUNT_ID>)` }],
    },
  ],
  right: [
    {
      name: 'a role',
      document: task('EXTERNAL', { image: IMAGE, environmentFiles }, { executionRoleArn: ROLE }),
    },
    {
      name: 'a role left open',
      document: task('EC2', { environmentFiles }, { executionRoleArn: '${ROLE}' }),
    },
    {
      name: 'logs and image on EC2',
      document: task('EC2', { image: IMAGE, logConfiguration: { logDriver: 'awslogs' } }),
    },
    {
      name: 'secrets as well, without which AWS refuses the task',
      document: task('EC2', { environmentFiles, secrets: [{ name: 'A', valueFrom: 'a' }] }),
    },
    { name: 'no file', document: task('EC2', { environmentFiles: [] }) },
    {
      name: 'a joined credential spec',
      document: task('EC2', { credentialSpecs: ['credentialspec:arn:aws:s3:::bucket/a.json'] }),
    },
    { name: 'a bare list', document: [{ name: 'web', image: 'web', environmentFiles }] },
  ],
});
