import rule from '../../server/src/core/rules/port-name-duplicate';
import { testRule } from '../support/rule-tester';

const named = (...names: unknown[]) => ({
  networkMode: 'awsvpc',
  containerDefinitions: names.map((name, i) => ({ portMappings: [{ name, containerPort: 80 + i }] })),
});

const LONG = 'x'.repeat(64);

testRule(rule, {
  wrong: [
    {
      name: 'twice in one container with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "name": "http", "containerPort": 80 }, { "name": «"http"», "containerPort": 8080 }] }] }',
      message:
        'The port name "http" is used twice in this task, and AWS refuses that with network mode awsvpc. Choose another name.',
      pointer: '/containerDefinitions/0/portMappings/1/name',
      related: ['"http" is the name of this port.'],
      fixes: [{ title: 'Change name to "http-8080"' }],
    },
    {
      name: 'in two containers in bridge mode',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "portMappings": [{ "name": "http", "containerPort": 80 }] }, { "portMappings": [{ "name": «"http"», "containerPort": 80 }] }] }',
      message:
        'The port name "http" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.',
      pointer: '/containerDefinitions/1/portMappings/0/name',
      severity: 'warning',
      fixes: [{ title: 'Change name to "http-80"' }],
    },
    {
      name: 'thrice, where the name with the port is taken, and without a port',
      text: '{ "containerDefinitions": [{ "portMappings": [{ "name": "http" }, { "name": "http-80" }, { "name": «"http"», "containerPort": 80 }, { "name": «"http"» }] }] }',
      message:
        'The port name "http" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.',
      pointer: '/containerDefinitions/0/portMappings/2/name',
      severity: 'warning',
      fixes: [{ title: 'Change name to "http-2"' }],
      more: [
        {
          message:
            'The port name "http" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.',
          pointer: '/containerDefinitions/0/portMappings/3/name',
          severity: 'warning',
          fixes: [{ title: 'Change name to "http-2"' }],
        },
      ],
    },
    {
      name: 'a name as long as they may be',
      text: `{ "containerDefinitions": [{ "portMappings": [{ "name": "${LONG}", "containerPort": 80 }, { "name": «"${LONG}"», "containerPort": 65535 }] }] }`,
      message: `The port name "${LONG}" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.`,
      pointer: '/containerDefinitions/0/portMappings/1/name',
      severity: 'warning',
      fixes: [{ title: `Change name to "${LONG.slice(0, 56)}-65535"` }],
    },
  ],
  right: [
    { name: 'different names', document: named('http', 'admin') },
    { name: 'no names', document: named(undefined, undefined) },
    { name: 'names left open', document: named('${NAME}', '${NAME}') },
    { name: 'empty names, which the schema reports', document: named('', '') },
  ],
});
