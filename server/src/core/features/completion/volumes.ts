import type { Volume } from '../../model/taskDefinition';
import { childOf } from '../../syntax/tree';
import { type Choice, choices, containerOf, othersIn, type Place, type Provider, textBeside } from './place';

/** What kind of volume it is, by the member that says so. */
const KINDS: readonly (readonly [string, string])[] = [
  ['efsVolumeConfiguration', 'EFS'],
  ['s3filesVolumeConfiguration', 'S3 Files'],
  ['fsxWindowsFileServerVolumeConfiguration', 'FSx'],
  ['dockerVolumeConfiguration', 'Docker'],
  ['configuredAtLaunch', 'EBS, configured at launch'],
];

/** Volumes of the task; those that nothing mounts yet come first, those that this container mounts come last. */
export const sources: Provider = (place) => {
  const { definition } = place;
  const own = othersIn(place, place.path.slice(0, -2), 'sourceVolume');
  const mounted = new Set(
    definition.containers.flatMap((container) =>
      container.node === containerOf(place)?.node ? [...own] : mountsOf(container),
    ),
  );
  const all = definition.volumes.flatMap((volume): (Choice & { rank: number })[] => {
    const name = volume.string('name')?.value;
    if (!name) return [];
    const rank = own.has(name) ? 2 : mounted.has(name) ? 1 : 0;
    const state = ['not mounted yet', '', 'mounted here already'][rank];
    return [{ value: name, detail: [kindOf(volume), state].filter(Boolean).join(', '), rank }];
  });
  return all.sort((a, b) => a.rank - b.rank);
};

/** Names that containers mount and the task does not define yet. */
export const names: Provider = (place) => {
  const defined = othersIn(place, ['volumes'], 'name');
  const used = place.definition.containers.flatMap(mountsOf);
  return choices(
    used.filter((name) => !defined.has(name)),
    'mounted, not defined yet',
  );
};

/** Where other containers mount the same volume. */
export const paths: Provider = (place) => {
  const volume = textBeside(place, 'sourceVolume');
  const mounts = place.definition.containers
    .filter((container) => container.node !== containerOf(place)?.node)
    .flatMap((container) => container.objects('mountPoints'));
  const same = mounts.filter((mount) => mount.string('sourceVolume')?.value === volume);
  const usual = volume ? [`/${volume.replace(/[^\w.-]+/g, '-')}`, `/mnt/${volume}`] : [];
  return [...choices(same.map((mount) => mount.string('containerPath')?.value)), ...choices(usual)].filter(
    ({ value }, i, all) => all.findIndex((other) => other.value === value) === i,
  );
};

function mountsOf(container: Place['definition']['containers'][number]): string[] {
  return container.objects('mountPoints').flatMap((mount) => mount.string('sourceVolume')?.value ?? []);
}

function kindOf({ node }: Volume): string {
  if (childOf(childOf(node, 'host'), 'sourcePath')) return 'a folder of the host';
  return KINDS.find(([key]) => childOf(node, key))?.[1] ?? 'scratch space';
}
