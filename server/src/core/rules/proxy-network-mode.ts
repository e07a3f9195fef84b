import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { changeMode, isMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'proxy-network-mode',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'proxyConfiguration',
  facts: ['PRX-1'],
  docs: {
    title: 'A proxy needs network mode awsvpc',
    why: 'The proxy takes over the network interface of the task, and only awsvpc gives a task one of its own.',
    answer: 'only supported in networkMode=awsvpc',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html'],
  },
  messages: {
    wrong:
      'proxyConfiguration works in network mode "awsvpc" only, not "{mode}". Change networkMode, or remove proxyConfiguration.',
    missing:
      'proxyConfiguration works in network mode "awsvpc" only, and without the key AWS assumes another mode. Add "networkMode": "awsvpc", or remove proxyConfiguration.',
  },
  check(definition, { report }) {
    const task = definition.task;
    const proxy = task?.object('proxyConfiguration');
    // On Fargate the mode is a finding already; these do not take the member at all.
    if (!task || !proxy || definition.requires('FARGATE')) return;
    if (definition.requires('EXTERNAL') || definition.requires('MANAGED_INSTANCES')) return;
    const mode = definition.networkMode;
    const remove = {
      title: 'Remove proxyConfiguration',
      changes: [{ kind: 'remove', pointer: pointerOf(proxy.node) }],
      safe: false,
    } as const;
    const fixes = [...changeMode(['awsvpc'], definition), remove];
    // What is no mode at all is the schema's to report.
    if (mode && mode.value !== 'awsvpc' && isMode(mode.value)) {
      report('wrong', atValue(mode.node), { data: { mode: mode.value }, fixes });
    } else if (task.lacks('networkMode')) report('missing', atValue(proxy.node), { fixes });
  },
});
