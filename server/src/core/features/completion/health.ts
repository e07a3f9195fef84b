import { type HealthCheckRecipe, healthChecksFor } from '../../model/healthChecks';
import { type Choice, choices, containerOf, nodeOf, type Place, type Provider } from './place';
import { stop } from './snippet';

/** Health checks that are likely to work with the image and the ports of the container. */
export function recipes(place: Place): readonly HealthCheckRecipe[] {
  const container = containerOf(place);
  return container ? healthChecksFor(container, place.definition) : [];
}

/** What asks, and what must be so for that. */
export function saying({ asks, needs }: HealthCheckRecipe): Pick<Choice, 'label' | 'detail'> {
  return { label: `health check: ${asks}`, detail: needs && `if ${needs}` };
}

/** Whole commands. */
export const commands: Provider = (place) => {
  const known = recipes(place).map((recipe) => ({
    ...saying(recipe),
    value: [...recipe.healthCheck.command],
  }));
  if (known.length > 0) return known;
  return [{ label: 'command for the shell', value: ['CMD-SHELL', `${stop('<COMMAND>')} || exit 1`] }];
};

/** Items of the command: how it is run, then what. */
export const commandItems: Provider = (place) => {
  const index = place.path.at(-1);
  const commands = recipes(place).map(({ healthCheck }) => healthCheck.command);
  if (index === 0)
    return [
      { value: 'CMD-SHELL', note: 'One text, for the shell of the container.' },
      { value: 'CMD', note: 'A program and its arguments, one item each; needs no shell.' },
    ];
  const first = nodeOf(place, [...place.path.slice(0, -1), 0]);
  if (index !== 1 || first?.kind !== 'string') return [];
  return choices(commands.filter(([way]) => way === first.value).map(([, command]) => command));
};
