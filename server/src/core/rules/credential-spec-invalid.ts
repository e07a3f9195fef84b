import type { Fix } from '../finding';
import { atValue } from '../location';
import { accountIn } from '../model/account';
import { s3Arn } from '../model/s3';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { readArn } from './secrets';

const PREFIXES = ['credentialspecdomainless', 'credentialspec'];

export default defineRule({
  id: 'credential-spec-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'credentialSpecs',
  facts: ['CRD-1'],
  docs: {
    title: 'A credential spec is a prefix and an ARN',
    why: 'The prefix says how the container joins Active Directory: credentialspec: on a joined instance, credentialspecdomainless: without. The ARN behind it is that of an S3 object or of a parameter.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-credentialSpecs',
    ],
  },
  messages: {
    prefix:
      'A credential spec begins with credentialspec: or credentialspecdomainless:, and "{value}" does not. Put the one that fits before the ARN of the spec.',
    arn: 'After {prefix}: comes the ARN of an S3 object or of a parameter in Parameter Store, not "{rest}".',
  },
  check(container, { definition, report }) {
    for (const { value, node } of container.strings('credentialSpecs')) {
      const set = (to: string, safe: boolean): Fix => ({
        title: `Change it to "${to}"`,
        changes: [{ kind: 'set', pointer: pointerOf(node), value: to }],
        safe,
      });
      const colon = value.indexOf(':');
      const prefix = value.slice(0, Math.max(colon, 0));
      const rest = value.slice(colon + 1);
      if (!PREFIXES.includes(prefix)) {
        const meant = PREFIXES.find((known) => known === prefix.toLowerCase());
        // Fargate has the one without a domain only.
        const fitting = definition.requires('FARGATE') ? PREFIXES.slice(0, 1) : PREFIXES;
        const fixes = meant
          ? [set(`${meant}:${rest}`, true)]
          : isSpec(value)
            ? fitting.map((known) => set(`${known}:${value}`, false))
            : [];
        report('prefix', atValue(node), { data: { value }, fixes });
      } else if (!isSpec(rest)) {
        const { partition } = accountIn(definition.task?.node ?? container.node);
        const arn = s3Arn(rest, partition);
        report('arn', atValue(node), {
          data: { prefix, rest },
          fixes: arn ? [set(`${prefix}:${arn}`, true)] : [],
        });
      }
    }
  },
});

function isSpec(text: string): boolean {
  const service = readArn(text)?.service;
  return service === 's3' || service === 'ssm';
}
