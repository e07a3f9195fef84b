import rule from '../../server/src/core/rules/port-name-duplicate';
import { testRule } from '../support/rule-tester';

const named = (...names: unknown[]) => ({
  networkMode: 'awsvpc',
  containerDefinitions: names.map((name, i) => ({ portMappings: [{ name, containerPort: 80 + i }] })),
});

testRule(rule, {
  wrong: [
    {
      name: 'twice in one container with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "name": "http", "containerPort": 80 }, { "name": «"http"», "containerPort": 8080 }] }] }',
      message:
        'The port name "http" is used twice in this task, and AWS refuses that with network mode awsvpc. Choose another name.',
      pointer: '/containerDefinitions/0/portMappings/1/name',
      related: ['"http" is the name of this port.'],
    },
    {
      name: 'in two containers in bridge mode',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "portMappings": [{ "name": "http", "containerPort": 80 }] }, { "portMappings": [{ "name": «"http"», "containerPort": 80 }] }] }',
      message:
        'The port name "http" is used twice in this task, so a service cannot tell the two ports apart. Choose another name.',
      pointer: '/containerDefinitions/1/portMappings/0/name',
      severity: 'warning',
    },
  ],
  right: [
    { name: 'different names', document: named('http', 'admin') },
    { name: 'no names', document: named(undefined, undefined) },
    { name: 'names left open', document: named('${NAME}', '${NAME}') },
    { name: 'empty names, which the schema reports', document: named('', '') },
  ],
});
