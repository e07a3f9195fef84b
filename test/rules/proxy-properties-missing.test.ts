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
      fixes: [
        {
          title:
            'Add ProxyIngressPort "15000", ProxyEgressPort "15001", AppPorts "<APP_PORTS>", IgnoredUID "1337" (fill in <APP_PORTS>)',
          result: proxy([
            { name: 'ProxyIngressPort', value: '15000' },
            { name: 'ProxyEgressPort', value: '15001' },
            { name: 'AppPorts', value: '<APP_PORTS>' },
            { name: 'IgnoredUID', value: '1337' },
          ]),
        },
        { title: 'Remove proxyConfiguration', result: { containerDefinitions: [{ name: 'envoy' }] } },
      ],
    },
    {
      name: 'one missing',
      text: '{ "proxyConfiguration": { "containerName": "envoy", «"properties"»: [{ "name": "AppPorts" }, { "name": "ProxyEgressPort" }, { "name": "IgnoredGID" }] }, "containerDefinitions": [{ "name": "envoy" }] }',
      message: message('ProxyIngressPort'),
      pointer: '/proxyConfiguration/properties',
      fixes: [{ title: 'Add ProxyIngressPort "15000"' }, { title: 'Remove proxyConfiguration' }],
    },
    {
      name: 'what the containers tell: the ports of the application, the user of the proxy',
      text: '{ "proxyConfiguration": { "containerName": "envoy", «"properties"»: [{ "name": "ProxyIngressPort" }, { "name": "ProxyEgressPort" }] }, "containerDefinitions": [{ "name": "envoy", "user": "2000:2000", "portMappings": [{ "containerPort": 9901 }] }, { "name": "web", "portMappings": [{ "containerPort": 80 }, { "containerPort": 8080 }] }, { "name": "log", "portMappings": [{ "containerPort": 80 }] }] }',
      message: message('AppPorts, IgnoredUID (or IgnoredGID)'),
      pointer: '/proxyConfiguration/properties',
      fixes: [{ title: 'Add AppPorts "80,8080", IgnoredUID "2000"' }, { title: 'Remove proxyConfiguration' }],
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
