import { atValue } from '../location';
import { isS3Arn } from '../model/s3';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'environment-file-extension',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'environmentFiles',
  facts: ['ENV-3'],
  docs: {
    title: 'An environment file should be called *.env',
    why: 'AWS documents that the name of an environment file ends in .env. Another name has been seen to work, so this is a warning.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
    factors: ['III'],
  },
  messages: {
    extension:
      'The environment file "{key}" should have a name that ends in .env, as AWS documents. Rename the object and this value.',
  },
  check(container, { report }) {
    for (const file of container.objects('environmentFiles')) {
      const value = file.string('value');
      const key = value && isS3Arn(value.value) ? value.value.slice(value.value.lastIndexOf('/') + 1) : '';
      if (!value || !key || key.endsWith('.env')) continue;
      const name = `${key.replace(/\.[^.]*$/, '')}.env`;
      const renamed = value.value.slice(0, -key.length) + name;
      report('extension', atValue(value.node), {
        data: { key },
        fixes: [
          {
            title: `Change the name to "${name}", once the object is renamed`,
            changes: [{ kind: 'set', pointer: pointerOf(value.node), value: renamed }],
            safe: false,
          },
        ],
      });
    }
  },
});
