import type { PortMapping } from '@aws-sdk/client-ecs';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { LAST_PORT, type Protocol, protocolOf } from '../model/ports';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Value, View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

/** Ports to try; nobody maps so many in a row. */
const NEAR = 100;

export default defineRule({
  id: 'port-mapped-twice',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'portMappings',
  facts: ['NET-12', 'NET-20'],
  docs: {
    title: 'A port that is mapped twice',
    why: 'Containers of one awsvpc task share its ports, and containers on one instance share the host ports they ask for. Only one of them can have a port. The same number for tcp and for udp is two ports.',
    answer: "container port '80' is used multiple times in task when networkMode=awsvpc",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    container:
      'Container port {port}/{protocol} is mapped twice, and all containers of an awsvpc task share its ports. Let one of them listen on another port.',
    host: 'Host port {port}/{protocol} is mapped twice in this task. Choose another one, or leave hostPort out for a free port.',
    instance:
      'Port {port}/{protocol} is mapped twice, and in network mode host all containers share the ports of the instance. Let one of them listen on another port.',
  },
  check(definition, { report }) {
    const mode = definition.networkMode?.value;
    const message = mode === 'awsvpc' ? 'container' : mode === 'host' ? 'instance' : 'host';
    const all = ports(definition);
    const seen = new Map<string, Port>();
    let taken: Set<number> | undefined;
    for (const later of all) {
      const { port, protocol } = later;
      const key = `${port.value}/${protocol}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, later);
        continue;
      }
      taken ??= new Set(all.map(({ port }) => port.value));
      const fixes = message === 'host' ? changeHostPort(later, taken) : changePort(later, first, taken);
      report(message, atValue(port.node), {
        data: { port: port.value, protocol },
        related: [
          {
            start: first.port.node.start,
            end: first.port.node.end,
            message: `The first mapping of port ${port.value}.`,
          },
        ],
        fixes,
      });
    }
  },
});

function remove(what: string, node: Node): Fix {
  return { title: `Remove ${what}`, changes: [{ kind: 'remove', pointer: pointerOf(node) }], safe: false };
}

/** Mapped ports have a port of their own on the host, or any that is free. */
function changeHostPort({ port: { node, value } }: Port, taken: ReadonlySet<number>): Fix[] {
  const pointer = pointerOf(node);
  const change = (port: number, title: string): Fix => ({
    title,
    changes: [{ kind: 'set', pointer, value: port }],
    safe: false,
  });
  const next = firstFree(value + 1, taken);
  return [
    ...(next === undefined ? [] : [change(next, `Change hostPort to ${next}`)]),
    change(0, 'Change hostPort to 0, for any free port'),
    remove('hostPort', node),
  ];
}

/** Undefined where none is near. */
function firstFree(from: number, taken: ReadonlySet<number>): number | undefined {
  const last = Math.min(from + NEAR, LAST_PORT);
  for (let value = from; value <= last; value++) if (!taken.has(value)) return value;
  return undefined;
}

/** A second mapping of the same container is one too many; another container can listen elsewhere. */
function changePort(later: Port, first: Port, taken: ReadonlySet<number>): Fix[] {
  const { mapping } = later;
  if (mapping.node.parent === first.mapping.node.parent) return [remove('this mapping', mapping.node)];
  // 80 becomes 8080, and 443 becomes 8443, as people write it.
  const value = firstFree(later.port.value < 1000 ? later.port.value + 8000 : later.port.value + 1, taken);
  if (value === undefined) return [];
  const keys = ['containerPort', 'hostPort'] as const;
  return [
    {
      title: `Change the port to ${value}`,
      changes: keys.flatMap((key) => {
        const node = mapping.integer(key)?.node;
        return node ? [{ kind: 'set' as const, pointer: pointerOf(node), value }] : [];
      }),
      safe: false,
    },
  ];
}

interface Port {
  readonly mapping: View<PortMapping>;
  readonly port: Value<number>;
  readonly protocol: Protocol;
}

/** The ports that nobody else in the task may have. */
function ports(definition: TaskDefinition): Port[] {
  const task = definition.task;
  const mode = definition.networkMode?.value;
  // Without a known mode only fixed host ports count, and those not where the mode is left open or must be awsvpc.
  const usesMapping =
    mode === 'bridge' ||
    (mode === undefined && task?.lacks('networkMode') && !definition.requires('FARGATE'));
  if (mode !== 'awsvpc' && mode !== 'host' && !usesMapping) return [];
  return definition.containers.flatMap((container) =>
    container.objects('portMappings').flatMap((mapping): Port[] => {
      const protocol = protocolOf(mapping);
      if (!protocol) return [];
      const container = mapping.integer('containerPort');
      const host = mapping.integer('hostPort');
      const port = mode === 'awsvpc' ? container : mode === 'host' ? (host ?? container) : host;
      if (!port || port.value === 0) return [];
      return [{ mapping, port, protocol }];
    }),
  );
}
