import type { Analysis } from '../analysis';
import type { Change, Fix } from '../finding';
import { usesOf } from '../model/references';
import { pointerOf } from '../syntax/pointer';
import { fits } from './conversion';
import { show } from './data';
import { empty } from './length';
import type { Draft } from './rules';
import { isOptional, label, locate, removal, type Site } from './sites';

/** A string with characters, or of a form, that AWS does not allow. */
export function wrongPattern(site: Site, analysis: Analysis): Draft | undefined {
  const { node, schema } = site;
  if (node.kind !== 'string' || !schema?.pattern) return undefined;
  if (node.value === '') return empty(site, analysis.definition);
  const location = locate(site);
  if (node.value.trim() === '' && isOptional(site)) {
    const message = `${label(site)} is blank: AWS refuses it. Leave the key out.`;
    return { rule: 'schema/pattern', message, location, fixes: [removal(site, true)] };
  }
  const message = `${label(site)} must be ${schema.patternErrorMessage}, not ${show(node.value)}.`;
  return {
    rule: 'schema/pattern',
    message,
    location,
    fixes: cleaned(site, node.value, analysis),
  };
}

/** The same value without what is not allowed, where that is obvious. Never for an image: it would name another one. */
function cleaned(site: Site, given: string, analysis: Analysis): Fix[] {
  const { node, schema = {}, parent, path, pointer } = site;
  const clean = CLEANERS[`${parent?.schema?.struct ?? ''}.${path.at(-1)}`];
  const value = clean?.(given);
  if (value === undefined || !fits(schema, value) || isTaken(site, value)) return [];
  const renamed = usesOf(analysis, node).map(
    (use): Change => ({ kind: 'set', pointer: pointerOf(use.node), value: value + use.rest }),
  );
  return [
    {
      title: `Change ${path.at(-1)} to ${show(value)}`,
      changes: [{ kind: 'set', pointer, value }, ...renamed],
      safe: false,
    },
  ];
}

const name = (text: string): string => text.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');

const CLEANERS: Readonly<Record<string, (text: string) => string>> = {
  '.family': name,
  'ContainerDefinition.name': name,
  'Volume.name': name,
  'PortMapping.name': (text) => name(text.toLowerCase()),
  'PortMapping.containerPortRange': (text) => text.replace(/\s+/g, '').replace(/\.\.|[:\u2013]/, '-'),
};

/** More names than anyone has; comparing each of thousands with all others would take seconds. */
const MANY = 100;

/** Whether another item of the list has the name already. */
function isTaken({ parent, path }: Site, value: string): boolean {
  const list = parent?.node.parent;
  if (path.at(-1) !== 'name' || list?.kind !== 'array') return false;
  if (list.items.length > MANY) return true;
  return list.items.some(
    (item) =>
      item.kind === 'object' &&
      item.properties.some(
        (member) => member.key === 'name' && member.value?.kind === 'string' && member.value.value === value,
      ),
  );
}
