import { nameOf } from '../model/taskDefinition';
import { defineRule } from './rule';
import { isRoot, mayBePrivileged, ORDINARY_USER, userOf } from './users';

export default defineRule({
  id: 'container-runs-as-root',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['BP-NONROOT-LINUX', 'LNX-7'],
  docs: {
    title: 'A Linux container runs as root',
    why: 'Root in a container is the root of the kernel behind a few fences: a hole in one of them is enough. Few programs need it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.20'],
      'AWS Config': ['ecs-task-definition-linux-user-non-root', 'ecs-task-definition-nonroot-user'],
      'AWS Control Tower': ['CT.ECS.PR.3'],
    },
  },
  messages: {
    root: 'The container "{name}" runs as root. Let it run as a user without rights, by name or by number.',
    missing:
      'The container "{name}" runs as the user of its image, which is root unless the image says otherwise. Name a user without rights.',
  },
  check(container, { definition, report }) {
    // Of a bare list of containers nobody knows the operating system. A FireLens router needs root for its socket.
    if (!definition.task || definition.windows !== false || container.get('firelensConfiguration')) return;
    const user = userOf(container);
    if (!user || !isRoot(user.name ?? '')) return;
    // Said by root-user-on-host-network.
    if (definition.networkMode?.value === 'host' && !mayBePrivileged(container)) return;
    report(user.name ? 'root' : 'missing', user.at, {
      data: { name: nameOf(container, definition.containers) },
      // The image may well name a user.
      ...(!user.name && { severity: 'hint' as const }),
      fixes: [user.become(ORDINARY_USER)],
    });
  },
});
