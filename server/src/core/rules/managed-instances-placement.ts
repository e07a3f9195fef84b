import { closest } from '../closest';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { all } from '../words';
import { defineRule } from './rule';

const ATTRIBUTES: readonly string[] = [
  'ecs.subnet-id',
  'ecs.availability-zone',
  'ecs.cpu-architecture',
  'ecs.instance-type',
];

/** What an expression asks about: an attribute, or one of the fields that instances of EC2 have. */
const SUBJECT =
  /\battribute:([\w./\\-]+)|\b(?:agentConnected|agentVersion|ec2InstanceId|registeredAt|runningTasksCount|task:group)\b/g;

export default defineRule({
  id: 'managed-instances-placement',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'placementConstraints',
  facts: ['PLC-2'],
  docs: {
    title: 'A placement attribute that Managed Instances do not have',
    why: 'AWS chooses Managed Instances itself, and lets a task ask for four things: subnet, Availability Zone, processor type and instance type.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
    ],
  },
  messages: {
    subject:
      'Managed Instances can be chosen by {known} only, not by {unknown}. Ask for one of these, or remove the constraint.',
  },
  check(definition, { report }) {
    if (!definition.task?.get('placementConstraints') || !definition.requires('MANAGED_INSTANCES')) return;
    // Fargate takes no constraints at all: said by member-not-supported.
    if (definition.requires('FARGATE')) return;
    for (const constraint of definition.task.objects('placementConstraints')) {
      const expression = constraint.string('expression');
      if (!expression) continue;
      const unknown = new Set<string>();
      const fixes: Fix[] = [];
      for (const [subject, attribute] of expression.value.matchAll(SUBJECT)) {
        if (attribute !== undefined && ATTRIBUTES.includes(attribute)) continue;
        unknown.add(attribute ?? subject);
        const near = attribute === undefined ? undefined : closest(attribute, ATTRIBUTES);
        if (near === undefined || fixes.length > 0) continue;
        fixes.push({
          title: `Change attribute:${attribute} to attribute:${near}`,
          changes: [
            {
              kind: 'set',
              pointer: pointerOf(expression.node),
              value: expression.value.replace(subject, `attribute:${near}`),
            },
          ],
          safe: false,
        });
      }
      if (unknown.size === 0) continue;
      fixes.push({
        title: 'Remove this constraint',
        changes: [{ kind: 'remove', pointer: pointerOf(constraint.node) }],
        safe: false,
      });
      report('subject', atValue(expression.node), {
        data: { known: all(ATTRIBUTES), unknown: all([...unknown]) },
        fixes,
      });
    }
  },
});
