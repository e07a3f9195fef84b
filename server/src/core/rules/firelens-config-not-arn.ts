import { atValue } from '../location';
import { accountIn } from '../model/account';
import { isS3Arn, s3Arn } from '../model/s3';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-config-not-arn',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-13'],
  docs: {
    title: 'The router configuration in S3 is named by its ARN',
    why: 'With config-file-type s3, AWS reads config-file-value as the ARN of an S3 object. An s3:// or https:// address is refused.',
    answer: 'Invalid arn syntax',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    notArn:
      'With config-file-type "s3" the file is named by its ARN, and "{value}" is none. Write arn:aws:s3:::bucket/key.',
  },
  check(container, { definition, report }) {
    const options = container.object('firelensConfiguration')?.object('options');
    if (options?.string('config-file-type')?.value !== 's3') return;
    const file = options.string('config-file-value');
    if (!file || isS3Arn(file.value)) return;
    const arn = s3Arn(file.value, accountIn(definition.task?.node ?? container.node).partition);
    report('notArn', atValue(file.node), {
      data: { value: file.value },
      fixes: arn
        ? [
            {
              title: `Change it to "${arn}"`,
              changes: [{ kind: 'set', pointer: pointerOf(file.node), value: arn }],
              safe: true,
            },
          ]
        : [],
    });
  },
});
