import type { Change, Json } from './finding';
import { editsOf, type TextEdit } from './syntax/json/edits';
import { parseJson } from './syntax/json/parse';
import { toPointer } from './syntax/pointer';
import { childOf, type Node } from './syntax/tree';

/**
 * The edits of a config file that turn a rule off, everywhere or in one container. The reason is left for the
 * author to fill in. Undefined where the file is too broken to edit.
 *
 * @param config the text of the file; blank for a new one
 */
export function silence(config: string, rule: string, container?: string): TextEdit[] | undefined {
  const off = { [rule]: 'off' };
  const override = { container: container ?? '', rules: off, reason: '' };
  if (config.trim() === '') {
    const content = container === undefined ? { rules: off } : { overrides: [override] };
    const newText = `${JSON.stringify(content, null, 2)}\n`;
    return [{ range: { start: 0, end: config.length }, newText }];
  }
  const { root, breaks } = parseJson(config);
  if (root?.kind !== 'object' || breaks.length > 0) return undefined;
  const change =
    container === undefined
      ? setting(root, [], ['rules', rule], 'off')
      : silenceIn(container, root, rule, override);
  return editsOf(config, [change], root);
}

function silenceIn(container: string, root: Node, rule: string, override: Json): Change {
  const overrides = childOf(root, 'overrides');
  if (overrides?.kind !== 'array') return setting(root, [], ['overrides'], [override]);
  // The last one that matches counts, so that only the last one may be added to.
  const last = overrides.items.at(-1);
  const name = childOf(last, 'container');
  const fits = name?.kind === 'string' && name.value === container && !childOf(last, 'path');
  if (!last || !fits) return { kind: 'append', pointer: '/overrides', value: override };
  return setting(last, ['overrides', overrides.items.length - 1], ['rules', rule], 'off');
}

/** Gives a member below `holder` a value; the objects on the way are made where they are missing. */
function setting(
  holder: Node,
  path: (string | number)[],
  [key = '', ...rest]: string[],
  value: Json,
): Change {
  const pointer = toPointer(path);
  const child = childOf(holder, key);
  if (child?.kind === 'object' && rest.length > 0) return setting(child, [...path, key], rest, value);
  const whole = rest.reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
  return child
    ? { kind: 'set', pointer: toPointer([...path, key]), value: whole }
    : { kind: 'insert', pointer, key, value: whole };
}
