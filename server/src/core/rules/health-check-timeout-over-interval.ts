import type { HealthCheck } from '@aws-sdk/client-ecs';
import type { Change } from '../finding';
import { atValue } from '../location';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Seconds, where the health check does not say. */
const DEFAULTS = { interval: 30, timeout: 5 } as const;
type Member = keyof typeof DEFAULTS;

export default defineRule({
  id: 'health-check-timeout-over-interval',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'healthCheck',
  facts: ['HC-3'],
  docs: {
    title: 'A health check may take longer than the time between two',
    why: 'AWS registers it, yet a check that hangs then delays the next one, and the container is found unhealthy later than the interval says.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
    factors: ['IX'],
  },
  messages: {
    long: 'A check may take {timeout} seconds, and one is due every {interval}. Keep timeout below interval.',
  },
  check(container, { report }) {
    const check = container.object('healthCheck');
    if (!check) return;
    const timeout = secondsOf(check, 'timeout');
    const interval = secondsOf(check, 'interval');
    if (timeout === undefined || interval === undefined || timeout < interval) return;
    const said = check.get('timeout') ?? check.get('interval');
    // Values outside of their ranges are refused: said by the schema.
    if (!said || interval < 5 || timeout > 60) return;
    const less = Math.min(DEFAULTS.timeout, interval - 1);
    const more = Math.min(300, timeout * 2);
    report('long', atValue(said), {
      data: { timeout, interval },
      fixes: [
        { title: `Set timeout to ${less}`, changes: [put(check, 'timeout', less)], safe: false },
        { title: `Set interval to ${more}`, changes: [put(check, 'interval', more)], safe: false },
      ],
    });
  },
});

function secondsOf(check: View<HealthCheck>, member: Member): number | undefined {
  return check.lacks(member) ? DEFAULTS[member] : check.integer(member)?.value;
}

function put(check: View<HealthCheck>, key: Member, value: number): Change {
  const said = check.get(key);
  return said
    ? { kind: 'set', pointer: pointerOf(said), value }
    : { kind: 'insert', pointer: pointerOf(check.node), key, value };
}
