import { closest } from '../closest';
import type { Change, Fix } from '../finding';
import { atValue } from '../location';
import { volumeNames } from '../model/names';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const MOST_NAMES = 5;

export default defineRule({
  id: 'mount-unknown-volume',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'mountPoints',
  facts: ['VOL-2'],
  docs: {
    title: 'A mount point names a volume that the task does not have',
    why: 'A container can only mount what the task lists under volumes. AWS compares the names letter by letter.',
    answer: 'Unknown volume',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage',
    ],
  },
  messages: {
    unknown:
      'No volume of this task is called "{name}"; there is {known}. Use one of them, or add "{name}" to volumes.',
    none: 'This task has no volumes, so "{name}" cannot be mounted. Add it to volumes.',
  },
  check(container, { definition, report }) {
    const known = volumeNames(definition);
    if (!known) return;
    for (const mount of container.objects('mountPoints')) {
      const source = mount.string('sourceVolume');
      if (!source || known.has(source.value)) continue;
      const name = source.value;
      const near = closest(name, known);
      const fixes: Fix[] = near
        ? [
            {
              title: `Change sourceVolume to "${near}"`,
              changes: [{ kind: 'set', pointer: pointerOf(source.node), value: near }],
              safe: false,
            },
          ]
        : [];
      const add = addVolume(definition, name);
      if (add) fixes.push({ title: `Add a volume called "${name}"`, changes: [add], safe: false });
      if (known.size === 0) report('none', atValue(source.node), { data: { name }, fixes });
      else {
        report('unknown', atValue(source.node), { data: { name, known: listed(known) }, fixes });
      }
    }
  },
});

/** The first few names, for a message. */
function listed(names: ReadonlySet<string>): string {
  const some = [...names]
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.size > MOST_NAMES ? `${some} and ${names.size - MOST_NAMES} more` : some;
}

/** A volume without a source of its own lives as long as its task. Undefined for a name AWS would refuse. */
function addVolume({ task }: TaskDefinition, name: string): Change | undefined {
  if (!task || !/^[a-zA-Z0-9_-]{1,255}$/.test(name)) return undefined;
  const volumes = task.get('volumes');
  return volumes
    ? { kind: 'append', pointer: pointerOf(volumes), value: { name } }
    : { kind: 'insert', pointer: pointerOf(task.node), key: 'volumes', value: [{ name }] };
}
