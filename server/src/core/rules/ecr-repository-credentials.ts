import { atValue } from '../location';
import { isPrivateEcrImage } from '../model/account';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'ecr-repository-credentials',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'repositoryCredentials',
  facts: ['ENV-10'],
  docs: {
    title: 'An ECR image takes no repository credentials',
    why: 'repositoryCredentials holds a user name and password for registries outside AWS. ECR signs in through IAM, and AWS refuses the two together.',
    answer: 'not a supported authentication method for ECR repositories',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html'],
  },
  messages: {
    ecr: 'The image is in the ECR registry {registry}, which signs in through IAM and not with repositoryCredentials. Remove repositoryCredentials; the execution role, or on EC2 the instance role, pulls the image.',
  },
  check(container, { report }) {
    const credentials = container.object('repositoryCredentials');
    const image = container.string('image');
    if (!credentials || !image || !isPrivateEcrImage(image.value)) return;
    report('ecr', atValue(credentials.node), {
      data: { registry: image.value.slice(0, image.value.indexOf('/')) },
      related: [{ start: image.node.start, end: image.node.end, message: 'The image is in ECR.' }],
      fixes: [
        {
          title: 'Remove repositoryCredentials',
          changes: [{ kind: 'remove', pointer: pointerOf(credentials.node) }],
          safe: false,
        },
      ],
    });
  },
});
