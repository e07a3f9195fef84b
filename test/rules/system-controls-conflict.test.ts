import rule from '../../server/src/core/rules/system-controls-conflict';
import { testRule } from '../support/rule-tester';

type Control = readonly [namespace: string, value: string];
const controls = (networkMode: string, web: Control, side: Control) => ({
  networkMode,
  containerDefinitions: [
    { name: 'web', systemControls: [{ namespace: web[0], value: web[1] }] },
    { name: 'side', systemControls: [{ namespace: side[0], value: side[1] }] },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'two values',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": "net.core.somaxconn", "value": "4096" }] }, { "name": "side", "systemControls": [{ "namespace": "net.core.somaxconn", "value": «"1024"» }] }] }',
      message:
        'In an awsvpc task net.core.somaxconn holds for all containers, and container "web" sets it to "4096". Use one value: the container started last wins.',
      pointer: '/containerDefinitions/1/systemControls/0/value',
      related: ['The other value of net.core.somaxconn.'],
      fixes: [
        {
          title: 'Change it to "4096"',
          result: controls('awsvpc', ['net.core.somaxconn', '4096'], ['net.core.somaxconn', '4096']),
        },
        {
          title: 'Change the other one to "1024"',
          result: controls('awsvpc', ['net.core.somaxconn', '1024'], ['net.core.somaxconn', '1024']),
        },
      ],
    },
  ],
  right: [
    {
      name: 'one value',
      document: controls('awsvpc', ['net.core.somaxconn', '4096'], ['net.core.somaxconn', '4096']),
    },
    {
      name: 'two parameters',
      document: controls('awsvpc', ['net.core.somaxconn', '4096'], ['net.ipv4.tcp_syncookies', '1']),
    },
    {
      name: 'no network of one’s own',
      document: controls('awsvpc', ['kernel.msgmax', '4096'], ['kernel.msgmax', '1']),
    },
    {
      name: 'bridge, a network for each',
      document: controls('bridge', ['net.core.somaxconn', '4096'], ['net.core.somaxconn', '1']),
    },
    {
      name: 'host, which is refused',
      document: controls('host', ['net.core.somaxconn', '4096'], ['net.core.somaxconn', '1']),
    },
    {
      name: 'a value left open',
      document: controls('awsvpc', ['net.core.somaxconn', '4096'], ['net.core.somaxconn', '${N}']),
    },
    {
      name: 'one container, twice',
      document: {
        networkMode: 'awsvpc',
        containerDefinitions: [
          {
            name: 'web',
            systemControls: ['1', '2'].map((value) => ({ namespace: 'net.core.somaxconn', value })),
          },
          { name: 'side' },
        ],
      },
    },
  ],
});
