import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { readArn } from './secrets';

export default defineRule({
  id: 'repository-credentials-not-secret',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'repositoryCredentials',
  facts: ['ENV-10'],
  docs: {
    title: 'credentialsParameter does not name a secret',
    why: 'The login of a private registry is a whole secret in Secrets Manager, with a username and a password. Anything else cannot be fetched when the task starts.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html'],
  },
  messages: {
    service:
      'The login of a private registry is kept in Secrets Manager, and credentialsParameter is the ARN of something in "{service}". Write the ARN of a secret.',
    key: 'ECS reads username and password from the whole secret, so nothing may follow its name. Remove "{rest}".',
    name: 'credentialsParameter is neither an ARN nor the name of a secret: such a name has letters, digits and / _ + = . @ - only. Write the ARN of the secret that holds the login, never the login itself.',
  },
  check(container, { report }) {
    const parameter = container.object('repositoryCredentials')?.string('credentialsParameter');
    if (!parameter?.value) return;
    const { value, node } = parameter;
    const arn = readArn(value);
    if (!arn) {
      if (!/^[\w/+=.@-]+$/.test(value)) report('name', atValue(node));
    } else if (arn.service !== 'secretsmanager') {
      report('service', atValue(node), { data: { service: arn.service } });
    } else {
      const rest = /^secret:[^:]+(:.*)$/s.exec(arn.resource)?.[1];
      if (!rest) return;
      report('key', atValue(node), {
        data: { rest },
        fixes: [
          {
            title: `Remove "${rest}"`,
            changes: [{ kind: 'set', pointer: pointerOf(node), value: value.slice(0, -rest.length) }],
            safe: false,
          },
        ],
      });
    }
  },
});
