import { atValue } from '../location';
import { isPlaceholder } from '../model/placeholder';
import { defineRule } from './rule';

/** As CodePipeline marks it, and as people mark what is still to be written. */
const MARK = /<[A-Za-z_][^<>"\n]*>/;

export default defineRule({
  id: 'image-placeholder-left',
  severity: 'hint',
  preset: 'recommended',
  appliesTo: 'container',
  facts: ['GEN-9'],
  docs: {
    title: 'The image is still to be filled in',
    why: 'A pipeline puts an image in the place of such a mark before it registers the document. Sent as it is, the document is refused, because the name of an image has no angle brackets.',
    answer: 'Container.image contains invalid characters',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image',
    ],
    factors: ['V'],
  },
  messages: {
    mark: '"{mark}" stands for an image that something has to fill in. Sent to AWS as it is, the document is refused. If nothing fills it in, write the image here.',
  },
  check(container, { report }) {
    const image = container.get('image');
    if (image?.kind !== 'string' || !image.value.includes('<') || !isPlaceholder(image)) return;
    const mark = MARK.exec(image.value)?.[0];
    if (mark) report('mark', atValue(image), { data: { mark } });
  },
});
