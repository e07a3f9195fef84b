import { parseImage } from '../model/image';
import { pointerOf } from '../syntax/pointer';
import { isOnMember, type Refactor, rewrite } from './refactoring';

/** Names an image by a digest, which a person has to look up: the tag stays for those who read it. */
export const pinImage: Refactor = (spot) => {
  const { container } = spot;
  const image = container?.string('image');
  if (!container || !image?.value || !isOnMember(spot, container.node, 'image')) return [];
  if (parseImage(image.value).digest !== undefined) return [];
  const value = `${image.value}@sha256:<DIGEST>`;
  return [
    rewrite(`Pin ${image.value} to a digest`, [{ kind: 'set', pointer: pointerOf(image.node), value }]),
  ];
};
