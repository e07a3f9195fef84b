import {
  FREE_STORAGE,
  formatPrice,
  HOURS_PER_MONTH,
  monthlyPrice,
  PRICES_AS_OF,
  regionOf,
} from '../../model/prices';
import { sayMebibytes } from './amounts';
import { type Explain, type Question, watchOut, wholeNumber } from './question';

/** The scratch disk of a task on Fargate. */
export const ephemeralStorage: Explain = (question) => {
  const gib = wholeNumber(question.node);
  if (gib === undefined) return undefined;
  const paid = gib - FREE_STORAGE;
  return {
    is: `${gib} GiB of scratch disk in all`,
    facts: [
      ['Included', `${FREE_STORAGE} GiB, which every task on Fargate has`],
      ['Paid for', paid > 0 ? `${paid} GiB${sayStoragePrice(gib, question)}` : undefined],
      ['Holds', 'the image, unpacked, what containers write, and scratch volumes; it goes with the task'],
      watchOut((gib < 21 || gib > 200) && 'It takes 21 to 200.'),
    ],
  };
};

function sayStoragePrice(gib: number, { definition, region: setting }: Question): string {
  const region = regionOf(definition, setting);
  const none = { cpu: 0, memory: 0, region, architecture: 'X86_64', windows: false } as const;
  const price = monthlyPrice({ ...none, storage: gib });
  if (!price || price.lacksStorage) return '';
  const dollars = formatPrice(price.hourly * HOURS_PER_MONTH);
  return `, ${dollars} a month in ${region} when the task runs all the time (prices of ${PRICES_AS_OF})`;
}

export const sharedMemory: Explain = (question) => {
  const mib = wholeNumber(question.node);
  return mib === undefined
    ? undefined
    : {
        is: `${sayMebibytes(mib)} for \`/dev/shm\``,
        facts: [['Without it', '64 MiB, as Docker has it']],
      };
};

export const tmpfsSize: Explain = (question) => {
  const mib = wholeNumber(question.node);
  return mib === undefined
    ? undefined
    : {
        is: `${sayMebibytes(mib)} at most`,
        facts: [
          [
            'Counts',
            'as memory of the container, as far as it is filled; it is lost when the container stops',
          ],
        ],
      };
};

export const maxSwap: Explain = (question) => {
  const mib = wholeNumber(question.node);
  if (mib === undefined) return undefined;
  const memory = question.container?.integer('memory')?.value;
  return {
    is: mib === 0 ? 'no swap' : sayMebibytes(mib),
    facts: [
      [
        'Memory and swap',
        memory === undefined || mib === 0 ? undefined : `${sayMebibytes(memory + mib)} together`,
      ],
    ],
  };
};

export const gpuMemory: Explain = (question) => {
  const mib = wholeNumber(question.node);
  return mib === undefined ? undefined : { is: `${sayMebibytes(mib)} of GPU memory` };
};
