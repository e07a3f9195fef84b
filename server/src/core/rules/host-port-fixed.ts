import type { Fix } from '../finding';
import { atValue } from '../location';
import { mapsPorts } from '../model/network';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'host-port-fixed',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'portMappings',
  facts: ['NET-3', 'NET-21'],
  docs: {
    title: 'A fixed host port allows one copy of the task on an instance',
    why: 'A port of an instance belongs to one container at a time. With free host ports, or with awsvpc, as many copies as fit run side by side.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#network_mode_ec2',
    ],
    factors: ['VII', 'VIII'],
  },
  messages: {
    bridge:
      'Host port {port} lets one copy of this task run on an instance. Without hostPort each copy gets a free port, which a load balancer finds by itself.',
    host: 'In network mode host, port {port} lets one copy of this task run on an instance. With awsvpc each copy has an address of its own.',
  },
  check(container, { definition, report }) {
    const host = definition.networkMode?.value === 'host';
    if (!host && !mapsPorts(definition)) return;
    for (const mapping of container.objects('portMappings')) {
      const port = host ? mapping.integer('containerPort') : mapping.integer('hostPort');
      if (!port?.value) continue;
      const remove: Fix = {
        title: 'Remove hostPort',
        changes: [{ kind: 'remove', pointer: pointerOf(port.node) }],
        safe: false,
      };
      const data = { port: port.value };
      if (host) report('host', atValue(port.node), { data });
      else report('bridge', atValue(port.node), { data, fixes: [remove] });
    }
  },
});
