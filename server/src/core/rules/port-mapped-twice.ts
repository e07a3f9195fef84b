import { atValue } from '../location';
import { type Protocol, protocolOf } from '../model/ports';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-mapped-twice',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
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
  },
  check(definition, { report }) {
    const awsvpc = definition.networkMode?.value === 'awsvpc';
    const seen = new Map<string, Value<number>>();
    for (const { port, protocol } of ports(definition)) {
      const key = `${port.value}/${protocol}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, port);
        continue;
      }
      report(awsvpc ? 'container' : 'host', atValue(port.node), {
        data: { port: port.value, protocol },
        related: [
          {
            start: first.node.start,
            end: first.node.end,
            message: `The first mapping of port ${port.value}.`,
          },
        ],
      });
    }
  },
});

interface Port {
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
      return [{ port, protocol }];
    }),
  );
}
