import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Seconds. AWS says less than 120, and takes 120. */
const LONGEST = 120;

export default defineRule({
  id: 'fargate-stop-timeout',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'stopTimeout',
  facts: ['FG-26'],
  docs: {
    title: 'Fargate waits two minutes at most',
    why: 'stopTimeout is the time between the signal to stop and the kill. On Fargate it is 120 seconds at most; EC2 sets no such limit.',
    answer:
      'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-stopTimeout',
    ],
    factors: ['IX'],
  },
  messages: {
    long: 'Fargate waits at most 120 seconds for a container to stop, not {seconds}. Change stopTimeout to 120 or less.',
  },
  check(container, { definition, report }) {
    const timeout = container.integer('stopTimeout');
    if (!timeout || timeout.value <= LONGEST || !definition.requires('FARGATE')) return;
    report('long', atValue(timeout.node), {
      data: { seconds: timeout.value },
      fixes: [
        {
          title: `Change stopTimeout to ${LONGEST}`,
          changes: [{ kind: 'set', pointer: pointerOf(timeout.node), value: LONGEST }],
          safe: false,
        },
      ],
    });
  },
});
