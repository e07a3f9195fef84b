import { nameOf } from '../model/taskDefinition';
import { defineRule } from './rule';
import { isRoot, mayBePrivileged, ORDINARY_USER, userOf } from './users';

export default defineRule({
  id: 'root-user-on-host-network',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'networkMode',
  facts: ['BP-HOST-USER', 'LNX-7'],
  docs: {
    title: 'Root in the network of the host',
    why: "With networkMode host a container shares the network of its instance: root can take every port, see the services on localhost and reach the instance's own role. AWS advises against root there.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#network_mode_ec2',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.1'],
      'AWS Config': ['ecs-task-definition-user-for-host-mode-check'],
      'AWS Control Tower': ['CT.ECS.PR.8'],
      Prowler: ['ecs_task_definitions_host_networking_mode_users'],
      Datadog: ['def-000-psk'],
      'cdk-nag': [
        'HIPAA.Security-ECSTaskDefinitionUserForHostMode',
        'NIST.800.53.R5-ECSTaskDefinitionUserForHostMode',
        'PCI.DSS.321-ECSTaskDefinitionUserForHostMode',
      ],
    },
  },
  messages: {
    root: 'The container "{name}" runs as root in the network of the host, where it can take any port and reach what listens on localhost. Let it run as another user, or use another networkMode.',
    missing:
      'The container "{name}" runs in the network of the host as the user of its image, which is root unless the image says otherwise. Name a user, or use another networkMode.',
  },
  check(container, { definition, report }) {
    if (definition.networkMode?.value !== 'host' || mayBePrivileged(container)) return;
    // Fargate refuses the mode, Windows does not have it.
    if (definition.requires('FARGATE') || definition.windows) return;
    const user = userOf(container);
    if (!user || !isRoot(user.name ?? '')) return;
    report(user.name ? 'root' : 'missing', user.at, {
      data: { name: nameOf(container, definition.containers) },
      fixes: [user.become(ORDINARY_USER)],
    });
  },
});
