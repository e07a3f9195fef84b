import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding } from '../../server/src/core/finding';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { applyFix } from '../../server/src/core/syntax/json/edits';

const CPUS = [
  undefined,
  '1',
  '.5',
  '100',
  '256',
  '300',
  '0.5 vCPU',
  '1 vCPUs',
  '4096',
  '8192',
  '40000',
  '${CPU}',
  'much',
];
const MEMORIES = [
  undefined,
  '2',
  '300',
  '512',
  '700',
  '2048MB',
  '4 gb',
  '30 GiB',
  '61440',
  '300000',
  '<MEMORY>',
  'much',
];
const CONTAINERS = [
  { name: 'web', image: 'nginx' },
  { name: 'web', image: 'nginx', cpu: 200, memory: 1024 },
  { name: 'web', image: 'nginx', cpu: 3000, memory: 9000, memoryReservation: 5000 },
  { name: 'web', image: 'nginx', cpu: 90000, memory: 500000 },
];
const SYSTEMS = ['LINUX', 'WINDOWS_SERVER_2022_CORE'];
const LAUNCH_TYPES = ['FARGATE', 'EC2'];

function errors(text: string): Finding[] {
  const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };
  return lint(new Analysis(text, 'task-definition.json'), options).filter(
    ({ severity }) => severity === 'error',
  );
}

/** Rules with an error in the document, each as often as it has one. */
const counts = (found: readonly Finding[]): Map<string, number> =>
  found.reduce((sum, { rule }) => sum.set(rule, (sum.get(rule) ?? 0) + 1), new Map<string, number>());

describe('fixes of the size rules, on every mixture of sizes', () => {
  for (const launchType of LAUNCH_TYPES) {
    it.each(SYSTEMS)(`${launchType}, %s: repair their finding and add none`, (operatingSystemFamily) => {
      const worse: unknown[] = [];
      let tried = 0;
      for (const cpu of CPUS) {
        for (const memory of MEMORIES) {
          for (const container of CONTAINERS) {
            const text = JSON.stringify({
              family: 'web',
              requiresCompatibilities: [launchType],
              networkMode: 'awsvpc',
              runtimePlatform: { operatingSystemFamily },
              cpu,
              memory,
              containerDefinitions: [container],
            });
            const before = counts(errors(text));
            for (const { rule, fixes } of errors(text)) {
              for (const fix of fixes) {
                tried++;
                const after = counts(errors(applyFix(text, fix) ?? ''));
                const gone = (after.get(rule) ?? 0) < (before.get(rule) ?? 0);
                const added = [...after]
                  .filter(([id, count]) => count > (before.get(id) ?? 0))
                  .map(([id]) => id);
                if (!gone || added.length > 0)
                  worse.push({ cpu, memory, container, rule, fix: fix.title, gone, added });
              }
            }
          }
        }
      }
      expect(worse).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    });
  }
});
