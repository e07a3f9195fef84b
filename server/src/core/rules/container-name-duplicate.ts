import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-name-duplicate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['GEN-4'],
  docs: {
    title: 'Two containers of the same name',
    why: 'Everything that speaks of a container does so by its name: dependencies, mounts from it, load balancers, deployments. So a name may stand once in a task definition.',
    answer: 'Container names must be unique within a task definition',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_name',
    ],
  },
  messages: {
    twice: 'Another container of this task is called "{name}" already. Give this one a name of its own.',
  },
  check(container, { definition, report }) {
    const name = container.string('name');
    if (!name) return;
    const first = definition.container(name.value)?.string('name')?.node;
    if (!first || first === name.node) return;
    report('twice', atValue(name.node), {
      data: { name: name.value },
      fixes: [
        {
          title: `Rename this container to "${free(name.value, definition)}"`,
          changes: [{ kind: 'set', pointer: pointerOf(name.node), value: free(name.value, definition) }],
          safe: false,
        },
      ],
      related: [
        { start: first.start, end: first.end, message: `The first container called "${name.value}".` },
      ],
    });
  },
});

/** The name with the first number that no container has. */
function free(name: string, definition: TaskDefinition): string {
  for (let number = 2; ; number++) {
    const candidate = `${name.slice(0, 250)}-${number}`;
    if (!definition.container(candidate)) return candidate;
  }
}
