import type { Analysis } from '../../analysis';
import { accountOf, type Choice, choices, containerOf, type Place, type Provider } from './place';
import { stop } from './snippet';

/** Images of this document's other containers, then of the workspace's other task definitions, then shapes. */
export const images: Provider = (place) => {
  const own = containerOf(place)?.node;
  const here = place.definition.containers
    .filter(({ node }) => node !== own)
    .flatMap((container) => container.string('image')?.value ?? []);
  const elsewhere = place.surroundings.images().filter((image) => !here.includes(image));
  return [
    ...choices(here, 'used in this file'),
    ...choices(elsewhere, 'used in another task definition'),
    ...shapes(place),
  ];
};

function shapes(place: Place): Choice[] {
  const { partition, id, region } = accountOf(place);
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return [
    {
      label: 'image in a private ECR repository',
      value: `${id}.dkr.ecr.${region}.${domain}/${stop('<REPOSITORY>')}:${stop('<TAG>')}`,
    },
    {
      label: 'image in ECR Public',
      value: `public.ecr.aws/${stop('docker/library/nginx')}:${stop('<TAG>')}`,
    },
  ];
}

/** The images that a task definition uses, as far as they are known. */
export function imagesIn({ definition }: Analysis): string[] {
  return definition?.containers.flatMap((container) => container.string('image')?.value || []) ?? [];
}
