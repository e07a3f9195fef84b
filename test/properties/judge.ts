import { Analysis } from '../../server/src/core/analysis';
import { codeLenses } from '../../server/src/core/features/codeLens';
import { type Completion, type Proposal, toPlain } from '../../server/src/core/features/completion';
import { inlayHints } from '../../server/src/core/features/inlayHints';
import type { Finding, Fix } from '../../server/src/core/finding';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { convertToEc2 } from '../../server/src/core/refactorings/convertToEc2';
import { convertToFargate } from '../../server/src/core/refactorings/convertToFargate';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { applyEdits, editsOf, type TextEdit } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { fromPointer, resolve, toPointer } from '../../server/src/core/syntax/pointer';
import { propertyOf, type Range } from '../../server/src/core/syntax/tree';

/** A name under which any text is judged, even an empty one. */
export const PATH = 'task-definition.json';

/** What must hold does not; the message ends with the text, to be made a test of its own. */
export class Broken extends Error {
  constructor(what: string, text: string) {
    super(`${what}\n${text.length > 4000 ? `${text.slice(0, 4000)}... (${text.length} characters)` : text}`);
  }
}

export function must(holds: boolean, text: string, what: () => string): void {
  if (!holds) throw new Broken(what(), text);
}

/** What every rule finds in a text. A line in the log is a failure. */
function lintAll(analysis: Analysis): readonly Finding[] {
  return lint(analysis, {
    settings: { ...DEFAULT_SETTINGS, preset: 'strict' },
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => {
      throw new Broken(line, analysis.text);
    },
  });
}

/** Judges a text and checks what must hold for the findings of any text. */
export function judge(text: string): readonly Finding[] {
  const analysis = new Analysis(text, PATH);
  const findings = lintAll(analysis);
  const said = new Set<string>();
  let earlier = 0;
  for (const { rule, message, range, related, pointer } of findings) {
    const name = `${rule} (${message})`;
    const isInside = ({ start, end }: Range) => 0 <= start && start <= end && end <= text.length;
    must(isInside(range), text, () => `${name}: ${range.start} to ${range.end} is not in the text`);
    must(related.every(isInside), text, () => `${name}: a related place is not in the text`);
    must(range.start >= earlier, text, () => `${name} is not in order`);
    must(isPointer(analysis, pointer), text, () => `${name}: nothing is at ${pointer}`);
    mustBeSense(message, text);
    const key = `${range.start} ${range.end} ${name}`;
    must(!said.has(key), text, () => `${name} is said twice`);
    said.add(key);
    earlier = range.start;
  }
  glance(analysis, findings);
  return findings;
}

