import { atKey } from '../location';
import type { Volume } from '../model/taskDefinition';
import { defineRule } from './rule';

const BLOCKS = [
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
] as const;

export default defineRule({
  id: 'volume-type-ambiguous',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'volumes',
  facts: ['VOL-1'],
  docs: {
    title: 'A volume is of two types at once',
    why: 'A volume is one thing: a path of the host, a Docker volume, a file system, or configured at launch. AWS refuses a volume that says two of them.',
    answer: 'only one volume configuration type should be used',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html'],
  },
  messages: {
    two: 'A volume has one type, and this one has {types}. Keep one, and make another volume for each of the others.',
  },
  check(volume, { report }) {
    const types = volume.node.properties.filter(({ key }) => says(volume, key));
    const [first, second] = types;
    if (!first || !second) return;
    report('two', atKey(volume.node, second), {
      data: { types: types.map(({ key }) => key).join(' and ') },
      related: [{ ...first.keyRange, message: `${first.key} says one type.` }],
      fixes: types.map((type) => ({
        title: `Remove ${type.key}`,
        changes: [{ kind: 'remove', pointer: atKey(volume.node, type).pointer }],
        safe: false,
      })),
    });
  },
});

/** Whether this key gives the volume a type. A block without content does not: how AWS counts it is not known. */
function says(volume: Volume, key: string): boolean {
  if (key === 'host') return volume.object('host')?.get('sourcePath') !== undefined;
  if (key === 'configuredAtLaunch') return volume.boolean('configuredAtLaunch')?.value === true;
  const block = BLOCKS.find((name) => name === key);
  return block !== undefined && (volume.object(block)?.node.properties.length ?? 0) > 0;
}
