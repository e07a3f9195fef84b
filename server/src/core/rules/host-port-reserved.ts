import type { Fix } from '../finding';
import { atValue } from '../location';
import { mapsPorts } from '../model/network';
import { protocolOf } from '../model/ports';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html#ECS-Type-PortMapping-hostPort */
const USERS: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [51678, 'the ECS agent'],
  [51679, 'the ECS agent'],
  [51680, 'the ECS agent'],
]);

export default defineRule({
  id: 'host-port-reserved',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'portMappings',
  facts: ['NET-10'],
  docs: {
    title: 'A host port that the instance keeps for itself',
    why: 'Container instances hold the tcp ports 22, 2375, 2376 and 51678 to 51680 for SSH, Docker and the ECS agent. A task that asks for one of them registers, and then finds no instance.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
  },
  messages: {
    reserved:
      'Host port {port} belongs to {user} on every container instance, so the task finds none that can run it. {instead}',
  },
  check(container, { definition, report }) {
    // With awsvpc the task has an address of its own, and all ports of it.
    const host = definition.networkMode?.value === 'host';
    if (!host && !mapsPorts(definition)) return;
    for (const mapping of container.objects('portMappings')) {
      const port = mapping.integer('hostPort') ?? (host ? mapping.integer('containerPort') : undefined);
      const user = port && USERS.get(port.value);
      if (!user || protocolOf(mapping) !== 'tcp') continue;
      const remove: Fix = {
        title: 'Remove hostPort',
        changes: [{ kind: 'remove', pointer: pointerOf(port.node) }],
        safe: false,
      };
      report('reserved', atValue(port.node), {
        data: {
          port: port.value,
          user,
          instead: host
            ? 'Let the program listen on another port.'
            : 'Choose another one, or leave hostPort out for a free port.',
        },
        fixes: host ? [] : [remove],
      });
    }
  },
});
