import type { Analysis } from '../analysis';
import { containerAt } from '../model/taskDefinition';
import { editsOf } from '../syntax/json/edits';
import { nodeAt, type Range } from '../syntax/tree';
import { addEfsVolume } from './addEfsVolume';
import { addHealthCheck } from './addHealthCheck';
import { addLogConfiguration } from './addLogConfiguration';
import { addSidecar } from './addSidecar';
import { extractEnvironment } from './extractEnvironment';
import { moveToSecrets } from './moveToSecrets';
import { pinImage } from './pinImage';
import type { Refactor, Refactoring, Spot } from './refactoring';
import { removeDefaults } from './removeDefaults';
import { routeLogs } from './routeLogs';
import { sortEnvironment } from './sortEnvironment';
import { sortKeys } from './sortKeys';

/** In the order in which a menu shows them. */
const REFACTORS: readonly Refactor[] = [
  moveToSecrets,
  extractEnvironment,
  sortEnvironment,
  pinImage,
  addHealthCheck,
  addLogConfiguration,
  addEfsVolume,
  routeLogs,
  addSidecar,
  sortKeys,
  removeDefaults,
];

/**
 * What could be changed at a selection, and can be.
 *
 * @param isAsked whether somebody wants to see refactorings: then what is about the container, or about the whole
 * document, is offered anywhere in it; else only where it is about this very place
 */
export function refactoringsAt(analysis: Analysis, selection: Range, isAsked: boolean): Refactoring[] {
  const { definition, parsed, text } = analysis;
  const isBroken =
    parsed.template?.isTorn || parsed.problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');
  if (!definition || isBroken) return [];
  const node = nodeAt(definition.node, selection.start);
  const container = node && containerAt(node, definition);
  const isInside =
    container && container.node.start <= selection.start && selection.end <= container.node.end;
  const spot: Spot = {
    analysis,
    definition,
    selection,
    container: isInside ? container : undefined,
    isAsked,
  };
  return REFACTORS.flatMap((refactor) => refactor(spot)).filter(
    ({ changes }) => (editsOf(text, changes, parsed.root) ?? []).length > 0,
  );
}
