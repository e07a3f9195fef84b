import { inside } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
const MEMBERS = new Set([
  'containerPort',
  'containerPortRange',
  'hostPort',
  'protocol',
  'name',
  'appProtocol',
]);

export default defineRule({
  id: 'port-mapping-without-port',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'portMappings',
  facts: ['NET-13'],
  docs: {
    title: 'A port mapping without a container port',
    why: 'A mapping is about a port that the program in the container listens on. Without containerPort or containerPortRange there is nothing to map.',
    answer: "Invalid 'containerPort' setting for container",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    missing:
      'This port mapping does not say which port the container listens on. Add containerPort, or containerPortRange for several.',
  },
  check(container, { definition, report }) {
    for (const mapping of container.objects('portMappings')) {
      if (!mapping.lacks('containerPort') || !mapping.lacks('containerPortRange')) continue;
      // "port" and "targetPort" are reported as unknown keys, and may be the port that is missed here.
      if (mapping.node.properties.some(({ key }) => !MEMBERS.has(key))) continue;
      const host = mapping.integer('hostPort')?.value ?? 0;
      const mode = definition.networkMode?.value;
      report('missing', inside(mapping.node), {
        fixes:
          host > 0
            ? [
                {
                  title: `Add "containerPort": ${host}`,
                  changes: [
                    { kind: 'insert', pointer: pointerOf(mapping.node), key: 'containerPort', value: host },
                  ],
                  // There the two are always the same.
                  safe: mode === 'awsvpc' || mode === 'host',
                },
              ]
            : [],
      });
    }
  },
});
