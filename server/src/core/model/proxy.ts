import { closest } from '../closest';
import type { TaskDefinition } from './taskDefinition';

/**
 * What App Mesh's Envoy image expects, and what nearly every task definition with it says.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['IgnoredUID', '1337'],
  ['ProxyIngressPort', '15000'],
  ['ProxyEgressPort', '15001'],
  ['EgressIgnoredIPs', '169.254.170.2,169.254.169.254'],
]);

/**
 * A value to propose for a property of `proxyConfiguration`: the user of the proxy, the ports of the other containers,
 * else what is usual; undefined for a property that nobody knows.
 */
export function proxyProperty(name: string, definition: TaskDefinition | undefined): string | undefined {
  const proxy = definition?.task?.object('proxyConfiguration')?.string('containerName')?.value;
  if (name === 'IgnoredUID' && proxy !== undefined) {
    const user = /^\d+/.exec(definition?.container(proxy)?.string('user')?.value ?? '');
    if (user) return user[0];
  }
  if (name === 'AppPorts') return appPorts(definition, proxy);
  return USUAL.get(name);
}

/** The containers that may be the proxy: the one with a name that is near, else those that run Envoy, as App Mesh did. */
export function proxiesLike(written: string, { containers }: TaskDefinition): string[] {
  const named = containers.flatMap((container) => {
    const name = container.string('name')?.value;
    return name ? [{ name, runsEnvoy: container.string('image')?.value.includes('envoy') === true }] : [];
  });
  const near = closest(
    written,
    named.map(({ name }) => name),
  );
  return near === undefined ? named.flatMap(({ name, runsEnvoy }) => (runsEnvoy ? [name] : [])) : [near];
}

function appPorts(definition: TaskDefinition | undefined, proxy: string | undefined): string {
  const ports = (definition?.containers ?? [])
    .filter((container) => container.string('name')?.value !== proxy)
    .flatMap((container) => container.objects('portMappings'))
    .flatMap((mapping) => mapping.integer('containerPort')?.value ?? []);
  return [...new Set(ports)].join(',') || '<APP_PORTS>';
}
