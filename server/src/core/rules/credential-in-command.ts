import { atValue } from '../location';
import { credentialIn } from '../model/credentials';
import { defineRule } from './rule';

export default defineRule({
  id: 'credential-in-command',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  facts: ['ENV-9'],
  docs: {
    title: 'A credential in plain text in a command',
    why: 'Everyone who may describe a task definition reads its commands, and so does everyone who may list the processes of the host. A shell can take the value from a variable that secrets sets.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    ],
    factors: ['III'],
  },
  messages: {
    shape:
      '{member} holds {what} in plain text, for everyone to read who may describe the task definition. Set a variable with it in secrets, and let a shell or the program read that.',
  },
  check(container, { report }) {
    for (const [member, items] of [
      ['command', container.items('command')],
      ['entryPoint', container.items('entryPoint')],
      ['healthCheck', container.object('healthCheck')?.items('command') ?? []],
    ] as const) {
      for (const item of items) {
        const found = item.kind === 'string' && credentialIn(item.value);
        if (!found) continue;
        report('shape', atValue(item), {
          data: { member, what: found.what },
          ...(!found.sure && { severity: 'info' as const }),
        });
      }
    }
  },
});
