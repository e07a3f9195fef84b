import { atValue } from '../location';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'host-network-mode',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'networkMode',
  facts: ['BP-HOST-NETWORK', 'NET-3'],
  docs: {
    title: 'The network of the host',
    why: 'With networkMode host the containers share the network of their instance: no security group of their own, every service on localhost within reach, and one copy of the task at most on an instance, since a second one finds its ports taken.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#network_mode_ec2',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.17'],
      'AWS Config': ['ecs-task-definition-network-mode-not-host'],
    },
    factors: ['VIII'],
  },
  messages: {
    host: 'With networkMode "host" the containers share the network of their instance, and a second copy of the task on it finds the ports taken. Use awsvpc or bridge unless the task has to be part of the host.',
  },
  check(definition, { report }) {
    const mode = definition.networkMode;
    // Fargate refuses it, Windows does not have it.
    if (mode?.value !== 'host' || definition.requires('FARGATE') || definition.windows) return;
    report('host', atValue(mode.node), { fixes: changeMode(['awsvpc', 'bridge'], definition) });
  },
});
