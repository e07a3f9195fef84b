import { fillIn } from '../fillIn';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { proxyProperty } from '../model/proxy';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

const REQUIRED = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts'];
/** Behind IgnoredUID in the message. */
const OR_GROUP = ' (or IgnoredGID)';

export default defineRule({
  id: 'proxy-properties-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'proxyConfiguration',
  facts: ['PRX-1', 'PRX-2'],
  docs: {
    title: 'The proxy lacks properties',
    why: 'The network of the task is rebuilt from these properties: which ports the application has, where the proxy listens, and whose traffic goes round it. None has a default.',
    answer: 'Ingress port not found',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html'],
  },
  messages: {
    missing:
      'The properties of proxyConfiguration lack {properties}, and there is no default. Add what is missing.',
  },
  check(definition, { report }) {
    const proxy = definition.task?.object('proxyConfiguration');
    if (!proxy) return;
    const properties = proxy.objects('properties').map((property) => property.string('name')?.value);
    const list = proxy.get('properties');
    const seen = list
      ? list.kind === 'array' && properties.length === list.items.length
      : proxy.lacks('properties');
    if (!seen || properties.includes(undefined)) return;
    const missing = REQUIRED.filter((name) => !properties.includes(name));
    if (!properties.includes('IgnoredUID') && !properties.includes('IgnoredGID')) {
      missing.push(`IgnoredUID${OR_GROUP}`);
    }
    if (missing.length === 0) return;
    report('missing', atValue(list ?? proxy.node), {
      data: { properties: missing.join(', ') },
      fixes: [
        add(missing, proxy.node, list, definition),
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

/** Adds the properties with the values that Envoy usually has. */
function add(
  missing: readonly string[],
  proxy: Node,
  list: Node | undefined,
  definition: TaskDefinition,
): Fix {
  const properties = missing.map((words) => {
    const name = words.replace(OR_GROUP, '');
    return { name, value: proxyProperty(name, definition) ?? '' };
  });
  return fillIn({
    title: `Add ${properties.map(({ name, value }) => `${name} "${value}"`).join(', ')}`,
    changes: list
      ? properties.map((value) => ({ kind: 'append', pointer: pointerOf(list), value }))
      : [{ kind: 'insert', pointer: pointerOf(proxy), key: 'properties', value: properties }],
    safe: false,
  });
}
