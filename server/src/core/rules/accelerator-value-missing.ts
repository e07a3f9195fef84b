import { inside } from '../location';
import { pointerOf } from '../syntax/pointer';
import { requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'accelerator-value-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'resourceRequirements',
  facts: ['ACC-2', 'ACC-4'],
  docs: {
    title: 'An accelerator without an amount',
    why: 'A requirement says how many devices the container needs. Only a GPU that is shared does without value.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html'],
  },
  messages: {
    gpu: 'How many GPUs is not said. Add value, such as "1", or sharingStrategy.',
    neuron: 'NeuronDevice needs the value "ALL". Add it.',
  },
  check(container, { definition, report }) {
    for (const requirement of requirementsOf(container, definition)) {
      const type = requirement.string('type')?.value;
      // With a strategy for what cannot be shared: said by gpu-sharing-not-supported.
      if (!requirement.lacks('value') || !requirement.lacks('sharingStrategy')) continue;
      if (type !== 'GPU' && type !== 'NeuronDevice') continue;
      const neuron = type === 'NeuronDevice';
      const value = neuron ? 'ALL' : '1';
      report(neuron ? 'neuron' : 'gpu', inside(requirement.node), {
        fixes: [
          {
            title: `Add value "${value}"`,
            changes: [{ kind: 'insert', pointer: pointerOf(requirement.node), key: 'value', value }],
            safe: neuron,
          },
        ],
      });
    }
  },
});
