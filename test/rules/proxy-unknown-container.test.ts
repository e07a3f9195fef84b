import rule from '../../server/src/core/rules/proxy-unknown-container';
import { testRule } from '../support/rule-tester';

const through = (containerName: string, ...containerDefinitions: unknown[]) => ({
  proxyConfiguration: { containerName },
  containerDefinitions,
});
const message =
  'No container of this task is called "envoy", so it cannot be the proxy. Name a container of this task, or add one called "envoy".';

testRule(rule, {
  wrong: [
    {
      name: 'no such container',
      text: '{ "proxyConfiguration": { "containerName": «"envoy"» }, "containerDefinitions": [{ "name": "web" }] }',
      message,
      pointer: '/proxyConfiguration/containerName',
      fixes: [{ title: 'Remove proxyConfiguration', result: { containerDefinitions: [{ name: 'web' }] } }],
    },
    {
      name: 'a container with another name that runs Envoy',
      text: '{ "proxyConfiguration": { "containerName": «"envoy"» }, "containerDefinitions": [{ "name": "web" }, { "name": "sidecar", "image": "envoyproxy/envoy:v1.31.0" }] }',
      message,
      pointer: '/proxyConfiguration/containerName',
      fixes: [{ title: 'Change containerName to "sidecar"' }, { title: 'Remove proxyConfiguration' }],
    },
    {
      name: 'a container with a similar name',
      text: '{ "proxyConfiguration": { "containerName": «"envoy"» }, "containerDefinitions": [{ "name": "web" }, { "name": "Envoy" }] }',
      message,
      pointer: '/proxyConfiguration/containerName',
      fixes: [
        {
          title: 'Change containerName to "Envoy"',
          result: through('Envoy', { name: 'web' }, { name: 'Envoy' }),
        },
        { title: 'Remove proxyConfiguration' },
      ],
    },
  ],
  right: [
    { name: 'a container that exists', document: through('envoy', { name: 'envoy' }) },
    { name: 'a name left open', document: through('${PROXY}', { name: 'web' }) },
    { name: 'a container with an open name', document: through('envoy', { name: '${PROXY}' }) },
    { name: 'a container left open', document: through('envoy', { name: 'web' }, '${PROXY}') },
  ],
});
