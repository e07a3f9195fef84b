import { closest } from '../closest';
import type { Fix } from '../finding';
import { loose } from '../loose';
import type { TaskDefinition } from '../model/taskDefinition';
import { propertyOf } from '../syntax/tree';
import { show } from './data';
import { addRequired } from './proposals';
import type { Draft } from './rules';
import { label, locate, type Site } from './sites';

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

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-logging */
const FARGATE_LOG_DRIVERS: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];

/** A string that is none of the values the key takes. */
export function notInEnum(site: Site, definition: TaskDefinition | undefined): Draft | undefined {
  const { node, schema, pointer, path } = site;
  const values = schema?.enum ?? [];
  if (node.kind !== 'string') return undefined;
  const given = node.value;
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
      : likely(given, taken(values, site, definition)).map(
          (value) => withOptions(value, site, definition) ?? change(value, false),
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
    fixes,
  };
}

/** Without the log drivers that Fargate, where the task wants it, does not have. */
function taken(values: readonly string[], { parent }: Site, definition: TaskDefinition | undefined) {
  const isDriver = parent?.schema?.struct === 'LogConfiguration';
  return isDriver && definition?.requires('FARGATE')
    ? values.filter((value) => FARGATE_LOG_DRIVERS.includes(value))
    : values;
}

/** The driver awslogs is refused without options, so it comes with them where the document has none. */
function withOptions(value: string, { parent }: Site, definition: TaskDefinition | undefined) {
  if (value !== 'awslogs' || parent?.schema?.struct !== 'LogConfiguration') return undefined;
  return propertyOf(parent.node, 'options') ? undefined : addRequired(parent, 'logDriver', definition)[0];
}

/** Up to four values, the one most likely meant first. */
function likely(given: string, values: readonly string[]): string[] {
  const synonym = Object.hasOwn(SYNONYMS, loose(given)) ? SYNONYMS[loose(given)] : undefined;
  const meant = values.find((value) => value === synonym) ?? closest(given, values);
  const head = given.toLowerCase();
  const rest = values.filter((value) => value !== meant);
  const alike = rest.filter(
    (value) => value.toLowerCase().startsWith(head) || head.startsWith(value.toLowerCase()),
  );
  const ordered = [...(meant ? [meant] : []), ...alike, ...rest.filter((value) => !alike.includes(value))];
  return ordered.slice(0, OFFERED);
}
