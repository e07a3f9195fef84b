import type { TaskDefinition } from '../model/taskDefinition';
import { addRequired } from './proposals';
import type { Draft } from './rules';
import { everyObject, locate, type Site } from './sites';

/** An object without a key that it has to have. */
export function missing(holder: Site, key: string, definition: TaskDefinition | undefined): Draft {
  return {
    rule: 'schema/required',
    message: `"${key}" is missing: AWS requires it in ${everyObject(holder)}.`,
    location: locate(holder),
    fixes: addRequired(holder, key, definition),
  };
}
