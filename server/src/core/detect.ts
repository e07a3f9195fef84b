import { loose } from './loose';
import { hasPlaceholder, isPlaceholder } from './model/placeholder';
import { type ArrayNode, childOf, type Node, type ObjectNode, type Property } from './syntax/tree';

/** What a document is. `container-definitions` is a top-level list of containers (Terraform). */
export type Kind = 'task-definition' | 'container-definitions' | 'describe-output' | 'none';

/**
 * Names under which task definitions and lists of containers are kept, as globs that both VS Code's document
 * selectors and its JSON `fileMatch` understand: plain names, and names with anything before or behind them.
 * The brackets are for VS Code, whose globs heed case; `namedLikeTaskDefinition` does not.
 */
export const FILE_NAME_PATTERNS: readonly string[] = ['[tT]ask', '[cC]ontainer'].flatMap((first) =>
  ['', '[-_]'].flatMap((between) => {
    const name = `*${first}${between}[dD]ef`;
    return [`${name}inition*`, name, `${name}[-_.sv0-9]*`].map((stem) => `${stem}.{json,jsonc}`);
  }),
);

/**
 * Folders whose files count as well: `task-definitions/web.json`. Not for VS Code's selectors, only for a
 * document that is still empty or half typed.
 */
const FOLDER_PATTERNS = ['*task[-_]definitions/*.{json,jsonc}', '*container[-_]definitions/*.{json,jsonc}'];

const NAMES = new RegExp(
  `(?:^|/)(?:${[...FILE_NAME_PATTERNS, ...FOLDER_PATTERNS].map(globSource).join('|')})$`,
  'i',
);
const CONTAINER_NAMES = /container[-_]?def[^/]*$/i;

/**
 * Members of the RegisterTaskDefinition request. `true`: no other kind of document is likely to have it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
const TASK_KEYS: Readonly<Record<string, boolean>> = {
  family: true,
  containerDefinitions: true,
  taskRoleArn: true,
  executionRoleArn: true,
  networkMode: true,
  requiresCompatibilities: true,
  pidMode: true,
  ipcMode: true,
  proxyConfiguration: true,
  inferenceAccelerators: true,
  ephemeralStorage: true,
  runtimePlatform: true,
  enableFaultInjection: true,
  cpu: false,
  memory: false,
  volumes: false,
  placementConstraints: false,
  tags: false,
};

/** Members that describe-task-definition prints and register-task-definition refuses (GEN-13). */
export const READ_ONLY_KEYS: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
]);

/** Members of a container besides `name` and `image`; `true`: a daemon's container cannot have it. */
const CONTAINER_KEYS: Readonly<Record<string, boolean>> = {
  ...fill(false, [
    'repositoryCredentials cpu memory memoryReservation essential restartPolicy entryPoint command environment',
    'environmentFiles mountPoints linuxParameters secrets dependsOn startTimeout stopTimeout user workingDirectory',
    'privileged readonlyRootFilesystem interactive pseudoTerminal ulimits logConfiguration healthCheck systemControls',
    'firelensConfiguration',
  ]),
  ...fill(true, [
    'links portMappings volumesFrom versionConsistency hostname disableNetworking dnsServers dnsSearchDomains extraHosts',
    'dockerSecurityOptions dockerLabels resourceRequirements credentialSpecs',
  ]),
};

/**
 * Members that the daemon API (RegisterDaemonTaskDefinition) does not have. Its documents look alike otherwise:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterDaemonTaskDefinition.html
 */
const NOT_OF_DAEMONS = new Set([
  ...[
    'networkMode',
    'placementConstraints',
    'requiresCompatibilities',
    'proxyConfiguration',
    'inferenceAccelerators',
  ],
  ...['ephemeralStorage', 'runtimePlatform', 'enableFaultInjection'],
  ...['taskDefinitionArn', 'requiresAttributes', 'compatibilities', 'deregisteredAt'],
]);

/** Any of these makes a document something else, even beside `containerDefinitions`. */
const FOREIGN_KEYS = new Set([
  'AWSEBDockerrunVersion', // Elastic Beanstalk's Dockerrun.aws.json, version 2
  'AWSTemplateFormatVersion', // CloudFormation
  'Resources', // CloudFormation, and CodeDeploy's appspec.json
  'apiVersion', // Kubernetes, among others ACK's TaskDefinition
  'daemonTaskDefinition',
  'daemonTaskDefinitionArn',
  'detail-type', // EventBridge
]);

/**
 * Any of these says the same of a document without `containerDefinitions`. Beside them they are mistakes to
 * tell: `desiredCount` in a task definition, for one.
 */
