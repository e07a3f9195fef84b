import { hasPlaceholder } from '../model/placeholder';
import { parseJson } from '../syntax/json/parse';
import { childOf, type Node, type Range } from '../syntax/tree';
import { parseYaml } from '../syntax/yaml/parse';
import type { OtherFileKind } from './kinds';

/** A name or a port of a task definition, as another file has it. */
export interface Use {
  readonly kind: 'family' | 'container' | 'volume' | 'port' | 'containerPort';
  /** The name; of a port of a container its number. */
  readonly name: string;
  /** The name itself, without quotes. */
  readonly range: Range;
  /** For `containerPort`: whose it is. */
  readonly container?: string;
  /** The path of the task definition, where the file says which one it means. */
  readonly taskDefinition?: string;
}

/**
 * A file that goes with a task definition, because a third one says so. Undefined is what that leaves open. Paths of a
 * workflow begin at the root of the repository, others at the folder of the file.
 */
export interface Pair {
  readonly kind: 'appspec' | 'service';
  readonly path: string | undefined;
  readonly taskDefinition: string | undefined;
}

/** What another file says about task definitions. */
export interface OtherFile {
  readonly uses: readonly Use[];
  readonly pairs: readonly Pair[];
}

/** Reads what is certain; placeholders and what cannot be read are left out. Never throws. */
export function readOtherFile(text: string, kind: OtherFileKind, uri: string): OtherFile {
  const root = /\.ya?ml$/i.test(uri) ? parseYaml(text) : json(text);
  if (root) return READERS[kind](new Reading(text), root);
  // It says which files go together, but not to us.
  return {
    uses: [],
    pairs: kind === 'ecspresso' ? [{ kind: 'service', path: undefined, taskDefinition: undefined }] : [],
  };
}

/** Jsonnet is read where it is JSON, or JSON with comments. */
function json(text: string): Node | undefined {
  const { root, problems } = parseJson(text);
  return problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep') ? undefined : root;
}

const READERS: Readonly<Record<OtherFileKind, (reading: Reading, root: Node) => OtherFile>> = {
  appspec(reading, root) {
    for (const resource of itemsOf(childOf(root, 'Resources'))) {
      const properties = childOf(childOf(resource, 'TargetService'), 'Properties');
      reading.family(childOf(properties, 'TaskDefinition'));
      reading.target(childOf(properties, 'LoadBalancerInfo'), 'ContainerName', 'ContainerPort');
    }
    return reading;
  },

  'image-definitions'(reading, root) {
    for (const item of itemsOf(root)) reading.name('container', childOf(item, 'name'));
    return reading;
  },

  service(reading, root) {
    for (const list of ['loadBalancers', 'serviceRegistries'])
      for (const item of itemsOf(childOf(root, list))) reading.target(item, 'containerName', 'containerPort');
    for (const item of itemsOf(childOf(childOf(root, 'serviceConnectConfiguration'), 'services')))
      reading.name('port', childOf(item, 'portName'));
    for (const item of itemsOf(childOf(root, 'volumeConfigurations')))
      reading.name('volume', childOf(item, 'name'));
    return reading;
  },

  ecspresso(reading, root) {
    const [path, taskDefinition] = ['service_definition', 'task_definition'].map(
      (key) => reading.text(childOf(root, key))?.name,
    );
    reading.pairs.push({ kind: 'service', path, taskDefinition });
    return reading;
  },

  workflow(reading, root) {
    const jobs = childOf(root, 'jobs');
    for (const { value: job } of jobs?.kind === 'object' ? jobs.properties : []) {
      /** The task definitions that steps hand on, by the id of the step. */
      const handedOn = new Map<string, string | undefined>();
      for (const step of itemsOf(childOf(job, 'steps'))) {
        const action = childOf(step, 'uses');
        if (action?.kind !== 'string' || !ACTION.test(action.value)) continue;
        const given = childOf(step, 'with');
        const environments = [step, job, root].map((node) => childOf(node, 'env'));
        const input = (name: string) => throughEnvironment(childOf(given, name), environments);
        const path = input('task-definition');
        const from = path?.kind === 'string' ? OUTPUT.exec(path.value)?.[1] : undefined;
        const named = from === undefined ? reading.text(path)?.name : handedOn.get(from);
        const taskDefinition = named !== undefined && reading.isWrittenBy(named) ? undefined : named;
        const id = reading.text(childOf(step, 'id'))?.name;
        if (id !== undefined) handedOn.set(id, taskDefinition);
        if (taskDefinition) reading.name('container', input('container-name'), { taskDefinition });
        reading.name('family', input('task-definition-family'));
        const appspec = reading.text(input('codedeploy-appspec'))?.name;
        if (appspec) reading.pairs.push({ kind: 'appspec', path: appspec, taskDefinition });
      }
    }
    return reading;
  },
};

