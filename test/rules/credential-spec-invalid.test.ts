import rule from '../../server/src/core/rules/credential-spec-invalid';
import { testRule } from '../support/rule-tester';

const S3 = 'arn:aws:s3:::bucket/web.json';
const SSM = 'arn:aws:ssm:eu-west-1:123456789012:parameter/web';
const wrong = (spec: string) =>
  `{ "containerDefinitions": [{ "name": "web", "credentialSpecs": [«"${spec}"»] }] }`;
const right = (spec: unknown) => ({ containerDefinitions: [{ name: 'web', credentialSpecs: [spec] }] });
const pointer = '/containerDefinitions/0/credentialSpecs/0';
const prefix = (value: string) =>
  `A credential spec begins with credentialspec: or credentialspecdomainless:, and "${value}" does not. Put the one that fits before the ARN of the spec.`;
const arn = (prefix: string, rest: string) =>
  `After ${prefix}: comes the ARN of an S3 object or of a parameter in Parameter Store, not "${rest}".`;
const change = (to: string, safe = false) => ({ title: `Change it to "${to}"`, safe });

testRule(rule, {
  wrong: [
    {
      name: 'an ARN alone',
      text: wrong(SSM),
      message: prefix(SSM),
      pointer,
      fixes: [
        { ...change(`credentialspecdomainless:${SSM}`), result: right(`credentialspecdomainless:${SSM}`) },
        { ...change(`credentialspec:${SSM}`), result: right(`credentialspec:${SSM}`) },
      ],
    },
    {
      name: 'an ARN alone, on Fargate',
      text: `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "credentialSpecs": [«"${S3}"»] }] }`,
      message: prefix(S3),
      pointer,
      fixes: [change(`credentialspecdomainless:${S3}`)],
    },
    {
      name: 'other capitals',
      text: wrong(`CredentialSpec:${S3}`),
      message: prefix(`CredentialSpec:${S3}`),
      pointer,
      fixes: [{ ...change(`credentialspec:${S3}`, true), result: right(`credentialspec:${S3}`) }],
    },
    { name: 'a path', text: wrong('web.json'), message: prefix('web.json'), pointer },
    { name: 'nothing', text: wrong(''), message: prefix(''), pointer },
    {
      name: 'a file',
      text: wrong('credentialspec:file://web.json'),
      message: arn('credentialspec', 'file://web.json'),
      pointer,
    },
    {
      name: 'another service',
      text: wrong('credentialspec:arn:aws:secretsmanager:eu-west-1:123456789012:secret:web'),
      message: arn('credentialspec', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web'),
      pointer,
    },
    {
      name: 'an s3:// address',
      text: wrong('credentialspecdomainless:s3://bucket/web.json'),
      message: arn('credentialspecdomainless', 's3://bucket/web.json'),
      pointer,
      fixes: [
        {
          ...change(`credentialspecdomainless:${S3}`, true),
          result: right(`credentialspecdomainless:${S3}`),
        },
      ],
    },
  ],
  right: [
    { name: 'S3', document: right(`credentialspec:${S3}`) },
    { name: 'a parameter', document: right(`credentialspec:${SSM}`) },
    { name: 'without a domain', document: right(`credentialspecdomainless:${S3}`) },
    { name: 'a spec left open', document: right('credentialspec:${SPEC_ARN}') },
    { name: 'no text, which the schema reports', document: right(1) },
    { name: 'no spec', document: { containerDefinitions: [{ name: 'web', credentialSpecs: [] }] } },
  ],
});
