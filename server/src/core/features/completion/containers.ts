import { type Container, isEssential } from '../../model/taskDefinition';
import { startingAfter } from '../../rules/otherContainers';
import {
  type Choice,
  containerOf,
  nameOf,
  othersIn,
  type Path,
  type Place,
  type Provider,
  textBeside,
} from './place';

/** Containers of the task that this one can wait for. */
export const awaited: Provider = (place) => {
  const condition = textBeside(place, 'condition');
  return others(place, 'containerName').filter(
    ({ container }) => condition === undefined || condition === '' || canMeet(condition, container),
  );
};

/** Containers whose volumes this one can mount. */
export const volumeSources: Provider = (place) => others(place, 'sourceContainer');

/** Containers that this one can be linked to. */
export const linked: Provider = (place) => {
  const aliases = [...othersIn(place, place.path.slice(0, -1))];
  return others(place).filter(({ value }) => !aliases.some((link) => link.split(':', 1)[0] === value));
};

/** The proxy of the task: what runs Envoy, before all others. */
export const proxies: Provider = (place) => {
  const isProxy = ({ container }: Other) => /envoy/i.test(container.string('image')?.value ?? '');
  const all = others(place);
  return [...all.filter(isProxy), ...all.filter((other) => !isProxy(other))];
};

/** What the container that is named can do before this one starts; the strongest first. */
export const conditions: Provider = (place) => conditionsOf(textBeside(place, 'containerName'), place);

/** @param name of the container that is waited for */
export function conditionsOf(name: string | undefined, { definition, schema }: Place): Choice[] {
  const target = name === undefined ? undefined : definition.container(name);
  const values = schema.enum ?? [];
  return ['SUCCESS', 'HEALTHY', 'COMPLETE', 'START']
    .filter((condition) => values.includes(condition) && (!target || canMeet(condition, target)))
    .map((value) => ({ value, note: schema.enumDescriptions?.[values.indexOf(value)] }));
}

interface Other extends Choice {
  readonly value: string;
  readonly container: Container;
}

/** All but the one that the place is in, those that start after it, and those that stand in the list already. */
function others(place: Place, key?: string): Other[] {
  const own = containerOf(place);
  const ownName = nameOf(own);
  const later = ownName === undefined ? new Set() : startingAfter(ownName, place.definition);
  const there = key === undefined ? new Set() : othersIn(place, listOf(place.path), key);
  const seen = new Set<string>();
  return place.definition.containers.flatMap((container) => {
    const name = nameOf(container);
    if (!name || name === ownName || seen.has(name) || later.has(name) || there.has(name)) return [];
    seen.add(name);
    return [{ value: name, container, detail: container.string('image')?.value }];
  });
}

/** Steps to the list around the innermost object. */
const listOf = (path: Path): Path => path.slice(0, -2);

function canMeet(condition: string, container: Container): boolean {
  if (condition === 'HEALTHY') return container.get('healthCheck') !== undefined;
  if (condition === 'COMPLETE' || condition === 'SUCCESS') return isEssential(container) !== true;
  return true;
}
