import { atValue } from '../location';
import { isAbsolutePath } from '../model/paths';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'source-path-relative',
  severity: 'info', // no refusal has been seen
  preset: 'recommended',
  appliesTo: 'volume',
  needs: 'sourcePath',
  facts: ['VOL-21'],
  docs: {
    title: 'A host directory without an absolute path',
    why: 'sourcePath is a directory of the instance, counted from its root: there is no project directory there to count from. With another path the container cannot be created.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html'],
  },
  messages: {
    relative:
      'A sourcePath begins at the root of the instance, unlike "{path}", with which the container cannot be created. Write the whole path.',
  },
  check(volume, { definition, report }) {
    const path = volume.object('host')?.string('sourcePath');
    // A blank one is the schema's to report; Fargate takes none: said by member-not-supported.
    if (!path || isAbsolutePath(path.value) || path.value.trim() === '') return;
    if (definition.windows !== false || definition.requires('FARGATE')) return;
    const value = `/${path.value}`;
    report('relative', atValue(path.node), {
      data: { path: path.value },
      fixes: /^[\w-]/.test(path.value)
        ? [
            {
              title: `Change sourcePath to "${value}"`,
              changes: [{ kind: 'set', pointer: pointerOf(path.node), value }],
              safe: false,
            },
          ]
        : [],
    });
  },
});
