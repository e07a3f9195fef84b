import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** An operator whose argument is a regular expression, or a quoted text: there brackets and equals signs mean something else. */
const FREE_TEXT = /=~|!~|matches|["']/;
/** An equals sign that is no part of == != >= <= */
const SINGLE_EQUALS = /(?<![=!<>])=(?![=>])/g;

/** Anything that compares, by its sign or in words. */
const OPERATOR = /[=!<>~]|\b(?:not_)?(?:equals|exists|in|matches)\b|\b(?:greater|less)_than(?:_equal)?\b/i;
const JOINS = /^(?:and|or|&&|\|\|)$/i;
const COMPARES = /^(?:[=!]=|[<>]=?)$/;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

export default defineRule({
  id: 'placement-expression-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'placementConstraints',
  facts: ['PLC-1'],
  docs: {
    title: 'A placement expression that cannot be read',
    why: 'AWS reads the expression of a placement constraint when the definition is registered, and refuses one that is not in its cluster query language. Attributes that no instance has are accepted.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html',
    ],
  },
  messages: {
    blank:
      'This placement expression is blank. Say which instances fit, such as attribute:ecs.instance-type == t3.large.',
    equals: 'A placement expression compares with ==, and "=" is no operator. Write ==.',
    operator:
      'This placement expression compares nothing: it has no operator, such as == or exists. Write it as attribute:stack == prod.',
    dangling: 'Something is missing in this placement expression, {place} "{word}".',
    brackets: 'A bracket of this placement expression is not closed, or not opened: {bracket}',
  },
  check(definition, { report }) {
    // Fargate takes no constraints at all: said by member-not-supported.
    if (!definition.task?.get('placementConstraints') || definition.requires('FARGATE')) return;
    for (const constraint of definition.task.objects('placementConstraints')) {
      const expression = constraint.string('expression');
      if (!expression) continue;
      const { value, node } = expression;
      const at = atValue(node);
      if (value.trim() === '') {
        const remove: Fix = {
          title: 'Remove this constraint',
          changes: [{ kind: 'remove', pointer: pointerOf(constraint.node) }],
          safe: false,
        };
        report('blank', at, { fixes: [remove], droppedByDeployAction: value === '' });
        continue;
      }
      if (FREE_TEXT.test(value)) continue;
      const repaired = value.replace(SINGLE_EQUALS, '==');
      const bracket = looseBracket(value);
      if (repaired !== value) {
        report('equals', at, {
          fixes: [
            {
              title: `Change expression to "${repaired}"`,
              changes: [{ kind: 'set', pointer: pointerOf(node), value: repaired }],
              safe: false,
            },
          ],
        });
      } else if (bracket) report('brackets', at, { data: { bracket } });
      else if (!OPERATOR.test(value)) report('operator', at);
      else {
        const words = value.trim().split(/\s+/);
        const [first = '', ...others] = words;
        const last = others.at(-1) ?? '';
        const before = others.at(-2) ?? '';
        if (JOINS.test(first) || COMPARES.test(first))
          report('dangling', at, { data: { place: 'before', word: first } });
        // What stands behind an operator is a value, even if it is called "and".
        else if (COMPARES.test(last) || (JOINS.test(last) && !COMPARES.test(before)))
          report('dangling', at, { data: { place: 'behind', word: last } });
      }
    }
  },
});

/** The first bracket that has no partner. */
function looseBracket(expression: string): string | undefined {
  const open: string[] = [];
  for (const character of expression) {
    if (character in CLOSING) open.push(character);
    else if (character === ')' || character === ']') {
      const last = open.pop();
      if (last === undefined || CLOSING[last] !== character) return character;
    }
  }
  return open.at(-1);
}
