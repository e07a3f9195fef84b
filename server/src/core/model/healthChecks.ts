import { parseImage } from './image';
import type { Container, TaskDefinition } from './taskDefinition';

/** A health check that is likely to work in a container, to be offered to its author. */
export interface HealthCheckRecipe {
  /** What it asks, for people: `redis-cli ping`, `HTTP on port 8080 with curl`. */
  readonly asks: string;
  /** What must be so besides, which the document cannot tell: `the image has curl`. */
  readonly needs?: string;
  readonly healthCheck: {
    readonly command: readonly string[];
    /** Seconds. */
    readonly interval: number;
    /** Seconds. */
    readonly timeout: number;
    readonly retries: number;
    /** Seconds during which failures do not count. */
    readonly startPeriod?: number;
  };
}

interface Question {
  readonly asks: string;
  readonly needs?: string;
  readonly command: readonly string[];
}

/** Asks the port that the container listens on; or, where it is no function, asks by itself. */
type Probe = Question | ((port: number) => Question);

interface Family {
  /** Last parts of image names; those of private mirrors and pull-through caches end the same. */
  readonly images: readonly string[];
  /** Where the program listens when it is not told otherwise and the container maps no port. */
  readonly port?: number;
  /** The probes that an image of that tag has the programs for; none where it has neither shell nor client. */
  readonly probes: (tag: string) => readonly Probe[];
  /** Seconds before the program can answer. */
  readonly startPeriod?: number;
  /** Seconds that the question may take. Default: 5. */
  readonly timeout?: number;
}

// 127.0.0.1, not localhost: some clients try ::1 alone, and many servers listen on IPv4 only.
const curl = (port: number): Question => ({
  asks: `HTTP on port ${port} with curl`,
  command: ['CMD-SHELL', `curl -f http://127.0.0.1:${port}/ || exit 1`],
});

/** BusyBox and GNU wget both know these options. */
const wget = (port: number): Question => ({
  asks: `HTTP on port ${port} with wget`,
  command: ['CMD-SHELL', `wget -q -O /dev/null http://127.0.0.1:${port}/ || exit 1`],
});

