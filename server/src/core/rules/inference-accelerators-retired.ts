import type { Change } from '../finding';
import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { atRequirement } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'inference-accelerators-retired',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['ACC-1', 'BP-EOL'],
  docs: {
    title: 'Elastic Inference is gone',
    why: 'inferenceAccelerators belonged to Amazon Elastic Inference, which AWS has closed. A task definition that still asks for an accelerator is refused.',
    answer: "Unsupported field 'inferenceAccelerators'",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html'],
  },
  messages: {
    requirement:
      'AWS has closed Elastic Inference, so that nothing meets the requirement InferenceAccelerator. Remove it.',
    retired:
      'AWS has closed Elastic Inference and refuses inferenceAccelerators. Remove it, and every resource requirement that names one of its devices.',
  },
  check(definition, { report }) {
    const list = definition.task?.get('inferenceAccelerators');
    if (list?.kind === 'array' && list.items.length > 0) {
      report('retired', atValue(list), {
        fixes: [
          {
            title: 'Remove inferenceAccelerators and what refers to it',
            changes: [{ kind: 'remove', pointer: pointerOf(list) }, ...requirements(definition)],
            safe: true,
          },
        ],
      });
      return;
    }
    // A list left open may have an accelerator, and Fargate takes no requirements at all.
    if ((list && list.kind !== 'array') || definition.requires('FARGATE')) return;
    for (const container of definition.containers) {
      for (const requirement of container.objects('resourceRequirements')) {
        const type = requirement.string('type');
        if (type?.value !== 'InferenceAccelerator') continue;
        report('requirement', atRequirement(requirement, type.node), {
          // That AWS refuses it without the list is not documented.
          severity: 'warning',
          fixes: [
            {
              title: 'Remove the requirement InferenceAccelerator',
              changes: [{ kind: 'remove', pointer: pointerOf(requirement.node) }],
              safe: false,
            },
          ],
        });
      }
    }
  },
});

/** Takes the requirements out too, with their list where nothing else is in it. */
function requirements({ containers }: TaskDefinition): Change[] {
  return containers.flatMap((container): Change[] => {
    const list = container.get('resourceRequirements');
    const named = container
      .objects('resourceRequirements')
      .filter((requirement) => requirement.string('type')?.value === 'InferenceAccelerator');
    if (!list || named.length === 0) return [];
    if (named.length === container.items('resourceRequirements').length) {
      return [{ kind: 'remove', pointer: pointerOf(list) }];
    }
    return named.map(({ node }) => ({ kind: 'remove', pointer: pointerOf(node) }));
  });
}
