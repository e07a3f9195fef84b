import {
  CAPABILITIES,
  DEFAULT_CAPABILITIES,
  FIRELENS_OPTIONS,
  type KnownValue,
  LOG_OPTIONS,
  MOUNT_OPTIONS,
  PROXY_PROPERTIES,
  SYSTEM_CONTROLS,
} from '../../knowledge/values';
import { code } from '../../markdown';
import { parseArn } from '../../model/arn';
import { isPlaceholder } from '../../model/placeholder';
import type { Container } from '../../model/taskDefinition';
import { schemaAt } from '../../schema/lookup';
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
  const driver = container?.object('logConfiguration')?.string('logDriver')?.value;
  if (holder.startsWith('firelens')) return dress(own(FIRELENS_OPTIONS, option));
  return dress(own(driver === undefined ? undefined : own(LOG_OPTIONS, driver), option), driver);
}

function dress(known: KnownValue | undefined, driver?: string): Answer | undefined {
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

/** The value of an option, which is explained by its option. */
export const optionValue: Explain = ({ node, path, container }) => {
  const [holder, , option] = path.slice(-3);
  const known = explainOption(container, String(holder), String(option));
  if (!known || node.kind !== 'string') return undefined;
  const stream = option === 'awslogs-stream-prefix' && container?.string('name')?.value;
  return {
    is: code(node.value),
    text: known.text,
    facts: [
      ['Log streams', stream ? `${code(`${node.value}/${stream}/`)} and the id of the task` : undefined],
      ...(known.facts ?? []).filter(([label]) => label !== 'Example'),
    ],
  };
};

/** In `secretOptions`, the name of an option. */
export const secretOption: Explain = ({ node, container }) =>
  node.kind === 'string' ? explainOption(container, 'logConfiguration', node.value) : undefined;

export const capability: Explain = ({ node, path }) => {
  const note = node.kind === 'string' ? own(CAPABILITIES, node.value.replace(/^CAP_/, '')) : undefined;
  if (node.kind !== 'string' || note === undefined) return undefined;
  const isDropped = path.at(-2) === 'drop';
  const has = DEFAULT_CAPABILITIES.has(node.value) || node.value === 'ALL';
  return {
    is: code(node.value),
    text: note,
    facts: [
      [
        'Without asking',
        node.value === 'ALL' ? undefined : has ? 'containers have it' : 'containers do not have it',
      ],
      [
        'Here',
        isDropped ? (has ? 'taken away' : 'taken away, of no effect') : has ? 'added, of no effect' : 'added',
      ],
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

export const mountOption: Explain = ({ node }) => {
  if (node.kind !== 'string') return undefined;
  const note = own(MOUNT_OPTIONS, node.value.split('=', 1)[0] ?? '');
  return note === undefined ? undefined : { is: code(node.value), text: note };
};

export const proxyProperty: Explain = ({ node }) => {
  const note = node.kind === 'string' ? own(PROXY_PROPERTIES, node.value) : undefined;
  return node.kind === 'string' && note !== undefined ? { is: code(node.value), text: note } : undefined;
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
