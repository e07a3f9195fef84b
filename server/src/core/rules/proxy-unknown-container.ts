import { closest } from '../closest';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'proxy-unknown-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['PRX-1'],
  docs: {
    title: 'The proxy container does not exist',
    why: 'proxyConfiguration names the container through which the traffic of the task goes. It has to be one of the task.',
    answer: 'Proxy container',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html'],
  },
  messages: {
    unknown:
      'No container of this task is called "{name}", so it cannot be the proxy. Name a container of this task, or add one called "{name}".',
  },
  check(definition, { report }) {
    const proxy = definition.task?.object('proxyConfiguration')?.string('containerName');
    const known = containerNames(definition);
    if (!proxy || !known || known.has(proxy.value)) return;
    const near = closest(proxy.value, known);
    report('unknown', atValue(proxy.node), {
      data: { name: proxy.value },
      fixes: near
        ? [
            {
              title: `Change containerName to "${near}"`,
              changes: [{ kind: 'set', pointer: pointerOf(proxy.node), value: near }],
              safe: false,
            },
          ]
        : [],
    });
  },
});
