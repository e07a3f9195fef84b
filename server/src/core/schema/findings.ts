import type { Analysis } from '../analysis';
import { READ_ONLY_KEYS } from '../detect';
import type { Finding, Fix } from '../finding';
import { isPlaceholder, isPlaceholderKey } from '../model/placeholder';
import { severityOf } from '../rules/engine';
import type { Settings } from '../settings';
import { firstBreak } from '../syntax/json/parse';
import { toPointer } from '../syntax/pointer';
import { type Node, type NullNode, pathOf } from '../syntax/tree';
import { toData } from './data';
import { describeOutput } from './describeOutput';
import { notInEnum } from './enum';
import { unknownKeys } from './keys';
import { wrongLength } from './length';
import { groupedNulls, neededNull, readerOf, removableNulls } from './nulls';
import { wrongPattern } from './pattern';
import { outOfRange } from './range';
import { missing } from './required';
import { type Draft, schemaRule } from './rules';
import { type Site, Sites } from './sites';
import { wrongType } from './type';
import type { UnknownKey } from './unknownKey';
import {
  type SchemaError,
  validateContainerDefinitions,
  validateTaskDefinition,
} from './validators.generated';
import { listOfTasks } from './wrapper';

/** What the shape of the definition gives rise to: types, keys, allowed values, limits. In no particular order. */
export function schemaFindings(analysis: Analysis, settings: Settings): Finding[] {
  const { node } = analysis;
  const { template } = analysis.parsed;
  if (!node || template?.isTorn) return [];
  const list = node.kind === 'array' ? listOfTasks(node) : undefined;
  if (list) return finish(list, settings);
  const nulls: NullNode[] = [];
  const errors = validate(node, nulls);
  if (errors.length === 0 && nulls.length === 0 && analysis.kind !== 'describe-output') return [];
  const drafts = new Reader(analysis, node).read(errors, nulls);
  const certain = template && template.gaps.length > 0 ? drafts.map(inPlace) : drafts;
  return certain.flatMap((draft) => finish(draft, settings));
}

function validate(node: Node, nulls: NullNode[]): readonly SchemaError[] {
  const validator = node.kind === 'array' ? validateContainerDefinitions : validateTaskDefinition;
  validator(toData(node, nulls));
  const errors = validator.errors ?? [];
  validator.errors = null; // the validator would keep them, and the document, until the next call
  return errors;
}

/** Of several errors about one value the first of these is told; the others follow from it, or will be told next. */
const VALUE_KEYWORDS = [
  'type',
  'enum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
];

class Reader {
  readonly #sites: Sites;
  /** Values that are not judged inside: of a wrong type, or under a key that AWS does not know. */
  readonly #closed = new Set<Node>();

  constructor(
    readonly analysis: Analysis,
    readonly definition: Node,
  ) {
    this.#sites = new Sites(definition);
  }

  read(errors: readonly SchemaError[], nulls: readonly NullNode[]): Draft[] {
    return [...this.#values(errors), ...this.#keys(errors), ...this.#missing(errors), ...this.#nulls(nulls)];
  }

  #values(errors: readonly SchemaError[]): Draft[] {
    const worst = new Map<string, number>();
    for (const { keyword, instancePath } of errors) {
      const rank = VALUE_KEYWORDS.indexOf(keyword);
      if (rank >= 0 && rank < (worst.get(instancePath) ?? Infinity)) worst.set(instancePath, rank);
    }
    return [...worst].flatMap(([instancePath, rank]) => {
      const site = this.#sites.at(instancePath);
      const keyword = VALUE_KEYWORDS[rank];
      if (!site || !keyword) return [];
      if (keyword === 'type') this.#closed.add(site.node);
      const draft = this.#value(keyword, site);
      return draft ? this.#withoutFixesIn(site.node, draft) : [];
    });
  }

  #value(keyword: string, site: Site): Draft | undefined {
    const { node } = site;
    if (node.kind === 'null' || isPlaceholder(node)) return undefined;
    // Beside a syntax error a scalar may be anything (012 is read as 0), and what is empty is not finished.
    const isLarge = (node.kind === 'object' || node.kind === 'array') && !keyword.endsWith('Items');
    if (!isLarge && this.#isUncertain(node)) return undefined;
    switch (keyword) {
      case 'type':
        return wrongType(site, this.analysis.text);
      case 'enum':
        return notInEnum(site, this.analysis);
      case 'pattern':
        return wrongPattern(site, this.analysis);
      case 'minimum':
      case 'maximum':
        return outOfRange(site);
      default:
        return this.#isStripped(site) ? undefined : wrongLength(site, this.#sites, this.analysis.definition);
    }
  }

