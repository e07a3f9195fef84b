import type {
  Compatibility,
  ContainerDefinition,
  NetworkMode,
  RegisterTaskDefinitionRequest,
  Volume as VolumeShape,
} from '@aws-sdk/client-ecs';
import type { Kind } from '../detect';
import type { ArrayNode, Node, ObjectNode } from '../syntax/tree';
import { childOf } from '../syntax/tree';
import { parseCpu, parseMemory } from './size';
import { type Value, View } from './view';

export type Container = View<ContainerDefinition>;
export type Volume = View<VolumeShape>;

/** What rules reason about. Built once for a document version; every member is looked up when asked for. */
export class TaskDefinition {
  /** The task level; undefined for a bare list of containers, about whose task nothing is known. */
  readonly task: View<RegisterTaskDefinitionRequest> | undefined;
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  #byName: Map<string | undefined, Container> | undefined;
  #keys: Set<string> | undefined;

  /** @param hasGaps blocks of a template, {{ if .Debug }}, leave open what is there and what is not */
  constructor(
    readonly node: ObjectNode | ArrayNode,
    readonly hasGaps = false,
    /** What to take `requiresCompatibilities` for where the document lists none. */
    private readonly assumed?: Compatibility,
  ) {
    this.task = node.kind === 'object' ? new View(node) : undefined;
    const list = node.kind === 'array' ? node : childOf(node, 'containerDefinitions');
    this.containers = (list?.kind === 'array' ? list.items : []).flatMap((item) =>
      isContainer(item) ? [new View<ContainerDefinition>(item)] : [],
    );
    this.volumes = this.task?.objects('volumes') ?? [];
  }

  /**
   * The entry of `requiresCompatibilities` that demands this launch type, or the task definition itself where it is
   * assumed; undefined when neither.
   */
  requires(launchType: Compatibility): Value<string> | undefined {
    if (this.task && this.assumed === launchType) return { value: launchType, node: this.task.node };
    return this.task?.strings('requiresCompatibilities').find((listed) => listed.value === launchType);
  }

  /** The same task definition, taken to require a launch type; undefined where it (perhaps) says so itself. */
  assuming(launchType: Compatibility): TaskDefinition | undefined {
    if (!this.task) return undefined;
    const listed = this.task.get('requiresCompatibilities');
    const none = listed
      ? listed.kind === 'array' && listed.items.length === 0
      : this.task.lacks('requiresCompatibilities');
    return none ? new TaskDefinition(this.task.node, this.hasGaps, launchType) : undefined;
  }

  get networkMode(): Value<NetworkMode> | undefined {
    return this.task?.string('networkMode');
  }

  /** True when `runtimePlatform` names a Windows family; undefined when a template leaves it open. */
  get windows(): boolean | undefined {
    const platform = this.task?.object('runtimePlatform');
    if (!platform) return this.task?.get('runtimePlatform') ? undefined : false;
    const family = platform.string('operatingSystemFamily');
    if (!family) return platform.get('operatingSystemFamily') ? undefined : false;
    return family.value.startsWith('WINDOWS');
  }

  /** Task-level cpu in CPU units; undefined when absent, open or unreadable. */
  get cpu(): Value<number> | undefined {
    return parsed(this.task?.string('cpu'), parseCpu);
  }

  /** Task-level memory in MiB; undefined when absent, open or unreadable. */
  get memory(): Value<number> | undefined {
    return parsed(this.task?.string('memory'), parseMemory);
  }

  /** Whether the list of containers holds something that is not (yet) an object, so that a container may be unseen. */
  get hasUnknownContainers(): boolean {
    const list = this.containers[0]?.node.parent;
    return list?.kind === 'array' && list.items.length !== this.containers.length;
  }

  /** Whether a key stands anywhere in the document. */
  hasKey(key: string): boolean {
    this.#keys ??= collectKeys(this.node, new Set());
    return this.#keys.has(key);
  }

  /** The first container of that name. */
  container(name: string): Container | undefined {
    this.#byName ??= new Map(
      this.containers.toReversed().map((container) => [container.string('name')?.value, container]),
    );
    return this.#byName.get(name);
  }
}

/** The container that a value is part of; undefined elsewhere. */
export function containerAt(value: Node, { containers }: TaskDefinition): Container | undefined {
  const list = containers[0]?.node.parent;
  for (let node: Node | undefined = value; node; node = node.parent) {
    if (node.parent && node.parent === list) return node.kind === 'object' ? new View(node) : undefined;
  }
  return undefined;
}

/** Braces with nothing in them yet are being typed. */
function isContainer(item: Node): item is ObjectNode {
  return item.kind === 'object' && item.properties.some(({ value }) => value);
}

/** Whether the container keeps its task alive: `essential` is true when left out. Undefined when open. */
export function isEssential(container: Container): boolean | undefined {
  const essential = container.boolean('essential');
  if (essential) return essential.value;
  return container.lacks('essential') ? true : undefined;
}

function collectKeys(node: Node, keys: Set<string>): Set<string> {
  if (node.kind === 'array') for (const item of node.items) collectKeys(item, keys);
  else if (node.kind === 'object') {
    for (const { key, value } of node.properties) {
      keys.add(key);
      if (value) collectKeys(value, keys);
    }
  }
  return keys;
}

/** What to call a container in a message: by its name, even where a template has yet to fill it in. */
export function nameOf(container: Container, containers: readonly Container[]): string {
  const name = container.get('name');
  return name?.kind === 'string' ? name.value : `#${containers.indexOf(container) + 1}`;
}

/** The node that holds the task definition (or the list of containers) in a document of this kind. */
export function definitionNode(root: Node | undefined, kind: Kind): ObjectNode | ArrayNode | undefined {
  const wrapped = kind === 'describe-output' ? childOf(root, 'taskDefinition') : undefined;
  const node = wrapped ?? root;
  return node?.kind === 'object' || node?.kind === 'array' ? node : undefined;
}

function parsed(
  text: Value<string> | undefined,
  read: (text: string) => number | undefined,
): Value<number> | undefined {
  const value = text && read(text.value);
  return value === undefined || !text ? undefined : { value, node: text.node };
}
