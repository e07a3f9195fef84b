import rule from '../../server/src/core/rules/port-range-invalid';
import { testRule } from '../support/rule-tester';

const mapped = (containerPortRange: unknown) => ({
  networkMode: 'awsvpc',
  containerDefinitions: [{ name: 'web', portMappings: [{ containerPortRange }] }],
});
const pointer = '/containerDefinitions/0/portMappings/0/containerPortRange';
const wrong = (range: string) =>
  `{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPortRange": «"${range}"» }] }] }`;
const outside = (range: string) =>
  `The range ${range} leaves the ports that exist, 1 to 65535. Write a range between them.`;

testRule(rule, {
  wrong: [
    {
      name: 'backwards',
      text: wrong('8090-8080'),
      message: 'The range 8090-8080 runs backwards. Write the lower port first: 8080-8090.',
      pointer,
      fixes: [{ title: 'Change containerPortRange to "8080-8090"', safe: true, result: mapped('8080-8090') }],
    },
    {
      name: 'a single port',
      text: wrong('8080-8080'),
      message: 'The range 8080-8080 holds a single port. Use "containerPort": 8080, or widen the range.',
      pointer,
      fixes: [
        {
          title: 'Replace containerPortRange with "containerPort": 8080',
          result: {
            networkMode: 'awsvpc',
            containerDefinitions: [{ name: 'web', portMappings: [{ containerPort: 8080 }] }],
          },
        },
      ],
    },
    {
      name: 'a single port, beside another one',
      text: '[{ "name": "web", "image": "nginx", "portMappings": [{ "containerPort": 80, "containerPortRange": «"80-80"» }] }]',
      message: 'The range 80-80 holds a single port. Use "containerPort": 80, or widen the range.',
      pointer: '/0/portMappings/0/containerPortRange',
    },
    {
      name: 'beyond the last port',
      text: wrong('65530-65540'),
      message: outside('65530-65540'),
      pointer,
      fixes: [{ title: 'Change containerPortRange to "65530-65535"', result: mapped('65530-65535') }],
    },
    {
      name: 'from port 0',
      text: wrong('0-10'),
      message: outside('0-10'),
      pointer,
      fixes: [{ title: 'Change containerPortRange to "1-10"', result: mapped('1-10') }],
    },
    {
      name: 'beyond the last port with both ends',
      text: wrong('70000-80000'),
      message: outside('70000-80000'),
      pointer,
    },
  ],
  right: [
    { name: 'the widest range', document: mapped('1-65535') },
    { name: 'the narrowest range', document: mapped('8080-8081') },
    { name: 'left open', document: mapped('${FIRST}-${LAST}') },
    { name: 'another form, which the schema reports', document: mapped('8090..8080') },
    { name: 'another type, which the schema reports', document: mapped(8080) },
  ],
});
