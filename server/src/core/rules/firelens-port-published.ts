import { atValue } from '../location';
import { mapsPorts } from '../model/network';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Where the log router of FireLens receives what the other containers write. */
const FLUENT_PORT = 24224;

export default defineRule({
  id: 'firelens-port-published',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['NET-22'],
  docs: {
    title: 'The port of the log router is open to the outside',
    why: 'In bridge mode FireLens takes the logs of the containers over port 24224 inside the instance. Published, the port takes logs from everybody who reaches the instance, and clashes with other routers there.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    published:
      'Port 24224 is where FireLens takes logs from the containers of this task, and in bridge mode it should not be published. Remove this mapping.',
  },
  check(container, { definition, report }) {
    if (!container.get('firelensConfiguration') || !mapsPorts(definition)) return;
    for (const mapping of container.objects('portMappings')) {
      const port = mapping.integer('containerPort');
      if (port?.value !== FLUENT_PORT) continue;
      report('published', atValue(port.node), {
        fixes: [
          {
            title: 'Remove this mapping',
            changes: [{ kind: 'remove', pointer: pointerOf(mapping.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
