import type { Change, Finding } from './finding';
import { applyEdits, editsOf, type TextEdit } from './syntax/json/edits';
import { parseJson } from './syntax/json/parse';
import { toPointer } from './syntax/pointer';
import type { Range } from './syntax/tree';

/** Far more than needed: most documents take two rounds, one of which finds nothing left to do. */
const MAX_ROUNDS = 100;

/**
 * Makes the safe fixes of all findings, again and again until none is left. Where two fixes of a round touch the
 * same place, the one whose finding comes first wins; the other one waits for the next round, and for what is said
 * then. It always ends: a fix is made a second time only after the number of findings has fallen to a new low, so
 * that fixes which undo one another, or do not help, are made once. What only takes something out makes the text
 * shorter, and may be made again: the next item of a list has moved up to the same place.
 *
 * @param lint says what is wrong with a text
 */
export function fixAll(text: string, lint: (text: string) => readonly Finding[]): { text: string } {
  let findings = lint(text);
  let fewest = findings.length;
  const tried = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { edits, keys } = nextRound(text, findings, tried);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    findings = lint(text);
    if (findings.length < fewest) {
      fewest = findings.length;
      tried.clear();
    } else for (const key of keys) tried.add(key);
  }
  return { text };
}

interface Candidate {
  /** Undefined for a fix that may be made again. */
  readonly key: string | undefined;
  readonly changes: readonly Change[];
  readonly edits: readonly TextEdit[];
}

/** The edits of all fixes that can be made together, and the keys of these fixes. */
function nextRound(text: string, findings: readonly Finding[], tried: ReadonlySet<string>) {
  const { root } = parseJson(text);
  const chosen: Candidate[] = [];
  const places = new Places();
  const newMembers = new Set<string>();
  for (const finding of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const fix = finding.fixes.find(({ safe }) => safe);
    if (!fix) continue;
    const isRemoval = fix.changes.every(({ kind }) => kind === 'remove');
    const key = isRemoval ? undefined : JSON.stringify([finding.rule, fix.changes]);
    if (key !== undefined && tried.has(key)) continue;
    const edits = editsOf(text, fix.changes, root);
    if (!edits || edits.length === 0 || !places.areFree(edits)) continue;
    const members = fix.changes.flatMap(newMember);
    if (members.some((member) => newMembers.has(member))) continue;
    for (const member of members) newMembers.add(member);
    places.take(edits);
    chosen.push({ key, changes: fix.changes, edits });
  }
  const together = editsOf(
    text,
    chosen.flatMap(({ changes }) => changes),
    root,
  );
  const [first] = chosen;
  const made = together ? chosen : first ? [first] : [];
  return { edits: together ?? first?.edits ?? [], keys: made.flatMap(({ key }) => key ?? []) };
}

/** The pointer of the member that a change makes: no two fixes may make the same. */
function newMember(change: Change): string[] {
  if (change.kind === 'insert') return [change.pointer + toPointer([change.key])];
  if (change.kind === 'rename') {
    return [change.pointer.slice(0, change.pointer.lastIndexOf('/')) + toPointer([change.key])];
  }
  return [];
}

/** What the edits chosen so far replace, in order. Edits that merely touch are no hindrance: they are worked out together. */
class Places {
  readonly #taken: Range[] = [];

  areFree(edits: readonly TextEdit[]): boolean {
    return edits.every(({ range }) => (this.#taken[this.#after(range)]?.start ?? Infinity) >= range.end);
  }

  take(edits: readonly TextEdit[]): void {
    for (const { range } of edits) this.#taken.splice(this.#after(range), 0, range);
  }

  /** The index of the first place that ends behind the start of the range. */
  #after({ start }: Range): number {
    let low = 0;
    let high = this.#taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#taken[middle]?.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
