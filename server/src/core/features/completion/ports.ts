import { parseImage } from '../../model/image';
import { mapsPorts } from '../../model/network';
import { childOf } from '../../syntax/tree';
import { choices, containerOf, holderOf, nameOf, type Provider, textBeside } from './place';

/** Where the programs of well-known images listen. */
const PORTS: Readonly<Record<string, number>> = {
  nginx: 80,
  'nginx-unprivileged': 8080,
  httpd: 80,
  caddy: 80,
  traefik: 80,
  wordpress: 80,
  php: 80,
  node: 3000,
  tomcat: 8080,
  redis: 6379,
  valkey: 6379,
  memcached: 11211,
  postgres: 5432,
  mysql: 3306,
  mariadb: 3306,
  mongo: 27017,
  rabbitmq: 5672,
  grafana: 3000,
  prometheus: 9090,
  'aws-xray-daemon': 2000,
};

/** The port of the image, and those that people use. */
export const containerPorts: Provider = (place) => {
  // Of an image with a placeholder in its tag the name is known all the same.
  const image = containerOf(place)?.get('image');
  const { name } = parseImage(image?.kind === 'string' ? image.value : '');
  const own = Object.hasOwn(PORTS, name) ? PORTS[name] : undefined;
  return [
    ...choices([own], `port of ${name}`),
    ...choices([80, 443, 3000, 8080].filter((port) => port !== own)),
  ];
};

/** Behind Docker's bridge any port, elsewhere the container's own. */
export const hostPorts: Provider = (place) => {
  const port = childOf(holderOf(place), 'containerPort');
  const likely = containerPorts(place).slice(0, 1);
  const same = port?.kind === 'number' ? choices([port.value], 'the port of the container') : likely;
  return mapsPorts(place.definition) ? [...choices([0], 'any free port of the host'), ...same] : same;
};

/** Called like the protocol or the container; no name is given twice in a task. */
export const portNames: Provider = (place) => {
  const own = holderOf(place);
  const taken = new Set(
    place.definition.containers
      .flatMap((container) => container.objects('portMappings'))
      .filter(({ node }) => node !== own)
      .flatMap((mapping) => mapping.string('name')?.value ?? []),
  );
  const container = portNameOf(nameOf(containerOf(place)));
  const port = childOf(own, 'containerPort');
  const number = port?.kind === 'number' ? port.value : undefined;
  const protocol = textBeside(place, 'appProtocol') ?? 'http';
  return choices(
    [protocol, container, container && number && `${container}-${number}`].filter(
      (name): name is string => typeof name === 'string' && name !== '' && !taken.has(name),
    ),
  );
};

/** Up to 64 lower-case letters, digits, hyphens and underscores. */
function portNameOf(name: string | undefined): string | undefined {
  return name
    ?.toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 58);
}

/** Ports that one mapping takes together. */
export const portRanges: Provider = () => choices(['8000-8010']);
