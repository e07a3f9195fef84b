import rule from '../../server/src/core/rules/proxy-network-mode';
import { testRule } from '../support/rule-tester';

const proxy = (task: object) => ({
  ...task,
  proxyConfiguration: { containerName: 'envoy' },
  containerDefinitions: [],
});

testRule(rule, {
  wrong: [
    {
      name: 'another mode',
      text: '{ "networkMode": «"bridge"», "proxyConfiguration": { "containerName": "envoy" }, "containerDefinitions": [] }',
      message:
        'proxyConfiguration works in network mode "awsvpc" only, not "bridge". Change networkMode, or remove proxyConfiguration.',
      pointer: '/networkMode',
      fixes: [
        { title: 'Change networkMode to "awsvpc"', result: proxy({ networkMode: 'awsvpc' }) },
        {
          title: 'Remove proxyConfiguration',
          result: { networkMode: 'bridge', containerDefinitions: [] },
        },
      ],
    },
    {
      name: 'no mode',
      text: '{ «"proxyConfiguration"»: { "containerName": "envoy" }, "containerDefinitions": [] }',
      message:
        'proxyConfiguration works in network mode "awsvpc" only, and without the key AWS assumes another mode. Add "networkMode": "awsvpc", or remove proxyConfiguration.',
      pointer: '/proxyConfiguration',
      fixes: [
        { title: 'Add "networkMode": "awsvpc"', result: proxy({ networkMode: 'awsvpc' }) },
        { title: 'Remove proxyConfiguration' },
      ],
    },
  ],
  right: [
    { name: 'awsvpc', document: proxy({ networkMode: 'awsvpc' }) },
    { name: 'a mode left open', document: proxy({ networkMode: '${MODE}' }) },
    { name: 'a mode of null', document: proxy({ networkMode: null }) },
    {
      name: 'Fargate, where the mode is another rule',
      document: proxy({ requiresCompatibilities: ['FARGATE'], networkMode: 'bridge' }),
    },
    {
      name: 'external instances, which take no proxy at all',
      document: proxy({ requiresCompatibilities: ['EXTERNAL'], networkMode: 'bridge' }),
    },
    {
      name: 'managed instances, which take none either',
      document: proxy({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'host' }),
    },
    { name: 'no mode at all, which the schema reports', document: proxy({ networkMode: 'nat' }) },
    { name: 'no proxy', document: { networkMode: 'bridge', containerDefinitions: [] } },
  ],
});
