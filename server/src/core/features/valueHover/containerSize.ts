import { sayCpu, sayMebibytes, sayShare } from './amounts';
import { type Explain, wholeNumber } from './question';
import { sayRest } from './remainder';

/** The cpu of a container. */
export const containerCpu: Explain = ({ definition, node }) => {
  const units = wholeNumber(node);
  if (units === undefined) return undefined;
  const task = definition.cpu?.value;
  const isLeast = units < 2 && !definition.windows;
  return {
    is: units === 0 ? 'nothing reserved' : sayCpu(units),
    text: isLeast
      ? 'On Linux the container gets 2 shares, the least there is, and whatever the others leave idle.'
      : undefined,
    facts: [
      ['Share of the task', task && units > 0 ? `${sayShare(units, task)} of ${sayCpu(task)}` : undefined],
      ['All containers', task ? sayRest(definition, 'cpu', task) : undefined],
      [
        'Means',
        definition.windows
          ? 'a cap: the container never gets more'
          : isLeast
            ? undefined
            : 'a weight: idle time of others can be used too',
      ],
    ],
  };
};

/** The hard limit of a container. */
export const containerMemory: Explain = ({ definition, node, container }) => {
  const mib = wholeNumber(node);
  if (mib === undefined) return undefined;
  const task = definition.memory?.value;
  const soft = container?.integer('memoryReservation')?.value;
  return {
    is: `${sayMebibytes(mib)}, the hard limit`,
    facts: [
      ['Above it', 'the container is killed'],
      ['Share of the task', task ? `${sayShare(mib, task)} of ${sayMebibytes(task)}` : undefined],
      ['Reserved', soft === undefined ? 'all of it' : sayMebibytes(soft)],
      ['All containers', task ? sayRest(definition, 'memory', task) : undefined],
    ],
  };
};

/** The soft limit of a container. */
export const containerReservation: Explain = ({ definition, node, container }) => {
  const mib = wholeNumber(node);
  if (mib === undefined) return undefined;
  const task = definition.memory?.value;
  const hard = container?.integer('memory')?.value;
  return {
    is: `${sayMebibytes(mib)}, reserved`,
    facts: [
      ['May use', hard === undefined ? 'more, as long as there is any' : `up to ${sayMebibytes(hard)}`],
      ['Share of the task', task ? `${sayShare(mib, task)} of ${sayMebibytes(task)}` : undefined],
      ['All containers', task ? sayRest(definition, 'memory', task) : undefined],
    ],
  };
};
