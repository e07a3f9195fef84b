import type { Finding, Fix, Severity } from '../finding';
import type { Location } from '../location';
import type { Preset, RuleDocs } from '../rules/rule';

/** A rule that needs no code of its own: the schema, or the parser, decides. */
interface ShapeRule extends RuleDocs {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
}

const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
const REGISTER = `${API}/API_RegisterTaskDefinition.html`;
const CONTAINER = `${API}/API_ContainerDefinition.html`;
const DESCRIBE = `${API}/API_DescribeTaskDefinition.html`;
const TASK_DEFINITION = `${API}/API_TaskDefinition.html`;
const QUOTAS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html';
const CLI_INPUT = 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html';
const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';

const refused = { severity: 'error', preset: 'refused' } as const;

/** What the schema layer and the parser report; the rule pages, the settings and the SARIF list are made from it. */
export const SCHEMA_RULES = [
  {
    ...refused,
    id: 'schema/type',
    title: 'Value of the wrong type',
    why: 'The AWS CLI compares every value with the type in the API model before it sends anything, and converts nothing: the task-level cpu is a string, ports and memory of a container are integers, environment is a list.',
    answer: 'Invalid type for parameter',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/required',
    title: 'Missing key',
    why: 'Some keys have to be there wherever their object is: family and containerDefinitions in every task definition, name and image in every container, both limits in every ulimit. The AWS CLI or the service refuses the document without them.',
    answer: 'Missing required parameter in input',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/unknown-key',
    title: 'Key that AWS does not know',
    why: 'The AWS CLI refuses any key that is not in its model of the API: misspelt ones, keys in the capitals of CloudFormation, and $schema or comment keys alike. A key that AWS has added since this release is unknown here too; ecsTaskdef.unknownKeys makes these findings warnings.',
    answer: 'Unknown parameter in input',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/misplaced-key',
    title: 'Key in the wrong place',
    why: 'The key exists, but elsewhere: at another level of the task definition, or in the request that runs the task or creates the service. Where it stands now the AWS CLI refuses it.',
    answer: 'Unknown parameter in',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/read-only-key',
    title: 'Key that only AWS writes',
    why: 'describe-task-definition prints some keys that register-task-definition does not take, such as revision, status and taskDefinitionArn. The AWS CLI refuses a file that still holds one.',
    answer: 'Unknown parameter in input',
    sources: [TASK_DEFINITION, REGISTER],
  },
  {
    ...refused,
    id: 'schema/null',
    title: 'Null value',
    why: 'The AWS CLI takes null for a value of the wrong type and refuses the document. A setting that is not wanted is left out.',
    answer: 'Invalid type for parameter',
    sources: [REGISTER, CLI_INPUT],
  },
  {
    ...refused,
    id: 'schema/enum',
    title: 'Value that is not in the list',
    why: 'The key takes one of a few values, and capital and small letters are told apart.',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/pattern',
    title: 'Characters that are not allowed',
    why: 'Names and images are made of a limited set of characters, and the service refuses others, among them spaces and dots in names.',
    answer: 'contains invalid characters',
    sources: [REGISTER, CONTAINER],
  },
  {
    ...refused,
    id: 'schema/range',
    title: 'Number out of range',
    why: 'Ports, timeouts, retries and sizes have limits, and the service refuses what lies outside of them.',
    sources: [CONTAINER, `${API}/API_HealthCheck.html`, `${API}/API_EphemeralStorage.html`],
  },
  {
    ...refused,
    id: 'schema/length',
    title: 'Too short or too long',
    why: 'Lists and strings have limits too: 1 to 10 containers, at most 50 tags, no empty list of tags, no empty image or working directory.',
    sources: [REGISTER, QUOTAS],
  },
  {
    ...refused,
    id: 'describe-output',
    title: 'Output of describe-task-definition',
    why: 'What describe-task-definition prints is wrapped in taskDefinition, carries read-only keys and, from some tools, nulls. None of these may be registered again.',
    answer: 'Unknown parameter in input: "taskDefinition"',
    sources: [DESCRIBE, REGISTER],
  },
  {
    ...refused,
    id: 'json/syntax',
    title: 'Not JSON',
    why: 'The AWS CLI cannot read a file that breaks the grammar of JSON: a missing comma, quote or bracket.',
    answer: 'Invalid JSON received',
    sources: [CLI_INPUT, JSON_GRAMMAR],
  },
  {
    id: 'json/template',
    severity: 'info',
    preset: 'recommended',
    title: 'Template that is no JSON yet',
    why: 'Marks stand outside of strings, so that the AWS CLI can read the file only when a template tool has replaced them. What the marks leave open is not judged; the rest is, as far as it can be known.',
    sources: [CLI_INPUT, JSON_GRAMMAR],
  },
  {
    id: 'json/duplicate-key',
    severity: 'warning',
    preset: 'refused',
    title: 'Key that appears twice',
    why: 'Nobody complains about a key that an object holds twice, but only the last value counts: the earlier one is lost without a word.',
    sources: [`${JSON_GRAMMAR}#section-4`],
  },
  {
    ...refused,
    id: 'json/comment',
    title: 'Comment',
    why: 'JSON has no comments. Editors forgive them; the AWS CLI refuses the file.',
    answer: 'Invalid JSON received',
    sources: [CLI_INPUT, JSON_GRAMMAR],
  },
  {
    ...refused,
    id: 'json/trailing-comma',
    title: 'Comma behind the last item',
    why: 'JSON allows no comma before a closing bracket. Editors forgive it; the AWS CLI refuses the file.',
    answer: 'Invalid JSON received',
    sources: [CLI_INPUT, JSON_GRAMMAR],
  },
] as const satisfies readonly ShapeRule[];

export type SchemaRuleId = (typeof SCHEMA_RULES)[number]['id'];

/** A finding before the settings have been asked for its severity. */
export interface Draft {
  readonly rule: SchemaRuleId;
  readonly message: string;
  readonly location: Location;
  readonly fixes?: readonly Fix[];
  readonly related?: Finding['related'];
  readonly droppedByDeployAction?: boolean;
  /** Lower than the rule's own; a severity from the settings wins. */
  readonly severity?: Severity;
}

const RULES_BY_ID: ReadonlyMap<string, ShapeRule> = new Map(SCHEMA_RULES.map((rule) => [rule.id, rule]));

export function schemaRule(id: SchemaRuleId): ShapeRule | undefined {
  return RULES_BY_ID.get(id);
}
