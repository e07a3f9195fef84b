import type { Fix } from '../finding';
import type { Draft } from './rules';
import { label, locate, removal, type Site } from './sites';
import { unitOf } from './units';

/** A number outside of the limits. */
export function outOfRange(site: Site): Draft | undefined {
  const { node, schema, pointer, path } = site;
  if (node.kind !== 'number' || !schema) return undefined;
  const { minimum, maximum } = schema;
  const low = minimum !== undefined && node.value < minimum;
  const bound = low ? minimum : maximum;
  if (bound === undefined) return undefined;
  const unit = unitOf(site);
  const counted = unit ? ` ${unit}` : '';
  const limits =
    minimum !== undefined && maximum !== undefined
      ? `from ${minimum} to ${maximum}${counted}`
      : minimum === undefined
        ? `at most ${maximum}${counted}`
        : `at least ${minimum}${counted}`;
  const fix: Fix = {
    title: `Change ${path.at(-1)} to ${bound}`,
    changes: [{ kind: 'set', pointer, value: bound }],
    safe: false,
  };
  return {
    rule: 'schema/range',
    message: `${label(site)} must be ${limits}: ${node.value} is too ${low ? 'low' : 'high'}.`,
    location: locate(site),
    fixes: [fix, ...defaultStorage(site)],
  };
}

/** 20 GiB are what a task has without asking. */
function defaultStorage({ node, parent }: Site): Fix[] {
  const asksForDefault =
    parent?.schema?.struct === 'EphemeralStorage' && node.kind === 'number' && node.value === 20;
  return asksForDefault ? [removal(parent, false)] : [];
}
