import { closest } from '../closest';
import type { Range } from '../syntax/tree';
import { all } from '../words';
import type { DefinitionNames } from './names';
import type { Use } from './read';
import type { ReferenceRuleId } from './rules';

export interface Mismatch {
  readonly rule: ReferenceRuleId;
  readonly message: string;
  readonly range: Range;
}

/**
 * What the other file names and the task definition surely does not have.
 *
 * @param file the name of the task definition's file, for messages
 */
export function mismatch(use: Use, names: DefinitionNames, file: string): Mismatch | undefined {
  const found = CHECKS[use.kind](use, names, file);
  return found && { ...found, range: use.range };
}

type Check = (use: Use, names: DefinitionNames, file: string) => Omit<Mismatch, 'range'> | undefined;

const CHECKS: Readonly<Record<Use['kind'], Check>> = {
  container({ name }, { containers }, file) {
    return unknown(
      'reference/unknown-container',
      `has no container called "${name}"`,
      name,
      containers?.map((one) => one.name),
      file,
    );
  },

  volume({ name }, { volumes }, file) {
    return unknown('reference/unknown-volume', `has no volume called "${name}"`, name, volumes, file);
  },

  port({ name }, { containers }, file) {
    const known = containers?.map(({ portNames }) => portNames);
    if (!known || known.includes(undefined)) return undefined;
    return unknown(
      'reference/unknown-port',
      `has no port mapping called "${name}"`,
      name,
      known.flatMap((names) => names ?? []),
      file,
    );
  },

  containerPort({ name, container }, { containers }, file) {
    const ports = containers?.find((one) => one.name === container)?.ports;
    const port = Number(name);
    if (!ports || ports.some(({ low, high }) => low <= port && port <= high)) return undefined;
    const mapped = ports.map(({ low, high }) => (low === high ? `${low}` : `${low}-${high}`));
    const instead = mapped.length > 0 ? `it maps ${all(mapped)}` : 'it maps no port';
    return {
      rule: 'reference/unknown-port',
      message: `The container "${container}" of ${file} does not map port ${name}: ${instead}.`,
    };
  },

  family({ name }, { family }, file) {
    if (family === undefined || family === name) return undefined;
    return {
      rule: 'reference/other-family',
      message: `${file} is of the family "${family}", not "${name}".`,
    };
  },
};

/** @param known undefined where one may be unseen */
function unknown(
  rule: ReferenceRuleId,
  what: string,
  name: string,
  known: readonly string[] | undefined,
  file: string,
): Omit<Mismatch, 'range'> | undefined {
  if (!known || known.includes(name)) return undefined;
  const near = closest(name, known);
  const quoted = [...new Set(known)].map((other) => `"${other}"`);
  const instead =
    near !== undefined ? ` Did you mean "${near}"?` : quoted.length > 0 ? ` It has ${all(quoted)}.` : '';
  return { rule, message: `${file} ${what}.${instead}` };
}
