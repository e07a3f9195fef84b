import type { Change } from '../finding';
import { atValue, inside } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** MiB of memory that /tmp may take. */
const TMP_SIZE = 64;

export default defineRule({
  id: 'root-filesystem-writable',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['BP-READONLY-ROOT'],
  docs: {
    title: 'A root file system that the container can write to',
    why: 'With a read-only root file system an intruder cannot change the program or leave tools behind, and what a container has to keep stands visibly in volumes.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.5'],
      'AWS Config': ['ecs-containers-readonly-access'],
      'AWS Control Tower': ['CT.ECS.PR.6'],
      Checkov: ['CKV_AWS_336'],
      Prowler: ['ecs_task_definitions_containers_readonly_access'],
    },
    factors: ['VI'],
  },
  messages: {
    writable:
      'The container "{name}" can write to its root file system. Set readonlyRootFilesystem to true, and mount a volume or a tmpfs where the program has to write.',
  },
  check(container, { definition, report }) {
    const written = container.boolean('readonlyRootFilesystem');
    if (written ? written.value : !container.lacks('readonlyRootFilesystem')) return;
    // Windows has no such switch; of a bare list of containers nobody knows the operating system.
    if (!definition.task || definition.windows !== false) return;
    const close: Change = written
      ? { kind: 'set', pointer: pointerOf(written.node), value: true }
      : { kind: 'insert', pointer: pointerOf(container.node), key: 'readonlyRootFilesystem', value: true };
    const title = written ? 'Change readonlyRootFilesystem to true' : 'Add "readonlyRootFilesystem": true';
    report('writable', written ? atValue(written.node) : inside(container.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        { title, changes: [close], safe: false },
        ...(container.lacks('linuxParameters')
          ? [
              {
                title: `${title}, with a tmpfs of ${TMP_SIZE} MiB on /tmp`,
                changes: [
                  close,
                  {
                    kind: 'insert' as const,
                    pointer: pointerOf(container.node),
                    key: 'linuxParameters',
                    value: { tmpfs: [{ containerPath: '/tmp', size: TMP_SIZE }] },
                  },
                ],
                safe: false,
              },
            ]
          : []),
      ],
    });
  },
});
