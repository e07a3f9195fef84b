import { inside } from '../location';
import { bytesOf, MOST_BYTES } from '../model/requestSize';
import { defineRule } from './rule';

/** What AWS counts is not documented: the request may hold more than the shortest JSON for it. */
const CLOSE = 60 * 1024;

export default defineRule({
  id: 'definition-too-large',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['GEN-6'],
  docs: {
    title: 'A task definition larger than 64 KiB',
    why: 'AWS takes task definitions of up to 65536 bytes. The limit cannot be raised.',
    answer: "Actual length: '66420'. Max allowed length is '65536' bytes.",
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
    ],
  },
  messages: {
    over: 'Without white space this task definition has {bytes} bytes, and AWS takes 65536. Move long values into environmentFiles, secrets or the image.',
    close:
      'Without white space this task definition has {bytes} bytes, and AWS takes 65536. It may count more than that, so keep some room.',
  },
  check({ task }, { report }) {
    if (!task) return;
    const bytes = bytesOf(task.node, CLOSE);
    if (bytes === undefined) return;
    if (bytes > MOST_BYTES) report('over', inside(task.node), { data: { bytes } });
    else report('close', inside(task.node), { data: { bytes }, severity: 'warning' });
  },
});
