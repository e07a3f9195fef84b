import rule from '../../server/src/core/rules/ecr-repository-credentials';
import { testRule } from '../support/rule-tester';

const credentials = { credentialsParameter: 'registry' };

testRule(rule, {
  wrong: [
    {
      name: 'a private ECR image',
      text: '{ "containerDefinitions": [{ "name": "web", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1", «"repositoryCredentials"»: { "credentialsParameter": "registry" } }] }',
      message:
        'The image is in the ECR registry 123456789012.dkr.ecr.eu-west-1.amazonaws.com, which signs in through IAM and not with repositoryCredentials. Remove repositoryCredentials; the execution role, or on EC2 the instance role, pulls the image.',
      pointer: '/containerDefinitions/0/repositoryCredentials',
      related: ['The image is in ECR.'],
      fixes: [
        {
          title: 'Remove repositoryCredentials',
          result: {
            containerDefinitions: [
              { name: 'web', image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1' },
            ],
          },
        },
      ],
    },
    {
      name: 'a private ECR image in China, in a bare list',
      text: '[{ "name": "web", "image": "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web", «"repositoryCredentials"»: {} }]',
      message:
        'The image is in the ECR registry 123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn, which signs in through IAM and not with repositoryCredentials. Remove repositoryCredentials; the execution role, or on EC2 the instance role, pulls the image.',
      pointer: '/0/repositoryCredentials',
      fixes: [{ title: 'Remove repositoryCredentials' }],
    },
  ],
  right: [
    {
      name: 'another registry',
      document: [{ name: 'web', image: 'registry.example.com/web:1', repositoryCredentials: credentials }],
    },
    {
      name: 'an account that is not a number',
      document: [
        {
          name: 'web',
          image: 'ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com/web:1',
          repositoryCredentials: credentials,
        },
      ],
    },
    {
      name: 'credentials of null',
      document: [
        {
          name: 'web',
          image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1',
          repositoryCredentials: null,
        },
      ],
    },
  ],
});
