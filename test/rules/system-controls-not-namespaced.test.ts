import rule from '../../server/src/core/rules/system-controls-not-namespaced';
import { testRule } from '../support/rule-tester';

const task = (launchType: string, namespace: unknown, more: object = {}) => ({
  requiresCompatibilities: [launchType],
  ...more,
  containerDefinitions: [{ name: 'web', systemControls: [{ namespace, value: '1' }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a buffer size on Fargate',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": "net.core.somaxconn", "value": "1" }, { "namespace": «"net.core.rmem_max"», "value": "1" }] }] }',
      message:
        'Linux has net.core.rmem_max once for the whole machine, so on Fargate the container fails to start with it. Remove it, and set buffer sizes in the program.',
      pointer: '/containerDefinitions/0/systemControls/1/namespace',
      fixes: [{ title: 'Remove net.core.rmem_max', result: task('FARGATE', 'net.core.somaxconn') }],
    },
  ],
  right: [
    { name: 'a parameter of the network namespace', document: task('FARGATE', 'net.ipv4.tcp_fin_timeout') },
    { name: 'EC2', document: task('EC2', 'net.core.rmem_max') },
    { name: 'left open', document: task('FARGATE', 'net.core.${NAME}') },
    {
      name: 'Windows, which member-not-supported reports',
      document: task('FARGATE', 'net.core.rmem_max', {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      }),
    },
  ],
});
