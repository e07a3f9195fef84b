import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
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
    report('optional', atValue(essential.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        {
          title: 'Change essential to true',
          changes: [{ kind: 'set', pointer: pointerOf(essential.node), value: true }],
          safe: false,
        },
      ],
    });
  },
});
