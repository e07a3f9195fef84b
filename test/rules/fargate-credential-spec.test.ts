import rule from '../../server/src/core/rules/fargate-credential-spec';
import { testRule } from '../support/rule-tester';

const S3 = 'arn:aws:s3:::bucket/web.json';
const SSM = 'arn:aws:ssm:eu-west-1:123456789012:parameter/web';
const wrong = (spec: string) =>
  `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "credentialSpecs": [«"${spec}"»] }] }`;
const on = (launchType: string, spec: string, more: object = {}) => ({
  requiresCompatibilities: [launchType],
  ...more,
  containerDefinitions: [{ name: 'web', credentialSpecs: [spec] }],
});
const pointer = '/containerDefinitions/0/credentialSpecs/0';

testRule(rule, {
  wrong: [
    {
      name: 'joined',
      text: wrong(`credentialspec:${S3}`),
      message:
        'credentialspec: is for instances that have joined the domain, which Fargate never does. Use credentialspecdomainless:.',
      pointer,
      fixes: [
        {
          title: 'Change credentialspec: to credentialspecdomainless:',
          result: on('FARGATE', `credentialspecdomainless:${S3}`),
        },
      ],
    },
    {
      name: 'a parameter',
      text: wrong(`credentialspecdomainless:${SSM}`),
      message:
        'Fargate fetches a credential spec from S3, not from Parameter Store. Keep the file in S3, and write the ARN of the object.',
      pointer,
    },
  ],
  right: [
    { name: 'domainless in S3', document: on('FARGATE', `credentialspecdomainless:${S3}`) },
    { name: 'EC2', document: on('EC2', `credentialspec:${SSM}`) },
    { name: 'no ARN, which another rule reports', document: on('FARGATE', 'credentialspec:web.json') },
    {
      name: 'Windows, where the member is reported',
      document: on('FARGATE', `credentialspec:${S3}`, {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      }),
    },
  ],
});
