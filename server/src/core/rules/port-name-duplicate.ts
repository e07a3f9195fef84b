import { atValue } from '../location';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-name-duplicate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
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
    for (const container of definition.containers) {
      for (const mapping of container.objects('portMappings')) {
        const name = mapping.string('name');
        if (!name?.value) continue;
        const first = seen.get(name.value);
        if (!first) {
          seen.set(name.value, name.node);
          continue;
        }
        report(awsvpc ? 'awsvpc' : 'other', atValue(name.node), {
          data: { name: name.value },
          // The refusal is known with awsvpc only.
          ...(!awsvpc && { severity: 'warning' as const }),
          related: [{ ...atValue(first).range, message: `"${name.value}" is the name of this port.` }],
        });
      }
    }
  },
});