/** For images of Debian and its like without a client of their own: bash opens the port itself, sh would not. */
const bash: Probe = (port) => ({
  asks: `whether port ${port} is open, with bash`,
  command: ['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`],
});

const netcat: Probe = (port) => ({
  asks: `whether port ${port} is open, with nc`,
  command: ['CMD-SHELL', `nc -z 127.0.0.1 ${port} || exit 1`],
});

/** Windows Server Core and Nano Server both bring curl.exe. */
const curlExe: Probe = (port) => ({
  asks: `HTTP on port ${port} with curl.exe`,
  command: ['CMD-SHELL', `curl.exe -f http://127.0.0.1:${port}/ || exit 1`],
});

const node: Probe = (port) => ({
  asks: `HTTP on port ${port} with node`,
  command: [
    'CMD',
    'node',
    '-e',
    `require('http').get('http://127.0.0.1:${port}/', r => process.exit(r.statusCode < 400 ? 0 : 1)).on('error', () => process.exit(1))`,
  ],
});

const python: Probe = (port) => ({
  asks: `HTTP on port ${port} with python`,
  command: [
    'CMD',
    'python',
    '-c',
    `import urllib.request; urllib.request.urlopen('http://127.0.0.1:${port}/')`,
  ],
});

const ruby: Probe = (port) => ({
  asks: `HTTP on port ${port} with ruby`,
  command: [
    'CMD',
    'ruby',
    '-rnet/http',
    '-e',
    `exit Net::HTTP.get_response(URI('http://127.0.0.1:${port}/')).code < '400'`,
  ],
});

const perhaps =
  (probe: (port: number) => Question, needs: string): Probe =>
  (port) => ({ ...probe(port), needs });

/** A program of the image that asks its own server. */
const own = (command: string): Question => ({
  asks: command,
  command: ['CMD-SHELL', `${command} || exit 1`],
});

const isAlpine = (tag: string): boolean => tag.includes('alpine');

/** Alpine has BusyBox and with it wget and nc, but no bash. */
const onAlpine =
  (alpine: Probe, other: Probe) =>
  (tag: string): readonly Probe[] => [isAlpine(tag) ? alpine : other];

const always =
  (...probes: readonly Probe[]) =>
  () =>
    probes;

/** What the official images hold, as their Dockerfiles say. */
const FAMILIES: readonly Family[] = [
  // Web servers
  { images: ['nginx', 'openresty'], port: 80, probes: onAlpine(wget, curl) },
  { images: ['nginx-unprivileged'], port: 8080, probes: onAlpine(wget, curl) },
  { images: ['httpd'], port: 80, probes: onAlpine(wget, bash) },
  { images: ['caddy'], port: 80, probes: always(wget) },
  {
    images: ['traefik'],
    probes: always({
      asks: 'traefik healthcheck',
      needs: 'traefik runs with --ping',
      command: ['CMD', 'traefik', 'healthcheck', '--ping'],
    }),
  },
  { images: ['haproxy'], port: 80, probes: onAlpine(netcat, bash) },
  // PHP with its own web server; PHP-FPM speaks FastCGI, which none of these does.
  {
    images: ['php', 'wordpress', 'drupal', 'nextcloud'],
    port: 80,
    probes: (tag) => (tag.includes('fpm') || tag.includes('cli') ? [] : [curl]),
  },
  // Databases, caches, queues
  { images: ['redis'], probes: always(own('redis-cli ping')) },
  { images: ['valkey'], probes: always(own('valkey-cli ping')) },
  { images: ['memcached'], port: 11211, probes: onAlpine(netcat, bash) },
  {
    images: ['postgres', 'postgis', 'timescaledb', 'pgvector'],
    probes: always(own('pg_isready -U postgres')),
    startPeriod: 30,
  },
  {
    images: ['mysql', 'mysql-server', 'percona', 'percona-server'],
    probes: always(own('mysqladmin ping -h 127.0.0.1')),
    startPeriod: 60,
  },
  // MariaDB renamed its programs in 10.5 and dropped the old names in 11.
  { images: ['mariadb'], probes: always(own('mariadb-admin ping -h 127.0.0.1')), startPeriod: 60 },
  {
    images: ['mongo'],
    // mongosh came with 5.0 and replaced mongo in 6.0.
    probes: (tag) => [
      own(`${/^[1-4]\b/.test(tag) ? 'mongo' : 'mongosh'} --quiet --eval "db.adminCommand('ping').ok"`),
    ],
    startPeriod: 30,
  },
  { images: ['rabbitmq'], probes: always(own('rabbitmq-diagnostics -q ping')), startPeriod: 60, timeout: 20 },
  // Runtimes: what they run decides where it listens, so these need a mapped port.
  { images: ['node'], probes: always(node) },
  { images: ['python'], probes: always(python) },
  { images: ['ruby'], probes: always(ruby) },
  { images: ['golang'], probes: onAlpine(wget, curl) },
  { images: ['eclipse-temurin', 'amazoncorretto'], probes: onAlpine(wget, curl), startPeriod: 60 },
  { images: ['openjdk', 'tomcat'], probes: onAlpine(wget, bash), startPeriod: 60 },
  {
    // The chiselled images have no shell.
    images: ['aspnet'],
    probes: (tag) => (/chiseled|distroless/.test(tag) ? [] : onAlpine(wget, bash)(tag)),
  },
  // Systems
  { images: ['alpine', 'busybox'], probes: always(wget) },
  { images: ['debian', 'ubuntu'], probes: always(bash) },
  { images: ['amazonlinux'], probes: always(curl) },
  // Side cars
  {
    images: ['aws-otel-collector'],
    probes: always({ asks: '/healthcheck', command: ['CMD', '/healthcheck'] }),
  },
  {
    images: [
      'aws-for-fluent-bit',
      'fluent-bit',
      'fluentd',
      'aws-xray-daemon',
      'cloudwatch-agent',
      'scratch',
      'pause',
    ],
    probes: always(),
  },
];

const familyOf = new Map(
  FAMILIES.flatMap((family) => family.images.map((image) => [image, family] as const)),
);

/** Nothing is known about what an image of one's own holds. */
const UNKNOWN: Family = {
  images: [],
  probes: always(perhaps(curl, 'the image has curl'), perhaps(wget, 'the image has wget')),
};

const WINDOWS: Family = { images: [], probes: always(curlExe) };

/**
 * Health checks to offer for a container, the best first; none where nothing sensible is known: no port, or an image
 * without a shell. The image decides which program can ask, the first mapped port where.
 */
export function healthChecksFor(
  container: Container,
  { windows }: TaskDefinition,
): readonly HealthCheckRecipe[] {
  const image = container.string('image')?.value ?? '';
  if (windows === undefined || image.includes('distroless')) return [];
  const { name, tag = '' } = parseImage(image);
  const family = windows ? WINDOWS : (familyOf.get(name) ?? UNKNOWN);
  const { timeout = 5, startPeriod } = family;
  const port = firstPort(container) ?? family.port;
  return family.probes(tag).flatMap((probe) => {
    if (typeof probe === 'function' && port === undefined) return [];
    const { command, ...said } = typeof probe === 'function' ? probe(port ?? 0) : probe;
    const healthCheck = { command, interval: 30, timeout, retries: 3, ...(startPeriod && { startPeriod }) };
    return [{ ...said, healthCheck }];
  });
}

function firstPort(container: Container): number | undefined {
  for (const mapping of container.objects('portMappings')) {
    const port = mapping.integer('containerPort');
    if (port && mapping.string('protocol')?.value !== 'udp') return port.value;
  }
  return undefined;
}
