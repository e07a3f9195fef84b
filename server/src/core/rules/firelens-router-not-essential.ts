import type { Fix } from '../finding';
import { atValue } from '../location';
import { type Container, nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-router-not-essential',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-12'],
  docs: {
    title: 'The task goes on without its log router',
    why: 'When a log router that is not essential stops, the task runs on and the logs of its containers are lost without a sign.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['IX', 'XI'],
  },
  messages: {
    optional:
      'The log router "{name}" is not essential: if it stops, the task runs on and its logs are lost. Make it essential.',
  },
  check(container, { definition, report }) {
    const essential = container.boolean('essential');
    if (essential?.value !== false || !container.object('firelensConfiguration')) return;
    const name = nameOf(container, definition.containers);
    const fix: Fix = {
      title: 'Change essential to true',
      changes: [{ kind: 'set', pointer: pointerOf(essential.node), value: true }],
      safe: false,
    };
    // AWS refuses to wait for the end of an essential container.
    const fixes = definition.containers.some((other) => waitsForEnd(other, name)) ? [] : [fix];
    report('optional', atValue(essential.node), { data: { name }, fixes });
  },
});

const waitsForEnd = (container: Container, name: string): boolean =>
  container
    .objects('dependsOn')
    .some(
      (dependency) =>
        dependency.string('containerName')?.value === name &&
        ['COMPLETE', 'SUCCESS'].includes(dependency.string('condition')?.value ?? ''),
    );
