import type { Change, Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'fargate-firelens-config',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['FG-27'],
  docs: {
    title: 'Fargate reads no router configuration from S3',
    why: 'On Fargate the log router can only use a configuration file that is part of its image.',
    answer: "does not support FirelensConfiguration config file from 's3'",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    s3: 'Fargate cannot fetch the configuration of the log router from S3. Build the file into its image, and name it with config-file-type "file" and its path as config-file-value.',
  },
  check(container, { definition, report }) {
    if (!definition.requires('FARGATE')) return;
    const options = container.object('firelensConfiguration')?.object('options');
    const type = options?.string('config-file-type');
    if (!options || type?.value !== 's3') return;
    report('s3', atValue(type.node), {
      fixes: fixes(options.node, type.node, options.get('config-file-value')),
    });
  },
});

/** A file of the same name in the image, which has to be built into it; or none. */
function fixes(options: Node, type: Node, file: Node | undefined): Fix[] {
  const name = file?.kind === 'string' ? /[^/:\s]+$/.exec(file.value)?.[0] : undefined;
  const path = `/${name ?? 'extra.conf'}`;
  const change: Change = file
    ? { kind: 'set', pointer: pointerOf(file), value: path }
    : { kind: 'insert', pointer: pointerOf(options), key: 'config-file-value', value: path };
  return [
    {
      title: `Name the file ${path}, to be built into the image`,
      changes: [{ kind: 'set', pointer: pointerOf(type), value: 'file' }, change],
      safe: false,
    },
    {
      title: 'Remove the configuration file',
      changes: [type, ...(file ? [file] : [])].map((node) => ({ kind: 'remove', pointer: pointerOf(node) })),
      safe: false,
    },
  ];
}