/** https://github.com/aws-actions: the two that take a task definition. */
const ACTION = /^aws-actions\/amazon-ecs-(?:render|deploy)-task-definition@/;

const OUTPUT = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.task-definition\s*\}\}$/;

/** The value of an input; where that is `${{ env.NAME }}`, what the nearest `env` has for it. */
function throughEnvironment(
  input: Node | undefined,
  environments: readonly (Node | undefined)[],
): Node | undefined {
  const name = input?.kind === 'string' ? /^\$\{\{\s*env\.(\w+)\s*\}\}$/.exec(input.value)?.[1] : undefined;
  if (name === undefined) return input;
  for (const environment of environments) {
    const value = childOf(environment, name);
    if (value) return value;
  }
  return undefined;
}

class Reading implements OtherFile {
  readonly uses: Use[] = [];
  readonly pairs: Pair[] = [];

  constructor(private readonly source: string) {}

  name(kind: Use['kind'], node: Node | undefined, more: Pick<Use, 'taskDefinition'> = {}): void {
    const found = this.text(node);
    if (!found || found.name === '') return;
    // Several steps of a workflow may take the same value from its environment.
    const isKnown = this.uses.some(
      (use) => use.range.start === found.range.start && use.taskDefinition === more.taskDefinition,
    );
    if (!isKnown) this.uses.push({ kind, ...found, ...more });
  }

  /** Whether a script in the file writes that file: `aws ecs describe-task-definition ... > task-definition.json`. */
  isWrittenBy(path: string): boolean {
    return ['>', '> ', '> ./', 'tee ', '-o '].some((sign) => this.source.includes(sign + path));
  }

  /** The family in `family`, `family:3` or the ARN of a task definition. */
  family(node: Node | undefined): void {
    const found = this.text(node);
    const match = /^(arn:[^/]*:task-definition\/)?([\w-]+)(?::\d+)?$/.exec(found?.name ?? '');
    if (!found || match?.[2] === undefined) return;
    const start = found.range.start + (match[1]?.length ?? 0);
    const name = match[2];
    this.uses.push({ kind: 'family', name, range: { start, end: start + name.length } });
  }

  /** A container that a load balancer or a registry sends requests to, and the port. */
  target(holder: Node | undefined, containerKey: string, portKey: string): void {
    const named = childOf(holder, containerKey);
    this.name('container', named);
    const container = this.text(named)?.name;
    const port = childOf(holder, portKey);
    const number = port?.kind === 'number' && port.integer ? port.value : Number(this.text(port)?.name);
    if (!container || !port || !(number > 0)) return;
    this.uses.push({ kind: 'containerPort', name: String(number), range: this.inside(port), container });
  }

  /** A text that is known, and where it stands. */
  text(node: Node | undefined): { name: string; range: Range } | undefined {
    if (node?.kind !== 'string' || hasPlaceholder(node.value)) return undefined;
    const range = this.inside(node);
    // With escapes the text does not stand there as it is.
    return this.source.slice(range.start, range.end) === node.value ? { name: node.value, range } : undefined;
  }

  inside({ start, end }: Range): Range {
    const quoted = /["']/.test(this.source[start] ?? '');
    return quoted ? { start: start + 1, end: end - 1 } : { start, end };
  }
}

function itemsOf(list: Node | undefined): readonly Node[] {
  return list?.kind === 'array' ? list.items : [];
}
