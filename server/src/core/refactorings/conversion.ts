import type { Compatibility } from '@aws-sdk/client-ecs';
import { Analysis } from '../analysis';
import type { Change, Finding } from '../finding';
import { lint } from '../lint';
import { isPlaceholder } from '../model/placeholder';
import { nameOf, type TaskDefinition } from '../model/taskDefinition';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { applyEdits, editsOf } from '../syntax/json/edits';
import { fromPointer, pointerOf, resolve, toPointer } from '../syntax/pointer';
import { childOf, type Node, type ObjectNode, propertyOf } from '../syntax/tree';
import { all } from '../words';

/** A task definition made over for another launch type. */
export interface Conversion {
  /** For the document as it is. */
  readonly changes: readonly Change[];
  /** Sentences for a person: what has gone, what was chosen, what is to be filled in, what is left to do. */
  readonly summary: readonly string[];
}

/** The document between two steps. */
export interface Draft {
  readonly root: Node;
  readonly task: NonNullable<TaskDefinition['task']>;
  readonly definition: TaskDefinition;
  /** Refusals and run-time failures of the document as it is now. */
  readonly findings: readonly Finding[];
  /** Those that the document had before the conversion too. */
  readonly isOld: (finding: Finding) => boolean;
}

/** What a step does; nothing of it is needed. */
export interface Outcome {
  readonly changes?: readonly Change[];
  readonly summary?: readonly string[];
  /** Values that hold a mark now, for a person to replace: "executionRoleArn". */
  readonly fillIn?: readonly string[];
  /** Values that a template leaves open and that matter to the launch type. */
  readonly open?: readonly string[];
}

/** One part of a conversion; sees what the parts before it have done. */
export type Step = (draft: Draft) => Outcome;

/**
 * Whether a document can be judged as a whole: not so broken JSON, a bare list of containers, a launch type that a
 * template leaves open, and blocks of a template, which may leave out anything.
 */
export function isConvertible({ definition, parsed }: Analysis): boolean {
  const isBroken = parsed.problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');
  if (!definition?.task || definition.hasGaps || isBroken) return false;
  return !isLaunchTypeOpen(definition);
}

/**
 * Makes a task definition over, step by step. What the rules say about the result and did not say before is the last
 * part of the summary. Undefined where there is nothing to change, or `isConvertible` says no.
 */
export function convert(analysis: Analysis, steps: readonly Step[]): Conversion | undefined {
  if (!isConvertible(analysis)) return undefined;
  const before = new Set(problemsOf(analysis).map(keyOf));
  const isOld = (finding: Finding): boolean => before.has(keyOf(finding));

  const outcomes: Outcome[] = [];
  let changes: readonly Change[] = [];
  let current = analysis;
  for (const step of steps) {
    const { definition, parsed } = current;
    if (!definition?.task || !parsed.root) return undefined;
    const draft = {
      root: parsed.root,
      task: definition.task,
      definition,
      findings: problemsOf(current),
      isOld,
    };
    const outcome = step(draft);
    if (!outcome.changes?.length) {
      outcomes.push(outcome);
      continue;
    }
    const more = [
      ...changes,
      ...outcome.changes.map((change) => forOriginal(change, changes, analysis.parsed.root)),
    ];
    const edits = editsOf(analysis.text, more, analysis.parsed.root);
    // What cannot be done is said at the end.
    if (!edits) continue;
    changes = more;
    outcomes.push(outcome);
    current = new Analysis(applyEdits(analysis.text, edits), '', true);
  }
  if (current.text === analysis.text) return undefined;

  const open = outcomes.flatMap((outcome) => outcome.open ?? []);
  const fillIn = outcomes.flatMap((outcome) => outcome.fillIn ?? []);
  const left = problemsOf(current).filter((finding) => !isOld(finding));
  return {
    changes,
    summary: [
      ...outcomes.flatMap((outcome) => outcome.summary ?? []),
      ...(fillIn.length > 0 ? [`Fill in ${all(fillIn)}.`] : []),
      ...(open.length > 0 ? [`The template decides about ${all(open)}: check it.`] : []),
      ...left.map(({ message }) => `Still to do: ${message}`),
    ],
  };
}

/** The change with its pointer as it was before items were taken out of lists. */
function forOriginal(change: Change, earlier: readonly Change[], root: Node | undefined): Change {
  if (change.kind === 'text') return change;
  let node = root;
  const path: string[] = [];
  for (const step of fromPointer(change.pointer)) {
    const isItem = node?.kind === 'array' && /^\d+$/.test(step);
    path.push(isItem ? String(originalIndex(Number(step), toPointer(path), earlier)) : step);
    node = childOf(node, path.at(-1) ?? '');
  }
  return { ...change, pointer: toPointer(path) };
}

