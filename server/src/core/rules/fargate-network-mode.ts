import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Known modes that Fargate does not have; a name that is no mode at all is the schema's to report. */
const ELSEWHERE: readonly string[] = ['bridge', 'host', 'none'];

export default defineRule({
  id: 'fargate-network-mode',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['FG-1', 'BP-FARGATE-PROPS'],
  docs: {
    title: 'Fargate needs network mode awsvpc',
    why: 'A Fargate task gets a network interface of its own, and only the network mode awsvpc gives it one. It is not the default, so it has to be written.',
    answer: "Fargate only supports network mode 'awsvpc'.",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html'],
    scanners: { 'cfn-lint': ['E3048'] },
  },
  messages: {
    wrong: 'Fargate tasks run in network mode "awsvpc" only, not "{mode}". Change networkMode to "awsvpc".',
    missing: 'Fargate needs "networkMode": "awsvpc", and without the key AWS assumes another mode. Add it.',
  },
  check(definition, { report }) {
    const fargate = definition.requires('FARGATE');
    const task = definition.task;
    if (!fargate || !task) return;
    const mode = definition.networkMode;
    if (mode && ELSEWHERE.includes(mode.value)) {
      const pointer = pointerOf(mode.node);
      report('wrong', atValue(mode.node), {
        data: { mode: mode.value },
        fixes: [
          {
            title: 'Change networkMode to "awsvpc"',
            changes: [{ kind: 'set', pointer, value: 'awsvpc' }],
            // With further launch types FARGATE may be the mistake.
            safe: task.items('requiresCompatibilities').length === 1,
          },
        ],
      });
    } else if (task.lacks('networkMode')) {
      report('missing', atValue(fargate.node), {
        fixes: [
          {
            title: 'Add "networkMode": "awsvpc"',
            changes: [{ kind: 'insert', pointer: pointerOf(task.node), key: 'networkMode', value: 'awsvpc' }],
            safe: true,
          },
        ],
      });
    }
  },
});
