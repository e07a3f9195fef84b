import type { Analysis } from '../analysis';
import { closest } from '../closest';
import type { Fix } from '../finding';
import { loose } from '../loose';
import { isTaken } from '../model/taken';
import type { TaskDefinition } from '../model/taskDefinition';
import { changeMode, isMode, toMode } from '../rules/networkModes';
import { propertyOf } from '../syntax/tree';
import { show } from './data';
import { readerOf } from './nulls';
import { addRequired } from './proposals';
import type { Draft } from './rules';
import { isOptional, label, locate, removal, type Site } from './sites';

/** Names of other tools for AWS's values. */
const SYNONYMS: Readonly<Record<string, string>> = {
  aarch64: 'ARM64',
  amd64: 'X86_64',
  arm: 'ARM64',
  cloudwatch: 'awslogs',
  cloudwatchlogs: 'awslogs',
  firelens: 'awsfirelens',
  json: 'json-file',
  memory: 'memlock',
  servicecompletedsuccessfully: 'SUCCESS',
  servicehealthy: 'HEALTHY',
  servicestarted: 'START',
  vpc: 'awsvpc',
  x64: 'X86_64',
  x86: 'X86_64',
};

const OFFERED = 4;

/** A string that is none of the values the key takes. */
export function notInEnum(site: Site, analysis: Analysis): Draft | undefined {
  const { node, schema, pointer, path } = site;
  const { definition } = analysis;
  const values = schema?.enum ?? [];
  if (node.kind !== 'string') return undefined;
  const given = node.value;
  const leaveOut = given === '' && isOptional(site);
  if (leaveOut && readerOf(analysis) === 'ecspresso') return undefined;
  const same = values.filter((value) => loose(value) === loose(given));
  const last = path.at(-1);
  const change = (value: string, safe: boolean): Fix => ({
    title: `Change ${typeof last === 'number' ? show(given) : last} to ${show(value)}`,
    changes: [{ kind: 'set', pointer, value }],
    safe,
  });
  const [only] = same;
  const fixes =
    only && same.length === 1
      ? [change(only, true)]
      : likely(given, values, site, definition).map(
          (value) => withMore(value, site, definition) ?? change(value, false),
        );
  const list = values.map((value) => `"${value}"`);
  const choice = list.length === 1 ? list[0] : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
  const must = `must be ${list.length > 2 ? 'one of ' : ''}${choice}`;
  const capitals =
    only?.toLowerCase() === given.toLowerCase() ? ' Capital and small letters are told apart.' : '';
  return {
    rule: 'schema/enum',
    message: `${label(site)} ${must}, not ${show(given)}.${capitals}`,
    location: locate(site),
    fixes: leaveOut ? [...fixes, removal(site, false)] : fixes,
    droppedByDeployAction: leaveOut,
  };
}

/** Up to four values that the document takes, the one most likely meant first. */
function likely(
  given: string,
  values: readonly string[],
  site: Site,
  definition: TaskDefinition | undefined,
): string[] {
  const taken = definition ? values.filter((value) => isTaken(value, site.path, definition)) : values;
  const synonym = Object.hasOwn(SYNONYMS, loose(given)) ? SYNONYMS[loose(given)] : undefined;
  const meant = taken.find((value) => value === synonym) ?? closest(given, taken);
  const head = given.toLowerCase();
  // What was meant is offered even if more has to change with it.
  const rest = taken.filter((value) => value !== meant && fitsRest(value, site, definition));
  const alike = rest.filter(
    (value) => value.toLowerCase().startsWith(head) || head.startsWith(value.toLowerCase()),
  );
  const ordered = [...(meant ? [meant] : []), ...alike, ...rest.filter((value) => !alike.includes(value))];
  return ordered.slice(0, OFFERED);
}

/** Whether what else is written would not be refused beside the value. */
function fitsRest(value: string, site: Site, definition: TaskDefinition | undefined): boolean {
  if (!definition) return true;
  if (isNetworkMode(site)) return isMode(value) && toMode(value, definition) !== undefined;
  if (!isLogDriver(site)) return true;
  if (value === 'awsfirelens') return definition.hasKey('firelensConfiguration');
  return value !== 'splunk' || definition.hasKey('splunk-url');
}

/** The fix where more is written than the value, so that the rest of the document goes with it. */
function withMore(value: string, site: Site, definition: TaskDefinition | undefined): Fix | undefined {
  if (!definition) return undefined;
  if (isNetworkMode(site)) return isMode(value) ? changeMode([value], definition)[0] : undefined;
  // awslogs is refused without options.
  const { parent } = site;
  if (value !== 'awslogs' || !parent || !isLogDriver(site) || propertyOf(parent.node, 'options'))
    return undefined;
  return addRequired(parent, 'logDriver', definition)[0];
}

const isNetworkMode = ({ path }: Site): boolean => path.length === 1 && path[0] === 'networkMode';
const isLogDriver = ({ parent }: Site): boolean => parent?.schema?.struct === 'LogConfiguration';
