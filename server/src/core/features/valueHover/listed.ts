import {
  CAPABILITIES,
  DEFAULT_CAPABILITIES,
  FIRELENS_OPTIONS,
  HEALTH_COMMANDS,
  type KnownValue,
  LOG_OPTIONS,
  MOUNT_OPTIONS,
  PROTOCOLS,
  PROXY_PROPERTIES,
  SECURITY_OPTIONS,
  SYSTEM_CONTROLS,
} from '../../knowledge/values';
import { code } from '../../markdown';
import { parseArn } from '../../model/arn';
import { isPlaceholder } from '../../model/placeholder';
import type { Container } from '../../model/taskDefinition';
import { schemaAt } from '../../schema/lookup';
import { childOf, type Node } from '../../syntax/tree';
import { readBytes, sayBytes, sayCount } from './amounts';
import { type Answer, type Explain, watchOut } from './question';

/** A value that the schema lists, by the note that it has there. */
export const listed: Explain = ({ node, path }) => {
  if (node.kind !== 'string') return undefined;
  const schema = schemaAt(path);
  const note = schema?.enumDescriptions?.[schema.enum?.indexOf(node.value) ?? -1];
  return note === undefined ? undefined : { is: code(node.value), text: note };
};

/** An option of a log driver or of the log router: its name, or its value. */
export function explainOption(
  container: Container | undefined,
  holder: string,
  option: string,
): Answer | undefined {
  const driver = holder.startsWith('firelens') ? undefined : driverOf(container);
  const known = knownOption(container, holder, option);
  return (
    known && {
      is: driver === undefined ? 'an option of the log router' : `an option of ${driver}`,
      text: known.note,
      facts: [
        ['Without it', known.default],
        ['Example', known.example && code(known.example)],
      ],
    }
  );
}

const driverOf = (container: Container | undefined): string | undefined =>
  container?.object('logConfiguration')?.string('logDriver')?.value;

function knownOption(
  container: Container | undefined,
  holder: string,
  option: string,
): KnownValue | undefined {
  if (holder.startsWith('firelens')) return own(FIRELENS_OPTIONS, option);
  const driver = driverOf(container);
  const options = driver === undefined ? undefined : own(LOG_OPTIONS, driver);
  if (!options || driver !== 'awsfirelens') return own(options, option);
  // The log router does not mind the case.
  const name = Object.keys(options).find((one) => one.toLowerCase() === option.toLowerCase());
  return name === undefined ? undefined : options[name];
}

/** The value of an option, which is explained by its option. */
export const optionValue: Explain = ({ node, path, container }) => {
  const [holder, , option] = path.slice(-3);
  const known = knownOption(container, String(holder), String(option));
  if (!known || node.kind !== 'string') return undefined;
  const stream = option === 'awslogs-stream-prefix' && container?.string('name')?.value;
  return {
    is: code(node.value) + sizeOf(String(option), node.value),
    text: own(known.values, node.value) ?? known.note,
    facts: [
      ['Log streams', stream ? `${code(`${node.value}/${stream}/`)}, then the id of the task` : undefined],
      ['Without it', known.default],
    ],
  };
};

const SIZES: ReadonlySet<string> = new Set(['max-buffer-size', 'max-size', 'log-driver-buffer-limit']);

/** ", 25 MiB" for "25m" */
function sizeOf(option: string, value: string): string {
  const bytes = SIZES.has(option) ? readBytes(value) : undefined;
  return bytes === undefined ? '' : `, ${sayBytes(bytes)}`;
}

/** In `secretOptions`, the name of an option. */
export const secretOption: Explain = ({ node, container }) =>
  node.kind === 'string' ? explainOption(container, 'logConfiguration', node.value) : undefined;

export const capability: Explain = ({ node, path, container, definition }) => {
  if (node.kind !== 'string') return undefined;
  const name = node.value.replace(/^CAP_/, '');
  const note = own(CAPABILITIES, name);
  if (note === undefined) return undefined;
  const isAll = name === 'ALL';
  const isAdded = path.at(-2) === 'add';
  const has = DEFAULT_CAPABILITIES.has(name);
  const drop = container?.object('linuxParameters')?.object('capabilities')?.strings('drop') ?? [];
  const dropsAll = drop.some(({ value }) => value === 'ALL');
  const added = has && dropsAll ? 'kept, although `drop` takes `ALL`' : has ? 'added, of no effect' : 'added';
  const dropped = has || isAll ? 'taken away' : 'taken away, of no effect';
  return {
    is: code(node.value),
    text: note,
    facts: [
      ['Without asking', isAll ? undefined : has ? 'containers have it' : 'containers do not have it'],
      ['Here', isAdded ? added : dropped],
      watchOut(
        name !== node.value && `AWS writes it \`${name}\`, without the prefix.`,
        isAdded &&
          name !== 'SYS_PTRACE' &&
          !!definition.requires('FARGATE') &&
          'Fargate adds `SYS_PTRACE` only.',
        container?.boolean('privileged')?.value === true && 'A privileged container takes no notice of it.',
      ),
    ],
    source: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  };
};

