import { atValue } from '../location';
import { accountIn } from '../model/account';
import { isS3Arn, s3Arn } from '../model/s3';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'environment-file-not-arn',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'environmentFiles',
  facts: ['ENV-3'],
  docs: {
    title: 'An environment file is named by its ARN',
    why: 'AWS takes the value of an environment file as the ARN of an S3 object. An s3:// or https:// address, or a path, is refused.',
    answer: 'Invalid arn syntax',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
    factors: ['III'],
  },
  messages: {
    notArn:
      'An environment file is named by the ARN of an S3 object, and "{value}" is none. Write arn:aws:s3:::bucket/key.env.',
  },
  check(container, { definition, report }) {
    for (const file of container.objects('environmentFiles')) {
      const value = file.string('value');
      if (!value || isS3Arn(value.value)) continue;
      const arn = s3Arn(value.value, accountIn(definition.task?.node ?? container.node).partition);
      report('notArn', atValue(value.node), {
        data: { value: value.value },
        fixes: arn
          ? [
              {
                title: `Change it to "${arn}"`,
                changes: [{ kind: 'set', pointer: pointerOf(value.node), value: arn }],
                safe: true,
              },
            ]
          : [],
      });
    }
  },
});
