import type { PortMapping } from '@aws-sdk/client-ecs';
import { isPlaceholder } from '../model/placeholder';
import { protocolOf } from '../model/ports';
import { type Container, nameOf } from '../model/taskDefinition';
import type { View } from '../model/view';
import type { Node } from '../syntax/tree';
import { type Draft, type Outcome, quoted, removals } from './conversion';

/**
 * A task with a network interface of its own maps no ports: host ports go, and so does the second of two mappings of
 * one container port, which only differ in their host ports. One that has a name or more stays for a person to decide.
 */
export function unmapPorts({ definition }: Draft): Outcome {
  if (definition.networkMode?.value !== 'awsvpc') return {};
  const gone: Node[] = [];
  const summary: string[] = [];
  const open: string[] = [];
  for (const container of definition.containers) {
    const owner = quoted(nameOf(container, definition.containers));
    const twice = mappedTwice(container);
    for (const mapping of container.objects('portMappings')) {
      const host = mapping.get('hostPort');
      const port = mapping.integer('containerPort');
      if (twice.has(mapping.node)) {
        gone.push(mapping.node);
        summary.push(
          `Removed a further mapping of port ${port?.value} in ${owner}${wasOn(mapping)}: one container port has one mapping.`,
        );
      } else if (host && isPlaceholder(host)) {
        if (!isSameMark(host, mapping.get('containerPort'))) open.push(`hostPort in ${owner}`);
      } else if (host?.kind === 'number' && host.value !== port?.value && hasPort(mapping)) {
        gone.push(host);
        summary.push(
          `Removed hostPort in ${owner}: it answers on ${port?.value ?? 'its container port'}${wasOn(mapping)}.`,
        );
      }
    }
  }
  return { changes: removals(gone), summary, open };
}

function hasPort(mapping: View<PortMapping>): boolean {
  return mapping.get('containerPort') !== undefined || mapping.get('containerPortRange') !== undefined;
}

function wasOn(mapping: View<PortMapping>): string {
  const host = mapping.integer('hostPort')?.value;
  if (host === undefined) return '';
  return host === 0 ? ' instead of a port of the host' : ` instead of ${host}`;
}

/** Mappings that say nothing that another one of the same port, or the first such one, does not say. */
function mappedTwice(container: Container): Set<Node> {
  const twice = new Set<Node>();
  const byPort = new Map<string, View<PortMapping>[]>();
  for (const mapping of container.objects('portMappings')) {
    const port = mapping.integer('containerPort');
    const protocol = protocolOf(mapping);
    if (!port || !protocol) continue;
    const key = `${port.value}/${protocol}`;
    byPort.set(key, [...(byPort.get(key) ?? []), mapping]);
  }
  for (const mappings of byPort.values()) {
    const plain = mappings.filter(isPlain);
    for (const mapping of plain.length === mappings.length ? plain.slice(1) : plain) twice.add(mapping.node);
  }
  return twice;
}

/** Whether it says ports and protocol only, none of which a template fills in. */
function isPlain({ node }: View<PortMapping>): boolean {
  return node.properties.every(
    ({ key, value }) =>
      ['containerPort', 'hostPort', 'protocol'].includes(key) && value !== undefined && !isPlaceholder(value),
  );
}

function isSameMark(a: Node, b: Node | undefined): boolean {
  return a.kind === 'string' && b?.kind === 'string' && a.value === b.value;
}
