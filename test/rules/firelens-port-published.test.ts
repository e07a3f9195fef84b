import rule from '../../server/src/core/rules/firelens-port-published';
import { testRule } from '../support/rule-tester';

const task = (networkMode: string, router: object, app: object = {}) => ({
  networkMode,
  containerDefinitions: [
    { name: 'router', firelensConfiguration: { type: 'fluentbit' }, ...router },
    { name: 'web', ...app },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'bridge',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "type": "fluentbit" }, "portMappings": [{ "containerPort": 2020 }, { "containerPort": «24224», "hostPort": 24224 }] }, { "name": "web" }] }',
      message:
        'Port 24224 is where FireLens takes logs from the containers of this task, and in bridge mode it should not be published. Remove this mapping.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPort',
      fixes: [
        {
          title: 'Remove this mapping',
          result: task('bridge', { portMappings: [{ containerPort: 2020 }] }),
        },
      ],
    },
  ],
  right: [
    { name: 'another port', document: task('bridge', { portMappings: [{ containerPort: 24225 }] }) },
    { name: 'awsvpc', document: task('awsvpc', { portMappings: [{ containerPort: 24224 }] }) },
    {
      name: 'a container that is no router',
      document: task('bridge', {}, { portMappings: [{ containerPort: 24224 }] }),
    },
  ],
});
