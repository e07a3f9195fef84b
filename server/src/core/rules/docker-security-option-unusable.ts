import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** The four that AWS documents, and seccomp, which Docker knows besides. */
const KNOWN =
  /^(?:no-new-privileges(?:[:=](?:true|false))?$|(?:apparmor|label|credentialspec|seccomp)[:=].|label$)/;
/** A label for SELinux; label:disable asks for none. */
const LABEL = /^label[:=](?!disable$)/;

export default defineRule({
  id: 'docker-security-option-unusable',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dockerSecurityOptions',
  facts: ['LNX-9', 'EXT-1'],
  docs: {
    title: 'A Docker security option without effect',
    why: 'An option is a label for SELinux, a profile of AppArmor, no-new-privileges or a credential specification. AWS registers any text, and what Docker does not know keeps the container from starting.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-dockerSecurityOptions',
    ],
  },
  messages: {
    unknown:
      '"{option}" is no security option of Docker. Write no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.',
    external: 'External instances do not support SELinux, so "{option}" has no effect there. Remove it.',
  },
  check(container, { definition, report }) {
    const options = container.strings('dockerSecurityOptions');
    if (options.length === 0) return;
    // Both refuse every option: said by member-not-supported.
    if (definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES')) return;
    for (const { value, node } of options) {
      const known = KNOWN.test(value);
      if (value === '' || (known && !(LABEL.test(value) && definition.requires('EXTERNAL')))) continue;
      report(known ? 'external' : 'unknown', atValue(node), {
        data: { option: value },
        fixes: [
          {
            title: `Remove "${value}"`,
            changes: [{ kind: 'remove', pointer: pointerOf(node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
