import { atValue } from '../location';
import { all } from '../words';
import { defineRule } from './rule';

/** Where the agent of ECS Exec writes. */
const WRITABLE = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'];

export default defineRule({
  id: 'exec-mounts-incomplete',
  severity: 'hint',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'readonlyRootFilesystem',
  facts: ['EXEC-3'],
  docs: {
    title: 'ECS Exec has only some of the places that it writes to',
    why: 'ECS Exec does not work with a root file system that is read-only, and AWS calls the two together unsupported. Writable volumes at three paths are a known way round; with one or two of them it still fails.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  },
  messages: {
    some: 'For ECS Exec beside a read-only root file system, mount a writable volume on {missing} too.',
  },
  check(container, { report }) {
    if (container.boolean('readonlyRootFilesystem')?.value !== true) return;
    const mounts = container.objects('mountPoints');
    const list = mounts[0]?.node.parent;
    if (!list || mounts.length !== container.items('mountPoints').length) return;
    const paths: string[] = [];
    for (const mount of mounts) {
      const path = mount.string('containerPath')?.value;
      if (path === undefined) return;
      paths.push(path.replace(/\/$/, ''));
    }
    const missing = WRITABLE.filter((path) => !paths.includes(path));
    if (missing.length === 0 || missing.length === WRITABLE.length) return;
    report('some', atValue(list), { data: { missing: all(missing) } });
  },
});
