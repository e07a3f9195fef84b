import { atValue } from '../location';
import { isEssential } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'no-essential-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'essential',
  facts: ['GEN-5', 'BP-ESSENTIAL'],
  docs: {
    title: 'A task without an essential container',
    why: 'The task lives as long as its essential containers do, so at least one is needed. A container that does not say is essential.',
    answer: "Task definition doesn't have any essential container.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_essential',
    ],
    scanners: { 'cfn-lint': ['E3042'] },
  },
  messages: {
    none: 'No container of this task is essential, and AWS needs one to know when the task has ended. Make the main container essential.',
  },
  check(definition, { report }) {
    const { containers } = definition;
    const first = containers[0]?.boolean('essential');
    if (!first || definition.hasUnknownContainers) return;
    if (!containers.every((container) => isEssential(container) === false)) return;
    report('none', atValue(first.node), {
      fixes: containers.flatMap((container) => {
        const essential = container.boolean('essential');
        const name = container.string('name')?.value;
        if (!essential) return [];
        return [
          {
            title:
              name === undefined ? 'Make this container essential' : `Make container "${name}" essential`,
            changes: [{ kind: 'set', pointer: pointerOf(essential.node), value: true }],
            safe: containers.length === 1,
          },
        ];
      }),
    });
  },
});
