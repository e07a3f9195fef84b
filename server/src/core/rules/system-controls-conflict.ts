import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'system-controls-conflict',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'systemControls',
  facts: ['LNX-4'],
  docs: {
    title: 'Two containers set one kernel parameter to different values',
    why: 'The containers of an awsvpc task share one network, and with it the parameters that begin with net. The container that starts last decides for all.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html'],
  },
  messages: {
    differ:
      'In an awsvpc task {name} holds for all containers, and container "{other}" sets it to "{value}". Use one value: the container started last wins.',
  },
  check(definition, { report }) {
    const { containers } = definition;
    // In host mode AWS refuses them: said by system-controls-host-namespace.
    if (containers.length < 2 || definition.networkMode?.value !== 'awsvpc') return;
    const firsts = new Map<string, { value: string; node: Parameters<typeof atValue>[0]; by: number }>();
    containers.forEach((container, by) => {
      for (const control of container.objects('systemControls')) {
        const name = control.string('namespace')?.value;
        const value = control.string('value');
        if (!name?.startsWith('net.') || !value) continue;
        const first = firsts.get(name);
        const other = first && containers[first.by];
        if (!first || !other) {
          firsts.set(name, { ...value, by });
          continue;
        }
        if (first.by === by || first.value === value.value) continue;
        report('differ', atValue(value.node), {
          data: { name, other: nameOf(other, containers), value: first.value },
          related: [{ ...atValue(first.node).range, message: `The other value of ${name}.` }],
          fixes: [
            {
              title: `Change it to "${first.value}"`,
              changes: [{ kind: 'set', pointer: pointerOf(value.node), value: first.value }],
              safe: false,
            },
            {
              title: `Change the other one to "${value.value}"`,
              changes: [{ kind: 'set', pointer: pointerOf(first.node), value: value.value }],
              safe: false,
            },
          ],
        });
      }
    });
  },
});
