import type { Change, Fix } from '../finding';
import { inside } from '../location';
import { containerNames } from '../model/names';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'launch-volume-not-mounted',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'configuredAtLaunch',
  facts: ['VOL-6'],
  docs: {
    title: 'A volume configured at launch is not mounted',
    why: 'AWS accepts other volumes that nobody mounts, but not one with configuredAtLaunch.',
    answer: 'are not referenced by any of the containers',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html'],
  },
  messages: {
    unmounted:
      'No container mounts "{name}", and a volume with configuredAtLaunch must be mounted. Add it to the mountPoints of a container.',
  },
  check(volume, { definition, report }) {
    const name = volume.string('name')?.value;
    if (name === undefined || volume.boolean('configuredAtLaunch')?.value !== true) return;
    if (!containerNames(definition) || definition.containers.some((container) => mayMount(container, name)))
      return;
    const fixes: Fix[] = definition.containers.map((container) => ({
      title: `Mount "${name}" at /${name} in container "${container.string('name')?.value}"`,
      changes: [mount(container, name)],
      safe: false,
    }));
    report('unmounted', inside(volume.node), { data: { name }, fixes });
  },
});

function mayMount(container: Container, name: string): boolean {
  if (container.lacks('mountPoints')) return false;
  const points = container.objects('mountPoints');
  if (container.get('mountPoints')?.kind !== 'array') return true;
  if (points.length < container.items('mountPoints').length) return true;
  return points.some((point) => (point.string('sourceVolume')?.value ?? name) === name);
}

function mount(container: Container, name: string): Change {
  const value = { sourceVolume: name, containerPath: `/${name}` };
  const points = container.get('mountPoints');
  return points
    ? { kind: 'append', pointer: pointerOf(points), value }
    : { kind: 'insert', pointer: pointerOf(container.node), key: 'mountPoints', value: [value] };
}
