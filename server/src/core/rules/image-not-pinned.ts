import type { Fix } from '../finding';
import { atValue } from '../location';
import { parseImage } from '../model/image';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'image-not-pinned',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['GEN-14', 'BP-IMAGE-TAG'],
  docs: {
    title: 'An image that can change under the same name',
    why: 'A revision should say exactly what runs. The tag latest, which is also meant where there is none, names another image after the next push, so neither a rollback nor a second environment runs the same.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image',
    ],
    factors: ['V', 'X'],
  },
  messages: {
    none: 'Image "{image}" has no tag, which means latest: the same revision runs another image after the next push. Write the tag of a version, or a digest.',
    latest:
      'Image "{image}" is whatever was pushed last: the same revision runs another image after the next push. Write the tag of a version, or a digest.',
  },
  check(container, { definition, report }) {
    const image = container.string('image');
    if (!image?.value) return;
    const { tag, digest } = parseImage(image.value);
    if (digest !== undefined || (tag !== undefined && tag !== 'latest')) return;
    report(tag === undefined ? 'none' : 'latest', atValue(image.node), {
      data: { image: image.value },
      fixes: likeNeighbours(container, definition),
    });
  },
});

/** The same image as another container of the task has it pinned. */
function likeNeighbours(container: Container, { containers }: TaskDefinition): Fix[] {
  const image = container.string('image');
  if (!image) return [];
  const { repository } = parseImage(image.value);
  const pinned = containers.flatMap((other) => {
    const value = other.string('image')?.value ?? '';
    const { repository: same, tag = 'latest', digest } = parseImage(value);
    return same === repository && (digest !== undefined || tag !== 'latest') ? [value] : [];
  });
  return [...new Set(pinned)].map((value) => ({
    title: `Change image to "${value}"`,
    changes: [{ kind: 'set', pointer: pointerOf(image.node), value }],
    safe: false,
  }));
}
