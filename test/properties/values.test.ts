import { describe, expect, it } from 'vitest';
import { hasPlaceholder } from '../../server/src/core/model/placeholder';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { type Node, pathOf } from '../../server/src/core/syntax/tree';
import { judge, repair, repairAll } from './judge';
import { corpusSamples, ownSamples, type Sample, thorough, timeout } from './samples';

const OF_EACH_TYPE = ['null', 'true', '0', '-1', '1.5', '""', '"x"', '[]', '{}'];
const MARKS = ['${X}', '{{ must_env `X` }}', '<IMAGE1_NAME>', '__X__', '%X%', '#{X}#', '$X', '@@X@@'];

/** Repairing takes longer than judging; the number shares no factor with the number of values. */
const REPAIR_STEP = thorough ? 1 : 25;

/** Some examples are long because AWS refuses them for it; in these nothing is replaced. */
const isShort = ({ text }: Sample): boolean => text.length < 15_000;

function nodesOf(node: Node | undefined): Node[] {
  if (node?.kind === 'array') return [node, ...node.items.flatMap(nodesOf)];
  if (node?.kind === 'object') return [node, ...node.properties.flatMap(({ value }) => nodesOf(value))];
  return node ? [node] : [];
}

/** The texts with each value replaced; `nth` counts the replacements. */
function* replaced(
  samples: readonly Sample[],
  values: readonly string[],
  isMeant: (node: Node) => boolean = () => true,
): Generator<{ text: string; node: Node; nth: number }> {
  let nth = 0;
  for (const { text } of samples.filter(isShort)) {
    for (const node of nodesOf(parseJson(text).root).filter(isMeant)) {
      for (const value of values) {
        yield { text: text.slice(0, node.start) + value + text.slice(node.end), node, nth: nth++ };
      }
    }
  }
}

describe('each value replaced by one of each type', () => {
  it('in every document of the project', { timeout }, () => {
    let documents = 0;
    for (const { text, nth } of replaced(ownSamples(), OF_EACH_TYPE)) {
      documents++;
      const findings = judge(text);
      if (nth % REPAIR_STEP > 0) continue;
      for (const finding of findings) for (const fix of finding.fixes) repair(text, finding, fix, findings);
      repairAll(text, findings);
    }
    expect(documents).toBeGreaterThan(10_000);
  });

  const corpus = corpusSamples();
  it.skipIf(corpus.length === 0)(
    'in real files (skipped where ../shared/corpus is absent)',
    { timeout },
    () => {
      let documents = 0;
      for (const { text, nth } of replaced(corpus, OF_EACH_TYPE)) {
        if (!thorough && nth % 4 > 0) continue;
        documents++;
        const findings = judge(text);
        if (nth % REPAIR_STEP === 0) repairAll(text, findings);
      }
      expect(documents).toBeGreaterThan(10_000);
    },
  );
});

describe('each value left open by a template', () => {
  const errorsIn = (text: string) =>
    judge(text)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, pointer }) => `${rule} ${pointer}`);

  it('makes no error in a document without one', { timeout }, () => {
    const right = [...ownSamples(), ...corpusSamples()].filter(({ text }) => errorsIn(text).length === 0);
    let documents = 0;
    for (const [i, mark] of MARKS.entries()) {
      // In a command `$X` is the shell's, and so a value like any other.
      const isOpen = (node: Node) => node.parent !== undefined && hasPlaceholder(mark, pathOf(node));
      for (const { text, nth, node } of replaced(right, [JSON.stringify(mark)], isOpen)) {
        if (!thorough && nth % MARKS.length !== i) continue;
        documents++;
        expect(errorsIn(text), `${mark} at ${pathOf(node).join('/')} in ${text}`).toEqual([]);
      }
    }
    expect(documents).toBeGreaterThan(1_000);
  });
});
