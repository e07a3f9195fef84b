import rule from '../../server/src/core/rules/proxy-properties-missing';
import { testRule } from '../support/rule-tester';

const proxy = (properties: unknown) => ({
  proxyConfiguration: { containerName: 'envoy', properties },
  containerDefinitions: [{ name: 'envoy' }],
});
const named = (...names: string[]) => proxy(names.map((name) => ({ name, value: '1' })));
const message = (properties: string) =>
  `The properties of proxyConfiguration lack ${properties}, and there is no default. Add what is missing.`;

testRule(rule, {
  wrong: [
    {
      name: 'no properties at all',
      text: '{ «"proxyConfiguration"»: { "containerName": "envoy" }, "containerDefinitions": [{ "name": "envoy" }] }',
      message: message('ProxyIngressPort, ProxyEgressPort, AppPorts, IgnoredUID (or IgnoredGID)'),
      pointer: '/proxyConfiguration',
    },
    {
      name: 'one missing',
      text: '{ "proxyConfiguration": { "containerName": "envoy", «"properties"»: [{ "name": "AppPorts" }, { "name": "ProxyEgressPort" }, { "name": "IgnoredGID" }] }, "containerDefinitions": [{ "name": "envoy" }] }',
      message: message('ProxyIngressPort'),
      pointer: '/proxyConfiguration/properties',
    },
  ],
  right: [
    {
      name: 'all, with a user',
      document: named('IgnoredUID', 'ProxyIngressPort', 'ProxyEgressPort', 'AppPorts'),
    },
    {
      name: 'all, with a group',
      document: named('IgnoredGID', 'ProxyIngressPort', 'ProxyEgressPort', 'AppPorts'),
    },
    { name: 'a name left open', document: named('${NAME}') },
    { name: 'a property left open', document: proxy(['${PROPERTY}']) },
    { name: 'properties left open', document: proxy('${PROPERTIES}') },
    { name: 'properties of null', document: proxy(null) },
  ],
});
