import { type Choice, choices, containerOf, othersIn, type Provider, textBeside } from './place';

/** Variables that other containers have and this one lacks. */
export const variableNames: Provider = (place) => variables(place, 'environment');
export const secretNames: Provider = (place) => variables(place, 'secrets');

/** The values that other containers give the variable. */
export const variableValues: Provider = (place) => {
  const name = textBeside(place, 'name');
  const own = containerOf(place)?.node;
  return choices(
    place.definition.containers
      .filter(({ node }) => node !== own)
      .flatMap((container) => container.objects('environment'))
      .filter((variable) => variable.string('name')?.value === name)
      .map((variable) => variable.string('value')?.value),
    'in another container',
  );
};

function variables(place: Parameters<Provider>[0], list: 'environment' | 'secrets'): Choice[] {
  const own = containerOf(place);
  const there = new Set([
    ...othersIn(place, place.path.slice(0, -2), 'name'),
    ...(own
      ?.objects(list === 'secrets' ? 'environment' : 'secrets')
      .map((item) => item.string('name')?.value) ?? []),
  ]);
  const names = place.definition.containers
    .filter(({ node }) => node !== own?.node)
    .flatMap((container) => container.objects(list).map((item) => item.string('name')?.value));
  return choices(
    names.filter((name) => name !== undefined && !there.has(name)),
    'in another container',
  );
}
