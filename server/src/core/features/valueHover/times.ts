import type { HealthCheck } from '@aws-sdk/client-ecs';
import type { View } from '../../model/view';
import { sayCount, saySeconds } from './amounts';
import { type Explain, type Fact, type Question, watchOut, wholeNumber } from './question';

export const stopTimeout: Explain = (question) => {
  const seconds = wholeNumber(question.node);
  return seconds === undefined
    ? undefined
    : {
        is: saySeconds(seconds),
        facts: [
          ['From', 'the signal to stop (SIGTERM, unless the image names another one)'],
          ['Until', 'the container is killed'],
          ['Most', most(question, 120, 86400)],
        ],
      };
};

export const startTimeout: Explain = (question) => {
  const seconds = wholeNumber(question.node);
  return seconds === undefined
    ? undefined
    : {
        is: saySeconds(seconds),
        facts: [
          ['From', 'the start of this container'],
          ['Until', 'containers that wait for its condition are given up'],
          ['Most', most(question, 120, 600)],
        ],
      };
};

function most({ definition }: Question, fargate: number, managed: number): string | undefined {
  if (definition.requires('FARGATE')) return `${saySeconds(fargate)} on Fargate`;
  return definition.requires('MANAGED_INSTANCES') ? `${saySeconds(managed)} on Managed Instances` : undefined;
}

export const restartAttemptPeriod: Explain = (question) => {
  const seconds = wholeNumber(question.node);
  return seconds === undefined
    ? undefined
    : {
        is: saySeconds(seconds),
        text: 'A container that ends sooner after its start is not started again.',
      };
};

/** Where the health check does not say; times in seconds. */
const DEFAULTS = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 } as const;
type Member = keyof typeof DEFAULTS;

const MEANINGS: Readonly<Record<Member, (amount: number) => string>> = {
  interval: (seconds) => `${saySeconds(seconds)} between two checks`,
  timeout: (seconds) => `${saySeconds(seconds)} for one check to answer`,
  retries: (count) => `unhealthy after ${sayCount(count, 'failed check')}${count > 1 ? ' in a row' : ''}`,
  startPeriod: (seconds) => `${saySeconds(seconds)} after the start in which failures do not count`,
};

/** Any of the four numbers of a health check, and what they come to together. */
export const healthCheckNumber: Explain = (question) => {
  const { node, container } = question;
  const amount = wholeNumber(node);
  const member = String(node.step);
  if (amount === undefined || !isMember(member)) return undefined;
  const check = container?.object('healthCheck');
  return { is: MEANINGS[member](amount), facts: check ? timing(check) : [] };
};

/** How long it takes until ECS calls a container unhealthy; nothing where a number is open. */
function timing(check: View<HealthCheck>): Fact[] {
  const [interval, timeout, retries, startPeriod] = (
    ['interval', 'timeout', 'retries', 'startPeriod'] as const
  ).map((member) => check.integer(member)?.value ?? (check.lacks(member) ? DEFAULTS[member] : undefined));
  if (interval === undefined || timeout === undefined || retries === undefined || startPeriod === undefined)
    return [];
  const failing = retries * interval;
  const hanging = retries * (interval + timeout);
  return [
    [
      'UNHEALTHY',
      `${saySeconds(failing)} after the program breaks, ${saySeconds(hanging)} when its checks hang (${retries} × ${interval} s, and ${retries} × ${timeout} s more)`,
    ],
    [
      'After the start',
      startPeriod > 0 ? `failures within ${saySeconds(startPeriod)} do not count` : undefined,
    ],
    watchOut(timeout >= interval && 'A check that hangs outlasts the time between two.'),
  ];
}

const isMember = (name: string): name is Member => Object.hasOwn(DEFAULTS, name);
