import type { Fix } from '../finding';
import { inside } from '../location';
import { pointerOf } from '../syntax/pointer';
import { all } from '../words';
import { defineRule } from './rule';

export default defineRule({
  id: 'placement-constraint-incomplete',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'placementConstraints',
  facts: ['PLC-1'],
  docs: {
    title: 'A placement constraint without type or expression',
    why: 'In a task definition every placement constraint is of type memberOf, which picks the instances that its expression fits. Neither has a default.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html',
    ],
  },
  messages: {
    missing:
      'A placement constraint says "type": "memberOf" and an expression, and this one has no {members}. Add what is missing.',
  },
  check(definition, { report }) {
    // Fargate takes no constraints at all: said by member-not-supported.
    if (!definition.task?.get('placementConstraints') || definition.requires('FARGATE')) return;
    for (const constraint of definition.task.objects('placementConstraints')) {
      const noType = constraint.lacks('type');
      const noExpression = constraint.lacks('expression');
      // Any other type is the schema's to report.
      if (!noType && !(noExpression && constraint.string('type')?.value === 'memberOf')) continue;
      const add: Fix = {
        title: 'Add "type": "memberOf"',
        changes: [{ kind: 'insert', pointer: pointerOf(constraint.node), key: 'type', value: 'memberOf' }],
        safe: !noExpression,
      };
      const remove: Fix = {
        title: 'Remove this constraint',
        changes: [{ kind: 'remove', pointer: pointerOf(constraint.node) }],
        safe: false,
      };
      report('missing', inside(constraint.node), {
        data: { members: all([...(noType ? ['type'] : []), ...(noExpression ? ['expression'] : [])]) },
        fixes: [noExpression ? remove : add],
      });
    }
  },
});
