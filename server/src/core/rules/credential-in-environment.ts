import { atValue } from '../location';
import { credentialIn, credentialNamed } from '../model/credentials';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { moveToSecrets } from './secretFixes';

const AWS_KEYS: readonly string[] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

export default defineRule({
  id: 'credential-in-environment',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'environment',
  facts: ['ENV-9', 'BP-ENV-SECRETS'],
  docs: {
    title: 'A credential in plain text in environment',
    why: 'Everyone who may describe a task definition reads its environment, and every revision keeps it. What stands in secrets is only a reference; ECS fetches the value when the container starts.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.8'],
      'AWS Config': ['ecs-no-environment-secrets'],
      'AWS Control Tower': ['CT.ECS.PR.12'],
      Trivy: ['AVD-AWS-0036'],
      Prowler: ['ecs_task_definitions_no_environment_secrets'],
      'cdk-nag': ['AwsSolutions-ECS2'],
      Terrascan: ['AC_AWS_0095', 'AC_AWS_0090'],
    },
    factors: ['III'],
  },
  messages: {
    shape:
      '{name} holds {what} in plain text, for everyone to read who may describe the task definition. Store it in Parameter Store or Secrets Manager, and refer to it in secrets.',
    named:
      'By its name {name} is a credential, and its value stands in plain text, for everyone to read who may describe the task definition. If it is one, refer to it in secrets.',
    keys: '{name} stands in plain text, and a task needs no AWS keys: its role (taskRoleArn) gives the containers keys that change by themselves. Remove it.',
  },
  check(container, { definition, report }) {
    for (const entry of container.objects('environment')) {
      const name = entry.string('name')?.value;
      const node = entry.get('value');
      if (!name || node?.kind !== 'string') continue;
      const shape = credentialIn(node.value, name);
      const found = shape ?? credentialNamed(name, node.value);
      // The one that is in secrets too is refused, and its repair removes this one.
      if (!found || hasSecret(container, name)) continue;
      const removals = container
        .objects('environment')
        .filter((other) => other.string('name')?.value === name)
        .map((other) => ({ kind: 'remove' as const, pointer: pointerOf(other.node) }));
      const remove = { title: `Remove ${name} from environment`, changes: removals, safe: false };
      const move = moveToSecrets({ definition, name, removals, holder: container.node, list: 'secrets' });
      const aws = AWS_KEYS.includes(name);
      const options = {
        ...(!found.sure && { severity: 'info' as const }),
        fixes: aws ? [remove, ...move] : [...move, remove],
      };
      if (aws) report('keys', atValue(node), { data: { name }, ...options });
      else if (shape) report('shape', atValue(node), { data: { name, what: shape.what }, ...options });
      else report('named', atValue(node), { data: { name }, ...options });
    }
  },
});

function hasSecret(container: Container, name: string): boolean {
  return container.objects('secrets').some((secret) => secret.string('name')?.value === name);
}
