import { nameOf } from '../model/taskDefinition';
import { defineRule } from './rule';
import { userOf } from './users';

/** The account without rights that the base images of Windows have. */
const ORDINARY = 'ContainerUser';

export default defineRule({
  id: 'container-runs-as-administrator',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'runtimePlatform',
  facts: ['BP-NONADMIN-WINDOWS'],
  docs: {
    title: 'A Windows container runs as administrator',
    why: 'Windows containers run as ContainerAdministrator unless the image or the task definition names another user. Few programs need that power.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.21'],
      'AWS Config': ['ecs-task-definition-windows-user-non-admin'],
    },
  },
  messages: {
    administrator:
      'The container "{name}" runs as ContainerAdministrator. Let it run as ContainerUser, where the program allows it.',
    missing:
      'The container "{name}" runs as the user of its image, which is ContainerAdministrator unless the image says otherwise. Name ContainerUser, where the program allows it.',
  },
  check(container, { definition, report }) {
    if (!definition.windows) return;
    const user = userOf(container);
    if (!user || (user.name && !/^(?:.*\\)?containeradministrator$/i.test(user.name))) return;
    report(user.name ? 'administrator' : 'missing', user.at, {
      data: { name: nameOf(container, definition.containers) },
      // The image may well name a user.
      ...(!user.name && { severity: 'hint' as const }),
      fixes: [user.become(ORDINARY)],
    });
  },
});
