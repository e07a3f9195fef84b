import type { ResourceRequirement } from '@aws-sdk/client-ecs';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';

const NONE: readonly View<ResourceRequirement>[] = [];

/** What the container asks for; nothing on Fargate, where member-not-supported says that there are none. */
export function requirementsOf(
  container: Container,
  definition: TaskDefinition,
): readonly View<ResourceRequirement>[] {
  return container.get('resourceRequirements') && !definition.requires('FARGATE')
    ? container.objects('resourceRequirements')
    : NONE;
}
