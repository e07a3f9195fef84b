import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';

type Members = Readonly<Record<string, unknown>>;

/**
 * A document that AWS takes although it looks odd: the nearest right neighbour of what it refuses. It has no error, and
 * no warning either, unless the warning stands beside it.
 */
export interface Accepted {
  readonly why: string;
  /** JSON text, or what is written as JSON. */
  readonly document: unknown;
  /** Rules that warn: it registers, and then something does not work. */
  readonly warns?: readonly string[];
}

export const ROLE = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
export const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
export const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1';

export const app = (more: Members = {}) => ({ name: 'app', image: 'nginx:1.27', memory: 128, ...more });
export const side = (more: Members = {}) => ({ name: 'side', image: 'busybox:1', memory: 64, ...more });

/** A task for instances: one container with `container`, `task` at the top. */
export const ec2 = (container: Members = {}, task: Members = {}) => ({
  family: 'web',
  containerDefinitions: [app(container)],
  ...task,
});
export const pair = (first: Members, second: Members, task: Members = {}) => ({
  family: 'web',
  containerDefinitions: [app(first), side(second)],
  ...task,
});
export const fargate = (container: Members = {}, task: Members = {}) => ({
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'app', image: 'nginx:1.27', ...container }],
  ...task,
});
export const windows = (container: Members = {}, task: Members = {}) =>
  fargate(container, {
    cpu: '1024',
    memory: '2048',
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' },
    ...task,
  });
export const managed = (container: Members = {}, task: Members = {}) =>
  ec2(container, { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc', ...task });
export const external = (container: Members = {}, task: Members = {}) =>
  ec2(container, { requiresCompatibilities: ['EXTERNAL'], ...task });
export const volumes = (volume: Members, container: Members = {}) => ec2(container, { volumes: [volume] });
export const logs = (logConfiguration: Members) => ec2({ logConfiguration });
export const awslogs = (options: Members) => ({
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...options },
});

/** What there is to say with the default settings. */
export function findings(text: string) {
  return lint(new Analysis(text, 'task-definition.json', true), {
    settings: DEFAULT_SETTINGS,
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => {
      throw new Error(line);
    },
  });
}

/** A test for each of the documents: nothing but what it warns of, and nothing to repair. */
export function testAccepted(group: string, documents: readonly Accepted[]): void {
  describe(`accepted by AWS: ${group}`, () => {
    it.each(documents)('$why', ({ document, warns = [] }) => {
      const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
      const loud = findings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      const told = loud.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
      expect(loud.filter(({ severity }) => severity === 'error').map((_, i) => told[i])).toEqual([]);
      expect(
        loud.map(({ rule }) => rule),
        told.join('\n'),
      ).toEqual(warns);
      expect(fixAll(text, findings).text).toBe(text);
    });
  });
}
