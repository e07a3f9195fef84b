import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { type HealthCheckRecipe, healthChecksFor } from '../../server/src/core/model/healthChecks';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';

function recipes(container: object, task: object = {}): readonly HealthCheckRecipe[] {
  const text = JSON.stringify({ family: 'a', ...task, containerDefinitions: [{ name: 'a', ...container }] });
  const { definition } = new Analysis(text, 'task-definition.json');
  const first = definition?.containers[0];
  if (!definition || !first) throw new Error('no container');
  return healthChecksFor(first, definition);
}

const asks = (image: string, container: object = {}) =>
  recipes({ image, ...container }).map(({ asks, needs }) => (needs ? `${asks}, if ${needs}` : asks));
const mapped = (containerPort: number) => ({ portMappings: [{ containerPort }] });

describe('health checks that fit an image', () => {
  it.each([
    ['nginx:1.27', ['HTTP on port 80 with curl']],
    ['nginx', ['HTTP on port 80 with curl']],
    ['nginx:1.27-alpine', ['HTTP on port 80 with wget']],
    ['nginxinc/nginx-unprivileged:1.27-alpine', ['HTTP on port 8080 with wget']],
    ['public.ecr.aws/docker/library/httpd:2.4', ['whether port 80 is open, with bash']],
    ['httpd:2.4-alpine', ['HTTP on port 80 with wget']],
    ['traefik:v3.1', ['traefik healthcheck, if traefik runs with --ping']],
    ['php:8.3-apache', ['HTTP on port 80 with curl']],
    ['php:8.3-fpm', []],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/redis:7', ['redis-cli ping']],
    ['localhost:5000/redis@sha256:4bcf', ['redis-cli ping']],
    ['valkey/valkey:8', ['valkey-cli ping']],
    ['memcached:1.6', ['whether port 11211 is open, with bash']],
    ['memcached:1.6-alpine', ['whether port 11211 is open, with nc']],
    ['postgres:16', ['pg_isready -U postgres']],
    ['mysql:8.4', ['mysqladmin ping -h 127.0.0.1']],
    ['mariadb:11', ['mariadb-admin ping -h 127.0.0.1']],
    ['mongo:4.4', [`mongo --quiet --eval "db.adminCommand('ping').ok"`]],
    ['mongo:7', [`mongosh --quiet --eval "db.adminCommand('ping').ok"`]],
    ['mongo', [`mongosh --quiet --eval "db.adminCommand('ping').ok"`]],
    ['rabbitmq:3-management', ['rabbitmq-diagnostics -q ping']],
    ['public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0', ['/healthcheck']],
    // Where it listens is not known.
    ['node:22', []],
    ['company/shop:1.4.2', []],
    ['${IMAGE}', []],
    ['amazon/aws-xray-daemon:3.x', []],
  ])('%s', (image, expected) => expect(asks(image)).toEqual(expected));

  it.each([
    ['node:22', ['HTTP on port 3000 with node']],
    ['python:3.13-slim', ['HTTP on port 3000 with python']],
    ['ruby:3.3', ['HTTP on port 3000 with ruby']],
    ['eclipse-temurin:21-jre', ['HTTP on port 3000 with curl']],
    ['eclipse-temurin:21-jre-alpine', ['HTTP on port 3000 with wget']],
    ['openjdk:17-slim', ['whether port 3000 is open, with bash']],
    ['golang:1.23', ['HTTP on port 3000 with curl']],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', ['whether port 3000 is open, with bash']],
    ['mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled', []],
    ['alpine:3.20', ['HTTP on port 3000 with wget']],
    ['nginx:1.27', ['HTTP on port 3000 with curl']],
    ['gcr.io/distroless/nodejs22', []],
    [
      'company/shop:1.4.2',
      [
        'HTTP on port 3000 with curl, if the image has curl',
        'HTTP on port 3000 with wget, if the image has wget',
      ],
    ],
  ])('%s that maps port 3000', (image, expected) => expect(asks(image, mapped(3000))).toEqual(expected));

  it('asks the first port that speaks TCP', () => {
    const portMappings = [
      { containerPort: 53, protocol: 'udp' },
      { containerPort: 8080, protocol: 'tcp' },
    ];
    expect(asks('node:22', { portMappings })).toEqual(['HTTP on port 8080 with node']);
  });

  it('asks with curl.exe on Windows, and not at all where a template leaves the system open', () => {
    const on = (operatingSystemFamily: string) =>
      recipes({ image: 'nginx', ...mapped(80) }, { runtimePlatform: { operatingSystemFamily } });
    expect(on('WINDOWS_SERVER_2022_CORE').map(({ healthCheck }) => healthCheck.command)).toEqual([
      ['CMD-SHELL', 'curl.exe -f http://127.0.0.1:80/ || exit 1'],
    ]);
    expect(on('${OS}')).toEqual([]);
  });

  it('gives slow starters time', () => {
    expect(recipes({ image: 'rabbitmq:3' })[0]?.healthCheck).toEqual({
      command: ['CMD-SHELL', 'rabbitmq-diagnostics -q ping || exit 1'],
      interval: 30,
      timeout: 20,
      retries: 3,
      startPeriod: 60,
    });
  });

  it('is a health check that AWS takes, and no template mark', () => {
    for (const image of ['nginx', 'httpd', 'node', 'python', 'ruby', 'mongo:7', 'postgres', 'company/shop']) {
      for (const { healthCheck } of recipes({ image, ...mapped(8080) })) {
        const text = JSON.stringify({
          family: 'a',
          containerDefinitions: [{ name: 'a', image, memory: 64, healthCheck }],
        });
        const found = lint(new Analysis(text, 'task-definition.json'), {
          settings: DEFAULT_SETTINGS,
          syntaxErrors: true,
          commentErrors: true,
        });
        expect(found.filter(({ pointer }) => pointer.includes('healthCheck'))).toEqual([]);
      }
    }
  });
});
