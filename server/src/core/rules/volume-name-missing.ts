import { inside } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'volume-name-missing',
  severity: 'warning', // the name is optional in the API
  preset: 'recommended',
  appliesTo: 'volume',
  needs: 'volumes',
  facts: ['VOL-4', 'VOL-2'],
  docs: {
    title: 'A volume without a name',
    why: 'A container mounts a volume by its name, so one without a name can never be mounted.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#volumes',
    ],
  },
  messages: {
    missing: 'This volume has no name, so no container can mount it. Add a name, or remove the volume.',
  },
  check(volume, { definition, report }) {
    if (!volume.lacks('name')) return;
    const names = new Set(definition.volumes.map((other) => other.string('name')?.value));
    const wanted = definition.containers
      .flatMap((container) => container.objects('mountPoints'))
      .flatMap((mount) => mount.string('sourceVolume')?.value || [])
      .filter((name) => !names.has(name));
    report('missing', inside(volume.node), {
      fixes: [...new Set(wanted)].map((value) => ({
        title: `Add "name": "${value}"`,
        changes: [{ kind: 'insert', pointer: pointerOf(volume.node), key: 'name', value }],
        safe: false,
      })),
    });
  },
});
