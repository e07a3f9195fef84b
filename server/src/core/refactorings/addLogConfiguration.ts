import { roleForLogs } from '../rules/logging';
import { insert } from './conversion';
import { awslogs, logOptions } from './logs';
import { isOnBrackets, isOnMember, type Refactor, rewrite } from './refactoring';

/** Lets a container without a log configuration log to CloudWatch Logs. */
export const addLogConfiguration: Refactor = (spot) => {
  const { container, definition } = spot;
  if (!container?.lacks('logConfiguration')) return [];
  const { node } = container;
  if (!isOnMember(spot, node, 'name') && !isOnBrackets(spot, node) && !spot.isAsked) return [];
  const options = logOptions(container, definition);
  const role = roleForLogs(definition);
  const also = role.length > 0 ? ', with an execution role' : '';
  // The same words as those of the rule that says what is missing: nobody wants to see both.
  const title = `Log to the CloudWatch log group "${options.group}" in ${options.region}${also}`;
  return [rewrite(title, [insert(node, 'logConfiguration', awslogs(options)), ...role])];
};
