import { atValue } from '../location';
import { defineRule } from './rule';

const REQUIRED = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts'];

export default defineRule({
  id: 'proxy-properties-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['PRX-1'],
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
      missing.push('IgnoredUID (or IgnoredGID)');
    }
    if (missing.length > 0) {
      report('missing', atValue(list ?? proxy.node), { data: { properties: missing.join(', ') } });
    }
  },
});
