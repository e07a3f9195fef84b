import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const PORT_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

export default defineRule({
  id: 'app-protocol-without-name',
  severity: 'hint',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'appProtocol',
  facts: ['NET-18'],
  docs: {
    title: 'appProtocol on a port without a name',
    why: 'Service Connect is what reads appProtocol, and it finds ports by their name. Without a name nobody reads it.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html'],
    factors: ['VII'],
  },
  messages: {
    unnamed:
      'Nothing reads appProtocol "{protocol}" here: Service Connect finds ports by name, and this one has none. Add a name, or remove appProtocol.',
  },
  check(container, { report }) {
    for (const mapping of container.objects('portMappings')) {
      const protocol = mapping.string('appProtocol');
      if (!protocol || !mapping.lacks('name')) continue;
      const fixes: Fix[] = [
        {
          title: 'Remove appProtocol',
          changes: [{ kind: 'remove', pointer: pointerOf(protocol.node) }],
          safe: false,
        },
      ];
      const port = mapping.integer('containerPort')?.value;
      const name = `${container.string('name')?.value.toLowerCase()}-${port}`;
      if (container.string('name') && port !== undefined && PORT_NAME.test(name)) {
        fixes.unshift({
          title: `Add "name": "${name}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(mapping.node), key: 'name', value: name }],
          safe: false,
        });
      }
      report('unnamed', atValue(protocol.node), { data: { protocol: protocol.value }, fixes });
    }
  },
});
