import type { Fix } from '../finding';
import { atValue } from '../location';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** MiB. Docker before version 20.10 took 4. */
const LEAST = 6;

const MEMBERS = ['memory', 'memoryReservation'] as const;

export default defineRule({
  id: 'container-memory-too-small',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['SIZE-10'],
  docs: {
    title: 'Less memory than a container can be started with',
    why: 'The container runtime takes no limit and no reservation below 6 MiB. AWS registers it, and then the container cannot be created.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    small:
      '{value} MiB is too little: with less than 6 the container cannot be created. {member} is in MiB, so 1 GB is 1024.',
    none: '{member} {value} is no amount of memory. Give it at least 6 MiB, or leave it out.',
  },
  check(container, { definition, report }) {
    for (const member of MEMBERS) {
      const memory = container.integer(member);
      if (!memory || memory.value >= LEAST) continue;
      // A limit below the reservation is refused: said by container-memory-below-reservation.
      const reservation = container.integer('memoryReservation')?.value;
      if (member === 'memory' && reservation !== undefined && memory.value < reservation) continue;
      const { value, node } = memory;
      if (value > 0) {
        const sizes = [value * 1024, LEAST].filter((mib) => fits(mib, member, container, definition));
        const fixes = sizes.map((mib) => ({
          title: `Change ${member} to ${mib}`,
          changes: [{ kind: 'set', pointer: pointerOf(node), value: mib } as const],
          safe: false,
        }));
        report('small', atValue(node), { data: { member, value }, fixes });
      } else {
        report('none', atValue(node), {
          data: { member, value },
          fixes: remove(member, container, definition),
        });
      }
    }
  },
});

type Member = (typeof MEMBERS)[number];

/** Whether neither the task nor the container's own limit is too small for it. */
function fits(mib: number, member: Member, container: Container, { memory, containers }: TaskDefinition) {
  const limit = member === 'memory' ? undefined : container.integer('memory')?.value;
  // What others reserve counts too, so more than the least is offered to a single container only.
  const shared = member === 'memoryReservation' && containers.length > 1 && mib > LEAST;
  return mib <= (memory?.value ?? Infinity) && mib <= (limit ?? Infinity) && !(shared && memory);
}

/** Only where something else still says how much memory there is. */
function remove(member: Member, container: Container, { memory }: TaskDefinition): Fix[] {
  const other = container.integer(member === 'memory' ? 'memoryReservation' : 'memory');
  const node = container.get(member);
  if (!node || !(memory || other)) return [];
  return [
    { title: `Remove ${member}`, changes: [{ kind: 'remove', pointer: pointerOf(node) }], safe: false },
  ];
}
