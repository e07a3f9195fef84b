import { atValue } from '../location';
import { defineRule } from './rule';

export default defineRule({
  id: 'fargate-firelens-config',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
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
    const type = container.object('firelensConfiguration')?.object('options')?.string('config-file-type');
    if (type?.value === 's3') report('s3', atValue(type.node));
  },
});
