import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'gpu-sharing-with-value',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'sharingStrategy',
  facts: ['ACC-2'],
  docs: {
    title: 'A GPU that is asked for both whole and shared',
    why: 'value reserves GPUs for this container alone, sharingStrategy shares one with other containers. AWS takes one of the two.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html'],
  },
  messages: {
    both: 'A GPU is reserved with value or shared with sharingStrategy, not both. Remove one of them.',
  },
  check(container, { definition, report }) {
    for (const requirement of requirementsOf(container, definition)) {
      const value = requirement.get('value');
      const sharing = requirement.get('sharingStrategy');
      // Who cannot share at all is told so by gpu-sharing-not-supported.
      if (!value || !sharing || requirement.string('type')?.value !== 'GPU') continue;
      if (definition.requires('EXTERNAL')) continue;
      report('both', atValue(sharing), {
        fixes: [
          {
            title: 'Remove sharingStrategy',
            changes: [{ kind: 'remove', pointer: pointerOf(sharing) }],
            safe: false,
          },
          { title: 'Remove value', changes: [{ kind: 'remove', pointer: pointerOf(value) }], safe: false },
        ],
      });
    }
  },
});
