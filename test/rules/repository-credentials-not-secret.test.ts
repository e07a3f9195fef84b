import rule from '../../server/src/core/rules/repository-credentials-not-secret';
import { testRule } from '../support/rule-tester';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf';
const wrong = (value: string) =>
  `{ "containerDefinitions": [{ "name": "web", "repositoryCredentials": { "credentialsParameter": «${JSON.stringify(value)}» } }] }`;
const right = (credentialsParameter: unknown) => ({
  containerDefinitions: [{ name: 'web', repositoryCredentials: { credentialsParameter } }],
});
const pointer = '/containerDefinitions/0/repositoryCredentials/credentialsParameter';
const name =
  'credentialsParameter is neither an ARN nor the name of a secret: such a name has letters, digits and / _ + = . @ - only. Write the ARN of the secret that holds the login, never the login itself.';

testRule(rule, {
  wrong: [
    {
      name: 'a parameter',
      text: wrong('arn:aws:ssm:eu-west-1:123456789012:parameter/registry'),
      message:
        'The login of a private registry is kept in Secrets Manager, and credentialsParameter is the ARN of something in "ssm". Write the ARN of a secret.',
      pointer,
    },
    {
      name: 'a JSON key',
      text: wrong(`${SECRET}:password::`),
      message:
        'ECS reads username and password from the whole secret, so nothing may follow its name. Remove ":password::".',
      pointer,
      fixes: [{ title: 'Remove ":password::"', result: right(SECRET) }],
    },
    { name: 'a login', text: wrong('me:secret'), message: name, pointer },
    { name: 'a login as JSON', text: wrong('{"username":"me"}'), message: name, pointer },
    { name: 'half an ARN', text: wrong('arn:aws:secretsmanager:registry'), message: name, pointer },
  ],
  right: [
    { name: 'a secret', document: right(SECRET) },
    { name: 'the name of a secret', document: right('prod/registry_login@example.com') },
    { name: 'a secret left open', document: right('${SECRET_ARN}') },
    { name: 'no text', document: right('') },
    { name: 'no credentials', document: { containerDefinitions: [{ name: 'web' }] } },
  ],
});
