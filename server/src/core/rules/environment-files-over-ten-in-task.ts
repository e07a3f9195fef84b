import { atValue } from '../location';
import { defineRule } from './rule';

const MOST_FILES = 10;

export default defineRule({
  id: 'environment-files-over-ten-in-task',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'environmentFiles',
  facts: ['ENV-3'],
  docs: {
    title: 'More than ten environment files in all',
    why: 'One page of AWS allows ten environment files for each container, another one ten for the whole task definition. AWS refuses more than ten in one container; about the sum nothing is known.',
    answer: 'The maximum number of environment files was exceeded',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
  },
  messages: {
    over: 'The containers of this task list {count} environment files. AWS documents a limit of 10, on one page for each container and on another for the task. To be safe, merge some of them.',
  },
  check({ containers }, { report }) {
    if (containers.length < 2) return;
    let count = 0;
    let place: ReturnType<typeof atValue> | undefined;
    for (const container of containers) {
      const files = container.items('environmentFiles');
      const list = files[0]?.parent;
      if (!list) continue;
      if (files.length > MOST_FILES) return; // the schema has said so
      count += files.length;
      if (count > MOST_FILES) place ??= atValue(list);
    }
    if (place) report('over', place, { data: { count } });
  },
});