/** The words are there, and none of them has slipped out of a program. */
export function mustBeSense(words: string, text: string): void {
  const nonsense = /undefined|NaN|\[object |=>|^\s*$/.exec(words)?.[0];
  must(!nonsense || text.includes(nonsense), text, () => `"${nonsense}" in ${words}`);
}

/** Asks for what stands between the words and above the lines, and checks that it is about this text. */
function glance(analysis: Analysis, findings: readonly Finding[]): void {
  const { text } = analysis;
  const settings = {
    ...DEFAULT_SETTINGS,
    inlayHints: { ...DEFAULT_SETTINGS.inlayHints, stopTimeouts: true },
  };
  let earlier = -1;
  for (const { offset, label, tooltip } of inlayHints(analysis, settings, { start: 0, end: text.length })) {
    must(offset > earlier && offset <= text.length, text, () => `${label}: not in order, or not in the text`);
    for (const words of [label, tooltip]) mustBeSense(words, text);
    earlier = offset;
  }
  for (const { range, title } of codeLenses(analysis, findings, settings)) {
    const isBracket = range.end === range.start + 1 && '{['.includes(text.charAt(range.start) || ' ');
    must(isBracket, text, () => `${title}: stands at ${range.start}, where nothing opens`);
    mustBeSense(title, text);
  }
}

/** A pointer names a value, or a key that still has none. In what a second key of its name hides it names nothing. */
function isPointer({ parsed }: Analysis, pointer: string): boolean {
  if (pointer === '' || resolve(parsed.root, pointer)) return true;
  if (parsed.problems.some(({ kind }) => kind === 'duplicate-key')) return true;
  const steps = fromPointer(pointer);
  const holder = resolve(parsed.root, toPointer(steps.slice(0, -1)));
  return propertyOf(holder, steps.at(-1) ?? '') !== undefined;
}

/** Whether the text is JSON, apart from comments and stray commas, and not a template that is to become JSON. */
export function isWhole(text: string): boolean {
  const { problems, template } = parseJson(text);
  return !template && !problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');
}

export const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/**
 * Rules whose fixes let others see more than before: a value under its right name or of its right type, the network
 * mode. What those then say is no fault of the fix.
 */
const UNCOVERING = /^(?:schema\/.*|describe-output|fargate-network-mode)$/;
const uncovers = (rule: string): boolean => UNCOVERING.test(rule);

/** The text with edits made, which have to be in order, apart from each other and in the text. */
export function edited(text: string, edits: readonly TextEdit[], name: string): string {
  let end = 0;
  for (const { range } of edits) {
    must(range.start >= end && range.start <= range.end, text, () => `${name}: edits overlap`);
    must(range.end <= text.length, text, () => `${name}: an edit outside of the text`);
    end = range.end;
  }
  return applyEdits(text, edits);
}

/** Makes one fix, and checks that what comes of it is sound. */
export function repair(text: string, { rule, message }: Finding, fix: Fix, before: readonly Finding[]): void {
  const name = `${rule}: ${fix.title}`;
  const edits = editsOf(text, fix.changes);
  must(edits !== undefined || !isWhole(text), text, () => `${name} cannot be made`);
  if (!edits) return;
  const fixed = edited(text, edits, name);
  must(fixed !== text, text, () => `${name} changes nothing`);
  const after = judge(fixed);
  if (!isWhole(text)) return;
  must(isWhole(fixed), text, () => `${name} leaves what cannot be read:\n${fixed}`);
  const same = (list: readonly Finding[]) =>
    list.filter((other) => other.rule === rule && other.message === message).length;
  must(same(after) < same(before), text, () => `${name} leaves what it was for:\n${fixed}`);
  const added = errorsIn(after) - errorsIn(before);
  // What is for the author to choose may bring with it what the author has to settle then.
  must(added <= 0 || !fix.safe || uncovers(rule), text, () => `${name} adds ${added} errors:\n${fixed}`);
}

/** Makes all safe fixes, and checks that this ends, leaves whole what was whole, and adds no error. */
export function repairAll(text: string, before: readonly Finding[]): string {
  let uncovered = false;
  const relint = (version: string): readonly Finding[] => {
    const found = lintAll(new Analysis(version, PATH));
    uncovered ||= found.some(({ rule, fixes }) => uncovers(rule) && fixes.some(({ safe }) => safe));
    return found;
  };
  const { text: fixed } = fixAll(text, relint);
  if (fixed === text) return fixed;
  must(isWhole(fixed) || !isWhole(text), text, () => `fix all leaves what cannot be read:\n${fixed}`);
  const again = fixAll(fixed, relint).text;
  must(again === fixed, text, () => `fix all, made again, changes\n${fixed}\nto\n${again}`);
  const added = errorsIn(relint(fixed)) - errorsIn(before);
  must(added <= 0 || uncovered, text, () => `fix all adds ${added} errors:\n${fixed}`);
  return fixed;
}

/** Whether the shape is right: else a change of something else may let rules see more than before. */
export const isClear = (findings: readonly Finding[]): boolean =>
  !findings.some(({ rule }) => uncovers(rule));

/** Makes the document over for Fargate and for EC2, and checks that this can be done and is then done. */
export function convert(text: string, before: readonly Finding[]): void {
  for (const make of [convertToFargate, convertToEc2]) {
    const conversion = make(new Analysis(text, PATH));
    if (!conversion) continue;
    const edits = editsOf(text, conversion.changes);
    must(edits !== undefined, text, () => `${make.name} cannot be made`);
    const made = edited(text, edits ?? [], make.name);
    must(isWhole(made) || !isWhole(text), text, () => `${make.name} leaves what cannot be read:\n${made}`);
    judge(made);
    // What a key in the wrong place leaves open is decided only when the conversion has taken it out.
    if (!isClear(before)) continue;
    const again = make(new Analysis(made, PATH));
    must(!again?.changes.length, text, () => `${make.name}, made again, has more to do:\n${made}`);
  }
}

/** What a completion is told of where its document is. */
export const SURROUNDINGS = { path: PATH, images: () => [], region: '', assumeLaunchType: 'none' } as const;

/** What an editor without snippets does to choose a proposal. */
export function editsFor({ range, missing }: Completion, { inside, text }: Proposal): TextEdit[] {
  const edit = { range: inside?.replace ?? range, newText: toPlain(text) };
  if (!missing || inside) return [edit];
  const { sign, at } = missing;
  return [{ range: { start: at, end: at }, newText: sign }, edit];
}

/** The text with a proposal in it. */
export function accept(text: string, completion: Completion, proposal: Proposal): string {
  return edited(text, editsFor(completion, proposal), proposal.label);
}