const FOREIGN_WITHOUT_CONTAINERS = new Set([
  ...['serviceName', 'desiredCount', 'services', 'service', 'cluster', 'primaryContainer'], // services
  ...['taskArn', 'tasks', 'taskDefinitionArns', 'containerOverrides', 'overrides'], // tasks
  ...['containerProperties', 'ecsProperties', 'jobDefinitionName'], // AWS Batch
  ...['TaskARN', 'DockerId', 'Containers'], // the task metadata endpoint
  ...['ImageURI', 'imageUri'], // imageDetail.json
  ...['resource', 'Job', 'shapes', 'openapi', 'swagger'], // Terraform, Nomad, SDK models, OpenAPI
]);

/** Beside a `taskDefinition` of describe or register output. */
const BESIDE_WRAPPED = new Set(['taskDefinition', 'tags', 'ResponseMetadata', '$metadata']);

/** Items of a list that are looked at. */
const ITEMS = 20;

/**
 * What a parsed document is. The content decides; the path does where the content is too short to tell.
 * Looks at the keys of the top level and of a few children, never deeper.
 *
 * @param root undefined for a text without any value
 * @param path path or URI, with either slash
 * @param forced the user said that it is a task definition: only the shape counts
 */
export function detect(root: Node | undefined, path: string, forced = false): Kind {
  const named = namedLikeTaskDefinition(path);
  if (!root) {
    if (!named && !forced) return 'none';
    return CONTAINER_NAMES.test(normalise(path)) ? 'container-definitions' : 'task-definition';
  }
  if (root.kind === 'array') return forced || isContainerList(root, named) ? 'container-definitions' : 'none';
  if (forced) return root.kind === 'object' && isDescribeOutput(root) ? 'describe-output' : 'task-definition';
  if (root.kind !== 'object' || isForeign(root)) return 'none';

  const wrapped = wrappedDefinition(root);
  if (wrapped && !isWrapper(root)) return 'none';
  const definition = wrapped ?? root;
  if (!isUnmistakable(definition) && !(named && mayBecomeDefinition(definition))) return 'none';
  if (/daemon/i.test(baseName(path)) && !hasOrdinaryKey(definition)) return 'none';
  return isDescribeOutput(root) ? 'describe-output' : 'task-definition';
}

/**
 * Whether a file of this name is a task definition, or a list of containers, unless its content says otherwise.
 *
 * @param path path or URI, with either slash
 */
export function namedLikeTaskDefinition(path: string): boolean {
  // Daemon task definitions belong to another API; the last one is this project's own config file.
  return NAMES.test(normalise(path)) && !/daemon|^\.ecs-taskdef\.json$/i.test(baseName(path));
}

