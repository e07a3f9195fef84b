import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { proxiesLike } from '../model/proxy';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'proxy-unknown-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'proxyConfiguration',
  facts: ['PRX-1', 'PRX-2'],
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
    const proxy = definition.task?.object('proxyConfiguration');
    const container = proxy?.string('containerName');
    const known = containerNames(definition);
    if (!proxy || !container || !known || known.has(container.value)) return;
    const name = container.value;
    report('unknown', atValue(container.node), {
      data: { name },
      fixes: [
        ...proxiesLike(name, definition).map(
          (other): Fix => ({
            title: `Change containerName to "${other}"`,
            changes: [{ kind: 'set', pointer: pointerOf(container.node), value: other }],
            safe: false,
          }),
        ),
        // What it configures, App Mesh, has ended.
        {
          title: 'Remove proxyConfiguration',
          changes: [{ kind: 'remove', pointer: pointerOf(proxy.node) }],
          safe: false,
        },
      ],
    });
  },
});
