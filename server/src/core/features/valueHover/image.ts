import { type ImageAddress, imageAddress } from '../../model/registry';
import { cover, isOpen } from './openParts';
import { type Explain, type Question, watchOut } from './question';

/** An image, taken apart. */
export const image: Explain = (question) => {
  const { node } = question;
  if (node.kind !== 'string' || node.value === '' || /\s/.test(node.value)) return undefined;
  const { text, show } = cover(node.value);
  const address = imageAddress(text);
  const { registry, host, repository, ecr, tag, digest } = address;
  // A mark at the start may bring the registry, and one at the end the tag.
  const [first = ''] = (host ?? repository).split('/');
  const anyTag = tag === undefined && digest === undefined && isOpen(repository.slice(-1));
  const official = host === undefined && !repository.includes('/') && !isOpen(repository);
  return {
    is: isOpen(first) ? 'an image' : `an image in ${registry}`,
    facts: [
      ['Registry', sayHost(host, isOpen(first), show)],
      ['Account', ecr && show(ecr.account)],
      ['Region', ecr && show(ecr.region)],
      ['Repository', show(repository) + (official ? ', one of the official images (`library/`)' : '')],
      ['Tag', anyTag ? undefined : sayTag(tag, digest, show)],
      ['Digest', digest === undefined ? undefined : `${show(digest)}, always the same image`],
      ['Pulled by', puller(address, question)],
      watchOut(
        ecr && !isOpen(ecr.account) && !/^\d{12}$/.test(ecr.account) && 'An account has twelve digits.',
        digest !== undefined &&
          !isOpen(digest) &&
          !/^sha256:[0-9a-f]{64}$/.test(digest) &&
          'A digest is `sha256:` and 64 digits of 0-9 and a-f.',
      ),
    ],
  };
};

function sayHost(
  host: string | undefined,
  open: boolean,
  show: (part: string) => string,
): string | undefined {
  if (host !== undefined) return show(host);
  return open ? undefined : 'none written, which means `docker.io`';
}

function sayTag(
  tag: string | undefined,
  digest: string | undefined,
  show: (part: string) => string,
): string | undefined {
  if (digest !== undefined) return tag && `${show(tag)}, of no effect beside a digest`;
  if (tag === '') return 'nothing yet behind the colon';
  if (tag === undefined) return 'none written, which means `latest`: whatever was pushed last under that tag';
  if (tag === 'latest') return '`latest`, the tag of whatever was pushed without one: it says no version';
  return `${show(tag)}${isOpen(tag) ? '' : '; whoever may push can move it to another image'}`;
}

/** Which role pulls the image, as far as the launch type tells. */
function puller({ registry, ecr }: ImageAddress, { definition, container }: Question): string | undefined {
  if (container?.get('repositoryCredentials')) return 'the credentials of `repositoryCredentials`';
  if (!ecr) return registry === 'Amazon ECR, public' ? 'anyone, without credentials' : undefined;
  if (definition.requires('FARGATE')) return 'the role `executionRoleArn`, which Fargate needs for it';
  if (definition.requires('EC2')) return 'the role of the container instance, or `executionRoleArn`';
  return undefined;
}
