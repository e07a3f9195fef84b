import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'app-mesh-ended',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'proxyConfiguration',
  facts: ['PRX-2', 'BP-APPMESH'],
  docs: {
    title: 'App Mesh has ended',
    why: 'proxyConfiguration leads the traffic of the task through a proxy of AWS App Mesh, a service that ended on 30 September 2026. Service Connect is its successor, and is set up in the service.',
    sources: [
      'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
    ],
    factors: ['IV'],
  },
  messages: {
    ended:
      'AWS App Mesh ended on 30 September 2026, and proxyConfiguration serves nothing else. Use Service Connect, and remove proxyConfiguration and the proxy container.',
  },
  check(definition, { report }) {
    const proxy = definition.task?.object('proxyConfiguration');
    if (!proxy || proxy.node.properties.length === 0) return;
    // These launch types refuse it: said by member-not-supported.
    if (definition.requires('EXTERNAL') || definition.requires('MANAGED_INSTANCES')) return;
    report('ended', atValue(proxy.node), {
      fixes: [
        {
          title: 'Remove proxyConfiguration',
          changes: [{ kind: 'remove', pointer: pointerOf(proxy.node) }],
          safe: false,
        },
      ],
    });
  },
});
