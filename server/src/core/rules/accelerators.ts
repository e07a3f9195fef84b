import type { ResourceRequirement } from '@aws-sdk/client-ecs';
import { atValue, type Location } from '../location';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';

/** The requirement as a whole, by the type that names it. */
export function atRequirement(requirement: View<ResourceRequirement>, type: Node): Location {
  return { pointer: pointerOf(requirement.node), range: atValue(type).range };
}

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
