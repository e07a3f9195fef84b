import rule from '../../server/src/core/rules/app-protocol-without-name';
import { testRule } from '../support/rule-tester';

const task = (mapping: object, name = 'Web') => ({
  containerDefinitions: [{ name, portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no name',
      text: '{ "containerDefinitions": [{ "name": "Web", "portMappings": [{ "containerPort": 80, "appProtocol": «"http"» }] }] }',
      message:
        'Nothing reads appProtocol "http" here: Service Connect finds ports by name, and this one has none. Add a name, or remove appProtocol.',
      pointer: '/containerDefinitions/0/portMappings/0/appProtocol',
      fixes: [
        {
          title: 'Add "name": "web-80"',
          result: task({ containerPort: 80, appProtocol: 'http', name: 'web-80' }),
        },
        { title: 'Remove appProtocol', result: task({ containerPort: 80 }) },
      ],
    },
    {
      name: 'a container whose name gives no port name',
      text: '{ "containerDefinitions": [{ "name": "-web", "portMappings": [{ "containerPort": 80, "appProtocol": «"grpc"» }] }] }',
      message:
        'Nothing reads appProtocol "grpc" here: Service Connect finds ports by name, and this one has none. Add a name, or remove appProtocol.',
      pointer: '/containerDefinitions/0/portMappings/0/appProtocol',
      fixes: [{ title: 'Remove appProtocol', result: task({ containerPort: 80 }, '-web') }],
    },
  ],
  right: [
    { name: 'a name', document: task({ containerPort: 80, appProtocol: 'http', name: 'web' }) },
    { name: 'an open name', document: task({ containerPort: 80, appProtocol: 'http', name: '${NAME}' }) },
    { name: 'neither', document: task({ containerPort: 80 }) },
    { name: 'an open protocol', document: task({ containerPort: 80, appProtocol: '${PROTOCOL}' }) },
  ],
});
