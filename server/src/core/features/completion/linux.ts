import { CAPABILITIES, DEFAULT_CAPABILITIES, MOUNT_OPTIONS, SYSTEM_CONTROLS } from '../../knowledge/values';
import { childOf } from '../../syntax/tree';
import { fitting, listed } from './listed';
import { type Choice, choices, holderOf, othersIn, type Place, type Provider, textBeside } from './place';

const noted = (notes: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(notes).map(([value, note]) => ({ value, note }));

/** What a container does not have anyway, to trace processes first; all of them at once are nobody's first choice. */
export const addedCapabilities: Provider = (place) => {
  const rank = ({ value }: Choice) => (value === 'SYS_PTRACE' ? 0 : value === 'ALL' ? 2 : 1);
  const lacking = noted(CAPABILITIES).filter(({ value }) => !DEFAULT_CAPABILITIES.has(String(value)));
  return fitting(
    place,
    lacking.sort((a, b) => rank(a) - rank(b)),
  );
};

/** What a container has without asking comes first: only that can be taken away. */
export const droppedCapabilities: Provider = (place) => {
  const all = noted(CAPABILITIES);
  const isUsual = ({ value }: Choice) => value === 'ALL' || DEFAULT_CAPABILITIES.has(String(value));
  return fitting(place, [...all.filter(isUsual), ...all.filter((choice) => !isUsual(choice))]);
};

export const mountOptions: Provider = (place) =>
  fitting(
    place,
    noted(MOUNT_OPTIONS).map((choice) =>
      /^(?:mode|uid|gid|nr_|mpol)/.test(String(choice.value))
        ? { ...choice, value: `${choice.value}=` }
        : choice,
    ),
  );

/** Kernel parameters; not those of a namespace that the container shares with the host. */
export const systemControls: Provider = (place) => {
  const { definition } = place;
  const there = othersIn(place, place.path.slice(0, -2), 'namespace');
  const isOfHost = (name: string) =>
    name.startsWith('net.')
      ? definition.networkMode?.value === 'host'
      : definition.task?.string('ipcMode')?.value === 'host';
  return Object.entries(SYSTEM_CONTROLS)
    .filter(([name]) => !there.has(name) && !isOfHost(name))
    .map(([value, { note }]) => ({ value, note }));
};

export const systemControlValues: Provider = (place) => {
  const control = SYSTEM_CONTROLS[textBeside(place, 'namespace') ?? ''];
  return [...choices([control?.example]), ...choices([control?.default], 'default')];
};

/** Open files first, which is what most tasks need. */
export const ulimits: Provider = (place) => {
  const there = othersIn(place, place.path.slice(0, -2), 'name');
  const all = listed(place).filter(({ value }) => !there.has(String(value)));
  const rank = ({ value }: Choice) =>
    value === 'nofile' ? 0 : value === 'nproc' || value === 'memlock' ? 1 : 2;
  return all.sort((a, b) => rank(a) - rank(b));
};

/** The other limit of the two. */
export const limits =
  (other: 'softLimit' | 'hardLimit'): Provider =>
  (place: Place) => {
    const node = childOf(holderOf(place), other);
    return [
      ...choices([node?.kind === 'number' ? node.value : undefined], `as the ${other}`),
      ...choices(textBeside(place, 'name') === 'nofile' ? [65536, 1048576] : []),
    ];
  };

export const securityOptions: Provider = (place) =>
  fitting(place, [
    { value: 'no-new-privileges', note: 'No program gains rights by set-user-id bits.' },
    { value: 'apparmor:', note: 'A profile of AppArmor, on the instance.' },
    { value: 'label:', note: 'A label of SELinux.' },
    { value: 'credentialspec:', note: 'A gMSA credential spec, for Windows.' },
  ]);
