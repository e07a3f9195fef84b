import { atValue, inside } from '../location';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'network-mode-not-awsvpc',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'task',
  facts: ['BP-AWSVPC'],
  docs: {
    title: 'A task without a network interface of its own',
    why: 'With awsvpc each task has an address and security groups of its own, so that access is granted to the task and not to the whole instance.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
    ],
    scanners: {
      'AWS Config': ['ecs-awsvpc-networking-enabled'],
      'AWS Control Tower': ['CT.ECS.PR.4'],
      KICS: ['027a4b7a-8a59-4938-a04f-ed532512cf45', '9f4a9409-9c60-4671-be96-9716dbf63db1'],
      Datadog: [
        'cloudformation-aws-ecs-task-definition-network-mode-not-recommended',
        'terraform-aws-ecs-task-definition-network-mode-not-recommended',
      ],
      Terrascan: ['AC_AWS_0088'],
    },
  },
  messages: {
    other:
      'With networkMode "{mode}" the task has no security group of its own. With awsvpc access can be granted to this task alone.',
    missing:
      'Without networkMode a task on EC2 uses the bridge of its instance and has no security group of its own. With awsvpc access can be granted to this task alone.',
  },
  check(definition, { report }) {
    const { task, networkMode: mode } = definition;
    // Said by host-network-mode; Windows has a default of its own.
    if (!task || mode?.value === 'awsvpc' || mode?.value === 'host' || definition.windows !== false) return;
    // Fargate refuses all other modes, external instances refuse awsvpc, and on managed instances it is the default.
    if (definition.requires('FARGATE') || definition.requires('EXTERNAL')) return;
    if (definition.requires('MANAGED_INSTANCES')) return;
    const options = { fixes: changeMode(['awsvpc'], definition) };
    if (mode?.value === 'bridge' || mode?.value === 'none') {
      report('other', atValue(mode.node), { data: { mode: mode.value }, ...options });
    } else if (task.lacks('networkMode')) report('missing', inside(task.node), options);
  },
});
