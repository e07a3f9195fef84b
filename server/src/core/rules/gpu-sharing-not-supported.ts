import type { Change } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'gpu-sharing-not-supported',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'sharingStrategy',
  facts: ['ACC-3'],
  docs: {
    title: 'sharingStrategy where nothing can be shared',
    why: 'Only GPUs can be shared between containers, and only on EC2 and on Managed Instances; external instances cannot do it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SharingStrategy.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
    ],
  },
  messages: {
    type: 'Only a GPU can be shared, not {type}. Remove sharingStrategy.',
    external:
      'The launch type EXTERNAL does not support sharingStrategy. Ask for whole GPUs with value instead.',
  },
  check(container, { definition, report }) {
    for (const requirement of requirementsOf(container, definition)) {
      const sharing = requirement.get('sharingStrategy');
      const type = requirement.string('type')?.value;
      if (!sharing || !type) continue;
      const external = definition.requires('EXTERNAL');
      if (type === 'GPU' && !external) continue;
      const changes: Change[] = [{ kind: 'remove', pointer: pointerOf(sharing) }];
      const alone = requirement.lacks('value');
      const value = type === 'NeuronDevice' ? 'ALL' : '1';
      if (alone) changes.push({ kind: 'insert', pointer: pointerOf(requirement.node), key: 'value', value });
      const title = alone ? `Change sharingStrategy to value "${value}"` : 'Remove sharingStrategy';
      const fixes = [{ title, changes, safe: false }];
      if (type === 'GPU') report('external', atValue(sharing), { fixes });
      else report('type', atValue(sharing), { data: { type }, fixes });
    }
  },
});