/** Counts the items that are gone before it. */
function originalIndex(index: number, list: string, earlier: readonly Change[]): number {
  const gone = earlier.flatMap((change) => {
    if (change.kind !== 'remove' || !change.pointer.startsWith(`${list}/`)) return [];
    const step = change.pointer.slice(list.length + 1);
    return /^\d+$/.test(step) ? Number(step) : [];
  });
  return [...new Set(gone)]
    .sort((a, b) => a - b)
    .reduce((at, removed) => (removed <= at ? at + 1 : at), index);
}

/** What AWS refuses and what fails when the task runs, whatever a person has turned off. */
function problemsOf(analysis: Analysis): Finding[] {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    preset: 'refused',
    rules: { 'image-architecture-mismatch': 'warning' },
  };
  return lint(analysis, { settings, syntaxErrors: false, commentErrors: false }).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
}

const keyOf = ({ rule, pointer }: Finding): string => `${rule} ${pointer}`;

function isLaunchTypeOpen({ task }: TaskDefinition): boolean {
  const listed = task?.get('requiresCompatibilities');
  // Under a misspelt key it is not known either.
  if (!listed)
    return !task?.lacks('requiresCompatibilities') && !propertyOf(task?.node, 'requiresCompatibilities');
  return isPlaceholder(listed) || (listed.kind === 'array' && listed.items.some(isPlaceholder));
}

/**
 * Makes the document require a launch type. Others that it listed beside that one stay, but for those that
 * contradict it.
 */
export function requireLaunchType(
  { task }: Draft,
  launchType: Compatibility,
  contradicting: Compatibility,
): Outcome {
  const listed = task.strings('requiresCompatibilities').map(({ value }) => value);
  const kept = listed.includes(launchType) ? listed.filter((value) => value !== contradicting) : [launchType];
  if (kept.length === listed.length && kept.every((value, i) => value === listed[i])) return {};
  return {
    changes: [insert(task.node, 'requiresCompatibilities', kept)],
    summary:
      kept.length < listed.length && listed.includes(launchType)
        ? [`Removed ${contradicting} from requiresCompatibilities.`]
        : [],
  };
}

/** Repairs by the first fix that each finding has. */
export function repair({ definition, root }: Draft, findings: readonly Finding[]): Outcome {
  const changes: Change[] = [];
  const owners = new Map<string, string[]>();
  for (const { fixes, pointer } of findings) {
    const [fix] = fixes;
    if (!fix) continue;
    changes.push(...fix.changes);
    // "Change stopTimeout to 120" is now "Changed stopTimeout to 120".
    const done = fix.title.replace(/^(Remov|Chang|Rais)e\b/, '$1ed').replace(/^Add\b/, 'Added');
    const sentence = `${done}${OWNERS}${was(fix.changes, root)}.`;
    owners.set(sentence, [...(owners.get(sentence) ?? []), ownerOf(definition, pointer)]);
  }
  return { changes, summary: sentencesOf(owners) };
}

/** ' (was 300)' */
function was(changes: readonly Change[], root: Node): string {
  const [change] = changes;
  const old = change?.kind === 'set' ? resolve(root, change.pointer) : undefined;
  return old && 'value' in old ? ` (was ${JSON.stringify(old.value)})` : '';
}

/** Stands in a sentence for the containers that it is about; no document holds it. */
export const OWNERS = '\uE000';

/** Each sentence with its containers. */
export function sentencesOf(owners: ReadonlyMap<string, readonly string[]>): string[] {
  return [...owners].map(([sentence, containers]) => {
    const names = [...new Set(containers)].filter(Boolean);
    return sentence.replace(OWNERS, () => (names.length > 0 ? ` in ${all(names)}` : ''));
  });
}

/** The name of the container that holds a value, in quotes; '' for a value of the task. */
export function ownerOf({ containers }: TaskDefinition, pointer: string): string {
  const owner = containers.find(({ node }) => `${pointer}/`.startsWith(`${pointerOf(node)}/`));
  return owner ? quoted(nameOf(owner, containers)) : '';
}

export const quoted = (name: string): string => `"${name}"`;

export function insert(
  node: ObjectNode,
  key: string,
  value: Extract<Change, { kind: 'insert' }>['value'],
): Change {
  return { kind: 'insert', pointer: pointerOf(node), key, value };
}

/** Takes nodes away, and with them members that would be left empty: linuxParameters without its only member. */
export function removals(nodes: readonly Node[]): Change[] {
  const gone = new Set(nodes);
  for (const node of gone) {
    const { parent } = node;
    // Items of a list, which containers and volumes are, stay.
    if (parent?.parent?.kind === 'object' && childrenOf(parent).every((child) => gone.has(child)))
      gone.add(parent);
  }
  return [...gone].map((node) => ({ kind: 'remove', pointer: pointerOf(node) }));
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : [];
}
