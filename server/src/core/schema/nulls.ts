import type { Analysis } from '../analysis';
import type { Change, Fix } from '../finding';
import type { TaskDefinition } from '../model/taskDefinition';
import { addRequired } from './proposals';
import type { Draft } from './rules';
import { everyObject, isOptional, label, locate, type Site } from './sites';

/** Nulls that may simply go: not those of required keys, nor all items of a list that needs one. */
export function removableNulls(nulls: readonly Site[]): Site[] {
  const emptied = new Map<Site | undefined, boolean>();
  const wouldBeEmpty = ({ parent }: Site): boolean => {
    const known = emptied.get(parent);
    if (known !== undefined) return known;
    const needsItem = (parent?.schema?.minItems ?? 0) > 0 && parent?.node.kind === 'array';
    const empty = needsItem && parent.node.items.every(({ kind }) => kind === 'null');
    emptied.set(parent, empty);
    return empty;
  };
  return nulls.filter((site) =>
    typeof site.path.at(-1) === 'string' ? isOptional(site) : !wouldBeEmpty(site),
  );
}

/** Tools that read a document into values of their own, and send AWS neither its nulls nor its empty choices. */
export type Reader = 'Terraform' | 'ecspresso';

/** Functions of templates that only ecspresso has: https://github.com/kayac/ecspresso#template-syntax */
const ECSPRESSO = /\{\{-?\s*(?:must_env|tfstatef?)\b/;

/** Which tool a document is surely for: a bare list of containers, or a template in ecspresso's own words. */
export function readerOf({ kind, text }: Pick<Analysis, 'kind' | 'text'>): Reader | undefined {
  if (kind === 'container-definitions') return 'Terraform';
  return ECSPRESSO.test(text) ? 'ecspresso' : undefined;
}

/** One finding for all nulls that may go; a hint where the tool that reads the document leaves them out by itself. */
export function groupedNulls(nulls: readonly Site[], reader: Reader | undefined): Draft[] {
  const [first] = nulls;
  if (!first) return [];
  const isItem = typeof first.path.at(-1) === 'number';
  const message =
    nulls.length > 1
      ? `${nulls.length} values are null (${names(nulls)}): the AWS CLI refuses null. Leave them out.`
      : isItem
        ? `${label(first).replace('Each', 'An')} is null: the AWS CLI refuses null. Remove it.`
        : `${label(first)} is null: the AWS CLI refuses null. Leave the key out.`;
  const fix: Fix = {
    title:
      nulls.length > 1
        ? `Remove all ${nulls.length} nulls`
        : `Remove ${isItem ? 'the item' : first.path.at(-1)}`,
    changes: removals(nulls),
    safe: true,
  };
  const location = locate(first);
  return reader
    ? [
        {
          rule: 'schema/null',
          message: `${message} (${reader} leaves nulls out by itself.)`,
          location,
          fixes: [fix],
          severity: 'hint',
        },
      ]
    : [{ rule: 'schema/null', message, location, fixes: [fix], droppedByDeployAction: true }];
}

/** A null where a value has to be: nothing can be removed. */
export function neededNull(site: Site, definition: TaskDefinition | undefined): Draft {
  const { parent, path } = site;
  const holder = parent ? everyObject(parent) : 'every task definition';
  const key = path.at(-1);
  const isItem = typeof key === 'number';
  const message = isItem
    ? `${label(site).replace('Each', 'An')} is null: the AWS CLI refuses null, and the list must not be empty.`
    : `${label(site)} is null: the AWS CLI refuses null, and AWS requires a value in ${holder}.`;
  const fixes = parent && typeof key === 'string' ? addRequired(parent, key, definition) : [];
  return { rule: 'schema/null', message, location: locate(site), fixes };
}

export function removals(sites: readonly Site[]): Change[] {
  return sites.map(({ pointer }): Change => ({ kind: 'remove', pointer }));
}

const NAMED = 3;

/** "memory, cpu and user", or "memory, cpu, user and 9 more". */
export function names(sites: readonly Site[]): string {
  const keys = sites.map(({ path }) => String(path.findLast((step) => typeof step === 'string')));
  return enumerate([...new Set(keys)]);
}

export function enumerate(all: readonly string[]): string {
  if (all.length > NAMED) return `${all.slice(0, NAMED).join(', ')} and ${all.length - NAMED} more`;
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