/** A cheap look at the text before it is parsed: false only where `detect` would answer `none`. */
export function mayBeTaskDefinition(text: string, path: string): boolean {
  if (namedLikeTaskDefinition(path)) return true;
  if (/"(?:containerDefinitions|family|requiresCompatibilities)"/i.test(text)) return true;
  // A list may begin with a comment, or with a block of a template.
  return /^[\s\uFEFF]*(?:[[/$<#%@_]|\{[{%#])/.test(text) && text.includes('"image"');
}

function isForeign(object: ObjectNode): boolean {
  const keys = completeKeys(object);
  if (keys.some((key) => FOREIGN_KEYS.has(key)) || isCloudFormationResource(object)) return true;
  return !keys.includes('containerDefinitions') && keys.some((key) => FOREIGN_WITHOUT_CONTAINERS.has(key));
}

/** `{ "Type": "AWS::ECS::TaskDefinition", ... }`, by itself or under its logical name. */
function isCloudFormationResource(object: ObjectNode): boolean {
  return [object, ...object.properties.slice(0, ITEMS).map((property) => property.value)].some((node) => {
    const type = childOf(node, 'Type');
    return type?.kind === 'string' && type.value.startsWith('AWS::');
  });
}

function wrappedDefinition(root: ObjectNode): ObjectNode | undefined {
  const wrapped = childOf(root, 'taskDefinition');
  return wrapped?.kind === 'object' ? wrapped : undefined;
}

/** One stranger beside `taskDefinition` may be a slip; more of them make it somebody's own format. */
function isWrapper(root: ObjectNode): boolean {
  return completeKeys(root).filter((key) => !BESIDE_WRAPPED.has(key)).length < 2;
}

/** The wrapper, or at least two members that only AWS writes. */
function isDescribeOutput(root: ObjectNode): boolean {
  if (wrappedDefinition(root)) return true;
  const keys = new Set(completeKeys(root));
  return [...READ_ONLY_KEYS].filter((key) => keys.has(key)).length >= 2;
}

/** Recognised whatever the file is called. */
function isUnmistakable(object: ObjectNode): boolean {
  const keys = new Set(completeKeys(object));
  const others = [...keys].filter((key) => key !== 'containerDefinitions' && Object.hasOwn(TASK_KEYS, key));
  if (keys.has('containerDefinitions')) {
    const list = childOf(object, 'containerDefinitions');
    return others.length > 0 || (list?.kind === 'array' && isListOfObjects(list));
  }
  // Without regard to case: the Properties of a CloudFormation resource, pasted.
  const lower = new Set([...keys].map((key) => key.toLowerCase()));
  const telling = Object.keys(TASK_KEYS).filter((key) => TASK_KEYS[key] && lower.has(key.toLowerCase()));
  const heads = ['family', 'containerDefinitions', 'requiresCompatibilities'];
  if (telling.length >= 2) return telling.some((key) => heads.includes(key));
  return keys.has('requiresCompatibilities') && others.length >= 2;
}

/** Under the name of a task definition: nothing typed so far says that it will be something else. */
function mayBecomeDefinition(object: ObjectNode): boolean {
  const { telling, known, foreign } = count(object, { ...TASK_KEYS, ...fill(false, [...READ_ONLY_KEYS]) });
  return telling > 0 || foreign < 2 || known >= foreign;
}

function hasOrdinaryKey(definition: ObjectNode): boolean {
  if (completeKeys(definition).some((key) => NOT_OF_DAEMONS.has(key))) return true;
  const list = childOf(definition, 'containerDefinitions');
  return (
    list?.kind === 'array' &&
    list.items.slice(0, ITEMS).some((item) => count(item, CONTAINER_KEYS).telling > 0)
  );
}

function isContainerList(list: ArrayNode, named: boolean): boolean {
  const items = list.items.slice(0, ITEMS);
  if (items.length === 0) return named;
  if (!isListOfObjects(list) || items.some((item) => childOf(item, 'imageUri'))) return false;
  const counts = items.map((item) => count(item, CONTAINER_KEYS, ['name', 'image']));
  const known = Math.max(...counts.map((item) => item.known));
  const foreign = Math.min(...counts.map((item) => item.foreign));
  if (items.some(isNamedImage)) return named ? known > 0 || foreign < 2 : foreign <= known;
  return named && (known > 0 || foreign < 2);
}

/** An item with `name` and `image`, where the image is no picture. */
function isNamedImage(item: Node): boolean {
  const image = childOf(item, 'image');
  if (!image || !childOf(item, 'name')) return false;
  return (
    image.kind !== 'string' || !/^(?:https?:|data:)|\.(?:png|jpe?g|gif|svg|webp|avif|ico)$/i.test(image.value)
  );
}

/** Objects, or what a template may turn into one. */
function isListOfObjects(list: ArrayNode): boolean {
  return list.items
    .slice(0, ITEMS)
    .every((item) => item.kind === 'object' || item.kind === 'null' || isPlaceholder(item));
}

/** How many keys of an object are in the table, how many of these are telling, and how many stand in neither. */
function count(node: Node, table: Readonly<Record<string, boolean>>, neutral: readonly string[] = []) {
  const byLooseKey = new Map(Object.entries(table).map(([key, telling]) => [loose(key), telling]));
  const result = { telling: 0, known: 0, foreign: 0 };
  if (node.kind !== 'object') return result;
  for (const key of completeKeys(node)) {
    const telling = byLooseKey.get(loose(key));
    if (telling !== undefined) result.known++;
    else if (!saysNothing(key) && !neutral.includes(key)) result.foreign++;
    if (telling) result.telling++;
  }
  return result;
}

/** Comments, `$schema` and template marks stand in any document. */
function saysNothing(key: string): boolean {
  return /^(?:\$|_|\/\/|#)/.test(key) || hasPlaceholder(key);
}

/** Keys whose value has been begun: `{ "fam` says nothing yet. */
function completeKeys(object: ObjectNode): string[] {
  return object.properties.filter((property: Property) => property.value).map((property) => property.key);
}

function fill<T>(value: T, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, value]));
}

/** The last two parts of a path or URI, with forward slashes. */
function normalise(path: string): string {
  const [plain = ''] = /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? path.split(/[?#]/, 1) : [path];
  return plain.replaceAll('%20', ' ').split(/[\\/]/).slice(-2).join('/');
}

function baseName(path: string): string {
  return normalise(path).split('/').at(-1) ?? '';
}

/** The regular expression for a glob of the few signs used above. */
function globSource(glob: string): string {
  const signs: Record<string, string> = { '.': '\\.', '*': '[^/]*', '{': '(?:', '}': ')', ',': '|' };
  return glob.replace(/\[[^\]]*\]|[.*{},]/g, (sign) => signs[sign] ?? sign);
}