export const systemControl: Explain = ({ node }) => {
  if (node.kind !== 'string') return undefined;
  const known = own(SYSTEM_CONTROLS, node.value);
  return (
    known && {
      is: code(node.value),
      text: known.note,
      facts: [
        ['Without it', known.default],
        ['Example', known.example && code(known.example)],
      ],
    }
  );
};

/** The value of a kernel parameter, which is explained by its name. */
export const systemControlValue: Explain = ({ node }) => {
  const name = siblingOf(node, 'namespace');
  const known = name === undefined ? undefined : own(SYSTEM_CONTROLS, name);
  if (node.kind !== 'string' || name === undefined || !known) return undefined;
  return {
    is: `${code(node.value)} for ${code(name)}`,
    text: known.note,
    facts: [['Without it', known.default]],
  };
};

/** The text of another member of the same object. */
function siblingOf(node: Node, member: string): string | undefined {
  const sibling = node.parent?.kind === 'object' ? childOf(node.parent, member) : undefined;
  return sibling?.kind === 'string' ? sibling.value : undefined;
}

/** A value with a sentence of its own, in a list that is not in the schema. */
const noted =
  (notes: Readonly<Record<string, string>>, nameOf = (value: string) => value): Explain =>
  ({ node }) => {
    const note = node.kind === 'string' ? own(notes, nameOf(node.value)) : undefined;
    return node.kind === 'string' && note !== undefined ? { is: code(node.value), text: note } : undefined;
  };

export const protocol = noted(PROTOCOLS);

export const healthCommand: Explain = (question) =>
  question.path.at(-1) === 0 ? noted(HEALTH_COMMANDS)(question) : undefined;

export const securityOption = noted(SECURITY_OPTIONS, (option) => option.split(/[:=]/, 1)[0] ?? '');

/** How many GPUs or Neuron devices. */
export const accelerator: Explain = ({ node }) => {
  const type = siblingOf(node, 'type');
  if (node.kind !== 'string' || (type !== 'GPU' && type !== 'NeuronDevice')) return undefined;
  const { value } = node;
  const unit = type === 'GPU' ? 'GPU' : 'Neuron device';
  if (value === 'ALL') return { is: `every ${unit} of the instance` };
  if (type !== 'GPU' || !/^(?:[1-9]\d*|0\.\d+)$/.test(value)) return undefined;
  return value.startsWith('0.')
    ? {
        is: `${code(value)} of a GPU`,
        text: 'Only G6f instances, as Managed Instances, have parts of a GPU.',
      }
    : { is: `${sayCount(Number(value), unit)}, for this container alone` };
};

export const mountOption = noted(MOUNT_OPTIONS, (option) => option.split('=', 1)[0] ?? '');

export const proxyProperty = noted(PROXY_PROPERTIES);

/** The value of a setting of the proxy, which is explained by its name. */
export const proxyValue: Explain = ({ node }) => {
  const name = siblingOf(node, 'name');
  const note = name === undefined ? undefined : own(PROXY_PROPERTIES, name);
  if (node.kind !== 'string' || name === undefined || note === undefined) return undefined;
  return { is: `${code(node.value)} for ${code(name)}`, text: note };
};

function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

const IDS: Readonly<Record<string, readonly [begin: string, what: string]>> = {
  efsVolumeConfiguration: ['fs-', 'a file system of EFS'],
  fsxWindowsFileServerVolumeConfiguration: ['fs-', 'a file system of FSx for Windows File Server'],
  authorizationConfig: ['fsap-', 'an access point of EFS, which sets the directory and the user'],
};

/** The id of a file system or of an access point, which belong to the account and Region of the task. */
export const storageId: Explain = ({ node, path }) => {
  const [begin, what] = own(IDS, String(path.at(-2))) ?? [];
  if (node.kind !== 'string' || begin === undefined || what === undefined) return undefined;
  const isId = node.value.startsWith(begin) && /^[a-z]+-[0-9a-f]{8,40}$/.test(node.value);
  if (isPlaceholder(node) || parseArn(node.value)) return undefined;
  return {
    is: what,
    facts: [
      ['In', 'the account and Region of the task'],
      watchOut(!isId && `Such an id is \`${begin}\` and hexadecimal digits.`),
    ],
  };
};
