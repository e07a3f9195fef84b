import rule from '../../server/src/core/rules/app-mesh-ended';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'a proxy',
      text: '{ "containerDefinitions": [{ "name": "envoy" }], «"proxyConfiguration"»: { "containerName": "envoy" } }',
      message:
        'AWS App Mesh ended on 30 September 2026, and proxyConfiguration serves nothing else. Use Service Connect, and remove proxyConfiguration and the proxy container.',
      pointer: '/proxyConfiguration',
      fixes: [{ title: 'Remove proxyConfiguration', result: { containerDefinitions: [{ name: 'envoy' }] } }],
    },
  ],
  right: [
    { name: 'no proxy', document: { containerDefinitions: [{ name: 'envoy' }] } },
    {
      name: 'an empty object',
      document: { containerDefinitions: [{ name: 'envoy' }], proxyConfiguration: {} },
    },
    {
      name: 'external instances, where member-not-supported reports it',
      document: { requiresCompatibilities: ['EXTERNAL'], proxyConfiguration: { containerName: 'envoy' } },
    },
    {
      name: 'Managed Instances, where member-not-supported reports it',
      document: {
        requiresCompatibilities: ['MANAGED_INSTANCES'],
        proxyConfiguration: { containerName: 'envoy' },
      },
    },
  ],
});
