import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { nameOf } from '../model/taskDefinition';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-without-output',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-17'],
  docs: {
    title: 'Nothing here says where the log router sends the logs',
    why: 'The options of awsfirelens become an output of the router. Without options, and without a configuration file that is named, only the image of the router can say where the logs go.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    nowhere:
      'Container "{name}" logs through awsfirelens without options, and the router "{router}" names no configuration file. Unless its image has one, the logs go nowhere. Add options with the "Name" of an output.',
  },
  check(container, { definition, report }) {
    const log = logsThrough('awsfirelens', container);
    const options = log?.object('options');
    if (!log || (options ? options.node.properties.some(isOutput) : !log.lacks('options'))) return;
    const { containers } = definition;
    const router = containers.find((other) => !other.lacks('firelensConfiguration'));
    if (!router || mayHaveOutput(router)) return;
    report('nowhere', atValue(options?.node ?? log.node), {
      data: { name: nameOf(container, containers), router: nameOf(router, containers) },
    });
  },
});

const isOutput = ({ key }: { readonly key: string }): boolean => key !== 'log-driver-buffer-limit';

/** A file that is named, a command of its own, or the variables of AWS's image that fetches files when it starts. */
function mayHaveOutput(router: Container): boolean {
  const firelens = router.object('firelensConfiguration');
  const options = firelens?.object('options');
  if (!firelens || !(options?.lacks('config-file-value') ?? firelens.lacks('options'))) return true;
  if (!router.lacks('command') || !router.lacks('entryPoint')) return true;
  return (
    router.items('mountPoints').length > 0 ||
    router.objects('environment').some((entry) => {
      const name = entry.string('name')?.value;
      return name === undefined || name.startsWith('aws_fluent_bit_init_');
    })
  );
}
