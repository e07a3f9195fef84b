import { moveToSecrets as repairs } from '../rules/secretFixes';
import { pointerOf } from '../syntax/pointer';
import { isIn, type Refactor } from './refactoring';

/** Moves the variable under the cursor to `secrets`: as a parameter, or as a secret. */
export const moveToSecrets: Refactor = (spot) => {
  const { container, definition } = spot;
  const variables = container?.objects('environment') ?? [];
  const name = variables.find(({ node }) => isIn(spot, node))?.string('name')?.value;
  if (!container || !name) return [];
  // AWS refuses a name that stands in both.
  if (container.objects('secrets').some((secret) => secret.string('name')?.value === name)) return [];
  const removals = variables
    .filter((variable) => variable.string('name')?.value === name)
    .map(({ node }) => ({ kind: 'remove' as const, pointer: pointerOf(node) }));
  return repairs({ definition, name, removals, holder: container.node, list: 'secrets' }).map(
    ({ title, changes }) => ({ title, kind: 'refactor.extract', changes }),
  );
};
