import type { Fix } from '../finding';
import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-name-duplicate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'portMappings',
  facts: ['NET-17'],
  docs: {
    title: 'A port name that is used twice',
    why: 'Service Connect and VPC Lattice find a port of the task by its name, so a name can stand for one port only.',
    answer: 'When networkMode=awsvpc, port mapping name is already used',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
    ],
    factors: ['VII'],
  },
  messages: {
    awsvpc:
      'The port name "{name}" is used twice in this task, and AWS refuses that with network mode awsvpc. Choose another name.',
    other:
      'The port name "{name}" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.',
  },
  check(definition, { report }) {
    const awsvpc = definition.networkMode?.value === 'awsvpc';
    const seen = new Map<string, Node>();
    let taken: Set<string> | undefined;
    for (const container of definition.containers) {
      for (const mapping of container.objects('portMappings')) {
        const name = mapping.string('name');
        if (!name?.value) continue;
        const first = seen.get(name.value);
        if (!first) {
          seen.set(name.value, name.node);
          continue;
        }
        taken ??= portNames(definition);
        report(awsvpc ? 'awsvpc' : 'other', atValue(name.node), {
          data: { name: name.value },
          // The refusal is known with awsvpc only.
          ...(!awsvpc && { severity: 'warning' as const }),
          fixes: [rename(name, mapping.integer('containerPort')?.value, taken)],
          related: [{ ...atValue(first).range, message: `"${name.value}" is the name of this port.` }],
        });
      }
    }
  },
});

/** Names of ports have 64 characters at most; this leaves room for what is put behind. */
const ROOM = 56;

function portNames({ containers }: TaskDefinition): Set<string> {
  return new Set(
    containers.flatMap((container) =>
      container.objects('portMappings').flatMap((mapping) => mapping.string('name')?.value ?? []),
    ),
  );
}

/** To the name with the port behind it, else with the first number that makes it a new one. */
function rename(name: Value<string>, port: number | undefined, taken: ReadonlySet<string>): Fix {
  const stem = name.value.slice(0, ROOM);
  let value = `${stem}-${port ?? 2}`;
  for (let number = 2; taken.has(value); number++) value = `${stem}-${number}`;
  return {
    title: `Change name to "${value}"`,
    changes: [{ kind: 'set', pointer: pointerOf(name.node), value }],
    safe: false,
  };
}