  /** The empty tags of describe output go with its own fix. */
  #isStripped({ path }: Site): boolean {
    return this.analysis.kind === 'describe-output' && path.length === 1 && path[0] === 'tags';
  }

  #keys(errors: readonly SchemaError[]): Draft[] {
    const members = this.#unknown(errors);
    return unknownKeys(members, this.#sites.root, this.analysis.definition).flatMap((draft, i) =>
      draft ? this.#withoutFixesIn(members[i]?.value.node, draft) : [],
    );
  }

  #unknown(errors: readonly SchemaError[]): Omit<UnknownKey, 'verdict'>[] {
    return errors.flatMap(({ keyword, instancePath, params }) => {
      if (keyword !== 'additionalProperties') return [];
      const key = params?.additionalProperty ?? '';
      const holder = this.#sites.at(instancePath);
      const value = holder && this.#sites.child(holder, key);
      if (!holder || !value?.property) return [];
      this.#closed.add(value.node);
      if (isPlaceholderKey(key) || this.#isUncertain(holder.node, value.property.keyRange.start)) return [];
      if (this.analysis.kind === 'describe-output' && holder.path.length === 0 && READ_ONLY_KEYS.has(key))
        return [];
      return [{ holder, property: value.property, value }];
    });
  }

  #missing(errors: readonly SchemaError[]): Draft[] {
    return errors.flatMap(({ keyword, instancePath, params }) => {
      const holder = keyword === 'required' ? this.#sites.at(instancePath) : undefined;
      const key = params?.missingProperty ?? '';
      if (holder?.node.kind !== 'object' || holder.node.claims?.has(key)) return [];
      if (this.#isUncertain(holder.node)) return [];
      // Present after all: null, or not typed to its end. Any other key that is not may be this one.
      if (this.#sites.property(holder.node, key) || isOpen(holder.node)) return [];
      return missing(holder, key, this.analysis.definition);
    });
  }

  #nulls(nulls: readonly NullNode[]): Draft[] {
    const { analysis, definition } = this;
    const depth = pathOf(definition).length;
    const counting = nulls.flatMap((node) => {
      const site = this.#sites.at(toPointer(pathOf(node).slice(depth)));
      return site?.node === node && !this.#isClosed(node) ? site : [];
    });
    const removable = new Set(removableNulls(counting));
    const needed = counting
      .filter((site) => !removable.has(site))
      .map((site) => neededNull(site, analysis.definition));
    if (analysis.kind !== 'describe-output' || !analysis.parsed.root)
      return [...groupedNulls([...removable], readerOf(analysis)), ...needed];
    const output = describeOutput(analysis.parsed.root, this.#sites.root, [...removable]);
    return [...(output ? [this.#withoutFixesIn(analysis.parsed.root, output)] : []), ...needed];
  }

  #isClosed(node: Node): boolean {
    for (let at: Node | undefined = node.parent; at && at !== this.definition; at = at.parent) {
      if (this.#closed.has(at)) return true;
    }
    return false;
  }

  /** Whether a syntax error inside the object, before an offset, leaves open what belongs to it. */
  #isUncertain(node: Node, from = Infinity): boolean {
    return firstBreak(this.analysis.parsed.breaks, node.start) <= Math.min(node.end, from);
  }

  /** A fix that wrote a broken value anew would lose what could not be read. */
  #withoutFixesIn(node: Node | undefined, draft: Draft): Draft {
    return node && this.#isUncertain(node) ? { ...draft, fixes: [] } : draft;
  }
}

/** What stands in a block of a template, {{ if .Debug }}, has to stay in it. */
function inPlace(draft: Draft): Draft {
  const stays = ({ changes }: Fix) => changes.every(({ kind }) => kind !== 'insert' && kind !== 'append');
  return { ...draft, fixes: draft.fixes?.filter(stays) ?? [] };
}

/** Whether a key is a template mark, or a member is still without its value. */
function isOpen(node: Node): boolean {
  return node.kind === 'object' && node.properties.some(({ key, value }) => !value || isPlaceholderKey(key));
}

function finish(draft: Draft, settings: Settings): Finding[] {
  const rule = schemaRule(draft.rule);
  const severity =
    rule &&
    severityOf(
      draft.rule === 'schema/unknown-key'
        ? { ...rule, severity: settings.unknownKeys }
        : { ...rule, severity: draft.severity ?? rule.severity },
      settings,
    );
  if (!severity) return [];
  const { message, location, fixes = [], related = [], droppedByDeployAction = false } = draft;
  return [{ rule: draft.rule, severity, message, ...location, fixes, related, droppedByDeployAction }];
}
