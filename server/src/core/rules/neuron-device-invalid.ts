import type { Fix } from '../finding';
import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { atRequirement, requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'neuron-device-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'resourceRequirements',
  facts: ['ACC-4', 'ACC-7'],
  docs: {
    title: 'A Neuron device in a way that AWS does not take',
    why: 'NeuronDevice stands for all Inferentia or Trainium devices of a managed instance. So its value is ALL, a single container of the task can ask for it, and other launch types do not know it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-inference-task-def.html',
    ],
  },
  messages: {
    launchType:
      'NeuronDevice is for MANAGED_INSTANCES only, and the task requires {type}. On EC2 give the container /dev/neuron0 in linuxParameters.devices.',
    value: 'The value of NeuronDevice can only be "ALL", not "{value}".',
    second:
      'Only one container of a task can ask for NeuronDevice, and "{other}" does already. Remove it here.',
  },
  check(container, { definition, report }) {
    for (const requirement of requirementsOf(container, definition)) {
      const type = requirement.string('type');
      if (type?.value !== 'NeuronDevice') continue;
      const at = atRequirement(requirement, type.node);
      const remove: Fix = {
        title: 'Remove the requirement NeuronDevice',
        changes: [{ kind: 'remove', pointer: pointerOf(requirement.node) }],
        safe: false,
      };
      const launchType = definition.requires('EC2') ?? definition.requires('EXTERNAL');
      if (launchType) {
        report('launchType', at, { data: { type: launchType.value }, fixes: [remove] });
        continue;
      }
      const { containers } = definition;
      const first = containers.find((candidate) =>
        candidate
          .objects('resourceRequirements')
          .some((other) => other.string('type')?.value === 'NeuronDevice'),
      );
      if (first && first.node !== container.node) {
        report('second', at, { data: { other: nameOf(first, containers) }, fixes: [remove] });
        continue;
      }
      const value = requirement.string('value');
      if (!value || value.value === 'ALL') continue;
      report('value', atValue(value.node), {
        data: { value: value.value },
        fixes: [
          {
            title: 'Change value to "ALL"',
            changes: [{ kind: 'set', pointer: pointerOf(value.node), value: 'ALL' }],
            safe: value.value.toUpperCase() === 'ALL',
          },
        ],
        // Whether AWS minds the case is not known.
        ...(value.value.toUpperCase() === 'ALL' && { severity: 'warning' }),
      });
    }
  },
});
