import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'host-port-mismatch',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'portMappings',
  facts: ['NET-1', 'NET-2', 'BP-AWSVPC-PORT'],
  docs: {
    title: 'A host port that differs from the container port',
    why: 'With awsvpc the task has an address of its own, and with host the container uses the ports of the instance directly: in both there is nothing to map, so the two ports have to be the same.',
    answer: 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    scanners: { 'cfn-lint': ['E3053'] },
    factors: ['VII'],
  },
  messages: {
    differs:
      'In network mode {mode} nothing is mapped, so hostPort {host} must equal containerPort {container}. Remove hostPort, or make it {container}.',
    zero: 'hostPort 0 asks for a free port of the host, which network mode awsvpc does not have; AWS has refused it. Remove hostPort.',
  },
  check(container, { definition, report }) {
    const mode = definition.networkMode?.value;
    if (mode !== 'awsvpc' && mode !== 'host') return;
    for (const mapping of container.objects('portMappings')) {
      const host = mapping.integer('hostPort');
      const port = mapping.integer('containerPort');
      if (!host || !port || host.value === port.value) continue;
      const pointer = pointerOf(host.node);
      const remove: Fix = { title: 'Remove hostPort', changes: [{ kind: 'remove', pointer }], safe: false };
      if (host.value === 0 && mode === 'awsvpc') {
        // One refusal is known against one remark that ECS rewrites it.
        report('zero', atValue(host.node), { severity: 'warning', fixes: [remove] });
        continue;
      }
      report('differs', atValue(host.node), {
        data: { mode, host: host.value, container: port.value },
        fixes: [
          remove,
          {
            title: `Change hostPort to ${port.value}`,
            changes: [{ kind: 'set', pointer, value: port.value }],
            safe: false,
          },
        ],
      });
    }
  },
});
