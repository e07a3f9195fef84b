// @ts-expect-error a build tool without types
import { compileValidators } from '../../server/tools/compile-validators.mjs';

/** The validators are generated and not in git: a fresh clone has none. */
export default async function setup(): Promise<void> {
  await compileValidators();
}
