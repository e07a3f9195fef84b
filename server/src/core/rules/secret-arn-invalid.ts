import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { readArn, secretsOf } from './secrets';

/** After `secret:name`: JSON key, version stage, version id. */
const SELECTORS = 3;

export default defineRule({
  id: 'secret-arn-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'valueFrom',
  facts: ['ENV-7'],
  docs: {
    title: 'The ARN of a secret cannot be used',
    why: 'ECS reads secrets from Secrets Manager and from Parameter Store only. Behind the ARN of a secret come JSON key, version stage and version id, of which the last two exclude each other.',
    answer: 'The Systems Manager parameter name specified for secret',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html',
    ],
  },
  messages: {
    malformed:
      '"{value}" begins like an ARN and is too short for one: partition, service, Region, account and resource follow "arn:". Write the whole ARN of the secret or parameter.',
    service:
      'valueFrom is the ARN of something in "{service}", but ECS reads secrets only from "secretsmanager" and "ssm". Write the ARN of a secret or of a parameter.',
    versions:
      'The version stage "{stage}" and the version id "{id}" exclude each other. Keep one, and leave the other empty with its colon.',
    selectors:
      'Behind the name of the secret come JSON key, version stage and version id, three parts even where they are empty; here it is {count}.',
    parameterKey:
      'Only secrets in Secrets Manager have JSON keys and versions here; behind the parameter "{name}" nothing may follow. Remove "{rest}".',
    characters:
      'The parameter name "{name}" may not contain "{character}". It has letters, digits and . _ - / only.',
  },
  check(container, { report }) {
    for (const secret of secretsOf(container)) {
      const from = secret.string('valueFrom');
      if (!from?.value.startsWith('arn:')) continue;
      const at = () => atValue(from.node);
      const set = (title: string, value: string, safe: boolean) => ({
        title,
        changes: [{ kind: 'set' as const, pointer: pointerOf(from.node), value }],
        safe,
      });
      const arn = readArn(from.value);
      if (!arn) {
        report('malformed', at(), { data: { value: from.value } });
      } else if (arn.service === 'ssm') {
        const parameter = /^parameter\/?([^:]*)(.*)$/s.exec(arn.resource);
        if (!parameter) continue;
        const [, name = '', rest = ''] = parameter;
        const character = /[^A-Za-z0-9._/-]/u.exec(name)?.[0];
        if (character) report('characters', at(), { data: { name, character } });
        else if (rest) {
          const value = from.value.slice(0, -rest.length);
          // AWS has not been seen to refuse it; the parameter is not found when the task starts.
          report('parameterKey', at(), {
            data: { name, rest },
            severity: 'warning',
            fixes: [set(`Remove "${rest}"`, value, false)],
          });
        }
      } else if (arn.service === 'secretsmanager') {
        const [kind, name, ...selectors] = arn.resource.split(':');
        const [key = '', stage = '', id = ''] = selectors;
        if (kind !== 'secret' || !name || selectors.length === 0) continue;
        const start = from.value.slice(0, -selectors.join(':').length - 1);
        if (selectors.length !== SELECTORS) {
          // Registered all the same, and then not understood when the task starts.
          report('selectors', at(), {
            data: { count: selectors.length },
            severity: 'warning',
            fixes:
              selectors.length < SELECTORS
                ? [set(`Write ":${key}:${stage}:" behind the name`, `${start}:${key}:${stage}:`, true)]
                : [],
          });
        } else if (stage && id) {
          report('versions', at(), {
            data: { stage, id },
            fixes: [
              set(`Keep the version stage "${stage}"`, `${start}:${key}:${stage}:`, false),
              set(`Keep the version id "${id}"`, `${start}:${key}::${id}`, false),
            ],
          });
        }
      } else report('service', at(), { data: { service: arn.service } });
    }
  },
});
