// fast-check as the tests use it: every run asks the same, so that a red run is about the change and not about luck.
import { configureGlobal } from 'fast-check';

export * from 'fast-check';

/** `ECS_TASKDEF_SEED=2` asks something else. */
const seed = Number(process.env.ECS_TASKDEF_SEED ?? 1);

/** `ECS_TASKDEF_TIMES=100` asks a hundred times as much, and of every document instead of some. */
export const times = Number(process.env.ECS_TASKDEF_TIMES ?? 1);

/** What fast-check runs where nothing is said. */
const USUAL_RUNS = 100;

configureGlobal({ seed, numRuns: USUAL_RUNS * times });
