import { atValue, inside } from '../location';
import { isS3Arn } from '../model/s3';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-config-incomplete',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-13'],
  docs: {
    title: 'The configuration file of the log router is half said',
    why: 'config-file-type says where the extra configuration of the log router is, config-file-value which file it is. One is of no use without the other.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    incomplete:
      '{present} needs {missing} beside it: the two together name the configuration file of the log router. Add {missing}, or remove {present}.',
    type: 'config-file-type is "s3" or "file", not "{type}". Use "s3" for an object in S3, or "file" for a path in the image.',
  },
  check(container, { report }) {
    const options = container.object('firelensConfiguration')?.object('options');
    if (!options) return;
    const [type, value] = ['config-file-type', 'config-file-value'].map((key) => options.get(key));
    const present = type && !value ? 'config-file-type' : value && !type ? 'config-file-value' : undefined;
    const missing = present === 'config-file-type' ? 'config-file-value' : 'config-file-type';
    const half = type ?? value;
    if (present && half && options.lacks(missing)) {
      report('incomplete', inside(options.node), {
        data: { present, missing },
        fixes: [
          {
            title: `Remove ${present}`,
            changes: [{ kind: 'remove', pointer: pointerOf(half) }],
            safe: false,
          },
        ],
      });
    }
    const known = options.string('config-file-type');
    if (known && known.value !== 's3' && known.value !== 'file') {
      const file = options.string('config-file-value');
      const lower = known.value.toLowerCase();
      const meant = lower === 's3' || (lower !== 'file' && file && isS3Arn(file.value)) ? 's3' : 'file';
      report('type', atValue(known.node), {
        data: { type: known.value },
        fixes: [
          {
            title: `Change config-file-type to "${meant}"`,
            changes: [{ kind: 'set', pointer: pointerOf(known.node), value: meant }],
            safe: lower === meant,
          },
        ],
      });
    }
  },
});
