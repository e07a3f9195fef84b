import type { Fix } from '../finding';
import { inside } from '../location';
import { isName } from '../model/names';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'tags-missing',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'task',
  facts: ['BP-TAGS'],
  docs: {
    title: 'A task definition without tags',
    why: 'Tags say whose a task definition is and what for. Cost reports, access rules and clean-up jobs go by them.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html',
    ],
    scanners: { 'AWS Security Hub': ['ECS.15'], 'AWS Config': ['tagged-ecs-taskdefinition'] },
  },
  messages: {
    missing: 'The task definition has no tags. Add those by which you tell owners, projects or costs apart.',
  },
  check({ task }, { report }) {
    // Describe output keeps the tags beside the task definition.
    if (!task?.lacks('tags') || task.node.parent) return;
    const family = task.string('family')?.value;
    const fixes: Fix[] = isName(family)
      ? [
          {
            title: `Add the tag "project": "${family}"`,
            changes: [
              {
                kind: 'insert',
                pointer: pointerOf(task.node),
                key: 'tags',
                value: [{ key: 'project', value: family }],
              },
            ],
            safe: false,
          },
        ]
      : [];
    report('missing', inside(task.node), { fixes });
  },
});
