import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { readArn } from './secrets';

const JOINED = 'credentialspec:';
const DOMAINLESS = 'credentialspecdomainless:';

export default defineRule({
  id: 'fargate-credential-spec',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'credentialSpecs',
  facts: ['CRD-2'],
  docs: {
    title: 'Fargate cannot use this credential spec',
    why: 'A machine of Fargate never joins your domain, so the container has to do without, and Fargate fetches its credential spec from S3 only.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html'],
  },
  messages: {
    joined:
      'credentialspec: is for instances that have joined the domain, which Fargate never does. Use credentialspecdomainless:.',
    parameter:
      'Fargate fetches a credential spec from S3, not from Parameter Store. Keep the file in S3, and write the ARN of the object.',
  },
  check(container, { definition, report }) {
    // Windows on Fargate refuses the member, and that is said.
    if (!definition.requires('FARGATE') || definition.windows !== false) return;
    for (const { value, node } of container.strings('credentialSpecs')) {
      const prefix = [JOINED, DOMAINLESS].find((known) => value.startsWith(known));
      const service = prefix && readArn(value.slice(prefix.length))?.service;
      if (service === 'ssm') report('parameter', atValue(node));
      else if (service === 's3' && prefix === JOINED) {
        report('joined', atValue(node), {
          fixes: [
            {
              title: 'Change credentialspec: to credentialspecdomainless:',
              changes: [
                {
                  kind: 'set',
                  pointer: pointerOf(node),
                  value: DOMAINLESS + value.slice(JOINED.length),
                },
              ],
              safe: false,
            },
          ],
        });
      }
    }
  },
});
