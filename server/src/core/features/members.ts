import type { Analysis } from '../analysis';
import { NOTES } from '../knowledge/notes.generated';
import { type Node, pathOf } from '../syntax/tree';

/**
 * The steps of a node inside the task definition: without the wrapper of describe output, and as if a bare
 * list of containers stood under `containerDefinitions`. Undefined outside of the definition.
 */
export function definitionPath(analysis: Analysis, node: Node): (string | number)[] | undefined {
  return inDefinition(analysis, pathOf(node));
}

/** The same for steps from the top of the document. */
export function inDefinition(
  analysis: Analysis,
  path: readonly (string | number)[],
): (string | number)[] | undefined {
  if (analysis.kind === 'container-definitions') return ['containerDefinitions', ...path];
  const wrapped = analysis.node !== undefined && analysis.node !== analysis.parsed.root;
  if (!wrapped) return [...path];
  return path[0] === 'taskDefinition' ? path.slice(1) : undefined;
}

/** `['containerDefinitions', 0, 'memory']` to `containerDefinitions.memory`, the name of a note. */
export function memberName(path: readonly (string | number)[]): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** The page of AWS's documentation that the note of a member ends with; an item is explained by its list. */
export function notePage(path: readonly (string | number)[]): string | undefined {
  const name = memberName(path);
  const note = Object.hasOwn(NOTES, name) ? NOTES[name] : undefined;
  return note && /\]\((https:[^\s)]+)\)\s*$/.exec(note)?.[1];
}
