import { pointerOf } from '../syntax/pointer';
import { atRequirement, requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'gpu-on-windows',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'resourceRequirements',
  facts: ['ACC-6'],
  docs: {
    title: 'Windows containers have no GPU',
    why: 'ECS gives GPUs to Linux containers only.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html'],
  },
  messages: {
    gpu: 'A Windows container cannot have a GPU. Remove the requirement, or run the task on LINUX.',
  },
  check(container, { definition, report }) {
    if (!definition.windows) return;
    for (const requirement of requirementsOf(container, definition)) {
      const type = requirement.string('type');
      if (type?.value !== 'GPU') continue;
      report('gpu', atRequirement(requirement, type.node), {
        fixes: [
          {
            title: 'Remove the requirement GPU',
            changes: [{ kind: 'remove', pointer: pointerOf(requirement.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
