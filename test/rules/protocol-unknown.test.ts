import rule from '../../server/src/core/rules/protocol-unknown';
import { testRule } from '../support/rule-tester';

const task = (...portMappings: object[]) => ({ containerDefinitions: [{ name: 'web', portMappings }] });

testRule(rule, {
  wrong: [
    {
      name: 'udp in upper case',
      text: '{ "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 53, "protocol": «"UDP"» }] }] }',
      message:
        'AWS takes "UDP" for tcp, since it knows "udp" in lower case only: no UDP traffic arrives. Change it to "udp".',
      pointer: '/containerDefinitions/0/portMappings/0/protocol',
      fixes: [{ title: 'Change protocol to "udp"', result: task({ containerPort: 53, protocol: 'udp' }) }],
    },
    {
      name: 'tcp in upper case',
      text: '{ "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "protocol": «"TCP"» }] }] }',
      message: 'AWS takes the protocol "TCP" for "tcp": it knows "tcp" and "udp" in lower case only.',
      pointer: '/containerDefinitions/0/portMappings/0/protocol',
      severity: 'info',
      fixes: [
        {
          title: 'Change protocol to "tcp"',
          result: task({ containerPort: 80, protocol: 'tcp' }),
        },
      ],
    },
    {
      name: 'an application protocol',
      text: '{ "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "protocol": «"HTTP"» }] }] }',
      message: 'AWS takes the protocol "HTTP" for "tcp": it knows "tcp" and "udp" in lower case only.',
      pointer: '/containerDefinitions/0/portMappings/0/protocol',
      severity: 'info',
      fixes: [
        { title: 'Change protocol to "tcp"', result: task({ containerPort: 80, protocol: 'tcp' }) },
        {
          title: 'Move "HTTP" to appProtocol',
          result: task({ containerPort: 80, protocol: 'tcp', appProtocol: 'http' }),
        },
      ],
    },
    {
      name: 'an application protocol beside the key for it',
      text: '{ "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "protocol": «"grpc"», "appProtocol": "grpc" }] }] }',
      message: 'AWS takes the protocol "grpc" for "tcp": it knows "tcp" and "udp" in lower case only.',
      pointer: '/containerDefinitions/0/portMappings/0/protocol',
      severity: 'info',
      fixes: [{ title: 'Change protocol to "tcp"' }],
    },
  ],
  right: [
    {
      name: 'the two protocols, and none',
      document: task(
        { containerPort: 53, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp' },
        { containerPort: 80 },
      ),
    },
    { name: 'an open protocol', document: task({ containerPort: 53, protocol: '${PROTOCOL}' }) },
    { name: 'no text, which the schema reports', document: task({ containerPort: 53, protocol: 6 }) },
  ],
});
