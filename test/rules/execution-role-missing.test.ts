import rule from '../../server/src/core/rules/execution-role-missing';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole';
const IMAGE = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/web:1.4';
const secrets = [{ name: 'A', valueFrom: 'a' }];
const fargate = (container: object, task: object = {}) => ({
  requiresCompatibilities: ['FARGATE'],
  ...task,
  containerDefinitions: [container],
});
const missing = (demand: string) =>
  `${demand} with the execution role, and this task has none. Add executionRoleArn.`;

testRule(rule, {
  wrong: [
    {
      name: 'secrets, without a launch type',
      text: '{ "containerDefinitions": [{ "name": "web", «"secrets"»: [{ "name": "A", "valueFrom": "a" }] }] }',
      message: missing('ECS fetches the secrets of container "web"'),
      pointer: '/containerDefinitions/0/secrets',
      related: [],
      fixes: [
        {
          title: `Add "executionRoleArn": "${ROLE}" (fill in <ACCOUNT_ID>)`,
          result: { containerDefinitions: [{ name: 'web', secrets }], executionRoleArn: ROLE },
        },
      ],
    },
    {
      name: 'secretOptions on EC2',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "splunk", «"secretOptions"»: [{ "name": "splunk-token", "valueFrom": "arn:aws-cn:ssm:cn-north-1:111122223333:parameter/token" }] } }] }',
      message: missing('ECS fetches the secretOptions of container "web"'),
      pointer: '/containerDefinitions/0/logConfiguration/secretOptions',
      fixes: [{ title: 'Add "executionRoleArn": "arn:aws-cn:iam::111122223333:role/ecsTaskExecutionRole"' }],
    },
    {
      name: 'credentials of a private registry on an external instance',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "containerDefinitions": [{ "name": "web", «"repositoryCredentials"»: { "credentialsParameter": "registry" } }] }',
      message: missing('ECS signs in to the private registry of container "web"'),
      pointer: '/containerDefinitions/0/repositoryCredentials',
      fixes: [{ title: `Add "executionRoleArn": "${ROLE}" (fill in <ACCOUNT_ID>)` }],
    },
    {
      name: 'awslogs on Fargate',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"awslogs"» } }] }',
      message: missing('Fargate sends the awslogs output of container "web"'),
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [{ title: `Add "executionRoleArn": "${ROLE}" (fill in <ACCOUNT_ID>)` }],
    },
    {
      name: 'several reasons, the image first, in a container without a name',
      text: `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "image": «"${IMAGE}"», "logConfiguration": { "logDriver": "awslogs" } }, { "name": "job", "secrets": [{ "name": "A", "valueFrom": "a" }] }] }`,
      message: missing('Fargate pulls the private ECR image of container "#1"'),
      pointer: '/containerDefinitions/0/image',
      related: [
        'Fargate sends the awslogs output of container "#1" with the execution role.',
        'ECS fetches the secrets of container "job" with the execution role.',
      ],
      fixes: [{ title: 'Add "executionRoleArn": "arn:aws:iam::210987654321:role/ecsTaskExecutionRole"' }],
    },
    {
      name: 'an empty role',
      text: '{ "executionRoleArn": «""», "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": "a" }] }] }',
      message:
        'executionRoleArn is empty, but ECS fetches the secrets of container "web" with the execution role. Write the ARN of a role.',
      pointer: '/executionRoleArn',
      related: ['ECS fetches the secrets of container "web" with the execution role.'],
      fixes: [
        {
          title: `Change executionRoleArn to "${ROLE}" (fill in <ACCOUNT_ID>)`,
          result: { executionRoleArn: ROLE, containerDefinitions: [{ name: 'web', secrets }] },
        },
      ],
    },
  ],
  right: [
    { name: 'a role', document: fargate({ name: 'web', image: IMAGE, secrets }, { executionRoleArn: ROLE }) },
    {
      name: 'a role left open',
      document: fargate({ name: 'web', secrets }, { executionRoleArn: '${ROLE}' }),
    },
    { name: 'a role of null', document: fargate({ name: 'web', secrets }, { executionRoleArn: null }) },
    {
      name: 'a role in other capitals',
      document: fargate({ name: 'web', secrets }, { ExecutionRoleArn: ROLE }),
    },
    {
      name: 'a role in a container, which the schema reports',
      document: fargate({ name: 'web', secrets, executionRoleArn: ROLE }),
    },
    {
      name: 'awslogs and an ECR image on EC2',
      document: {
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [{ name: 'web', image: IMAGE, logConfiguration: { logDriver: 'awslogs' } }],
      },
    },
    {
      name: 'a public ECR image',
      document: fargate({ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27' }),
    },
    {
      name: 'an image of an open account',
      document: fargate({ name: 'web', image: IMAGE.replace(/^\d+/, '${ACCOUNT}') }),
    },
    {
      name: 'no entry in the lists',
      document: fargate({
        name: 'web',
        secrets: [],
        logConfiguration: { logDriver: 'awsfirelens', secretOptions: [] },
        repositoryCredentials: {},
      }),
    },
    {
      name: 'environment files, which AWS registers without a role',
      document: fargate({ name: 'web', environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: IMAGE, secrets }] },
  ],
});
