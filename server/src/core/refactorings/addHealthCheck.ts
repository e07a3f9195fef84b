import { addHealthCheck as repairs } from '../rules/healthCheckFixes';
import { isOnMember, type Refactor, rewrite } from './refactoring';

/** Adds a health check that fits the image: one for each way to ask. */
export const addHealthCheck: Refactor = (spot) => {
  const { container, definition } = spot;
  if (!container?.lacks('healthCheck')) return [];
  if (!isOnMember(spot, container.node, 'image') && !spot.isAsked) return [];
  return repairs(container, definition).map(({ title, changes }) => rewrite(title, changes));
};
