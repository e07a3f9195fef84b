import { atValue } from '../location';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'external-network-mode',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['NET-7', 'EXT-1'],
  docs: {
    title: 'External instances have no network mode awsvpc',
    why: 'awsvpc needs a network interface in a VPC, and an external instance stands outside of every VPC.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html'],
  },
  messages: {
    awsvpc:
      'External instances are outside of any VPC, so networkMode "awsvpc" cannot work with the launch type EXTERNAL. Use "bridge", "host" or "none".',
  },
  check(definition, { report }) {
    const mode = definition.networkMode;
    if (mode?.value !== 'awsvpc' || !definition.requires('EXTERNAL')) return;
    // Beside FARGATE, which takes nothing else, the launch types contradict each other: no mode is the repair.
    report('awsvpc', atValue(mode.node), { fixes: changeMode(['bridge', 'host', 'none'], definition) });
  },
});
