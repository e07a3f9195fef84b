import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'managed-instances-windows',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'runtimePlatform',
  facts: ['PLT-2'],
  docs: {
    title: 'Managed Instances run Linux only',
    why: 'There is no managed instance with Windows, so such a task is never placed.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
    ],
  },
  messages: {
    windows:
      'Managed Instances run LINUX only, not {family}. Change operatingSystemFamily, or take MANAGED_INSTANCES out of requiresCompatibilities.',
  },
  check(definition, { report }) {
    const { task } = definition;
    if (!task || !definition.windows) return;
    const entry = definition.requires('MANAGED_INSTANCES');
    const family = task.object('runtimePlatform')?.string('operatingSystemFamily');
    if (!entry || !family) return;
    const fixes: Fix[] = [
      {
        title: 'Change operatingSystemFamily to "LINUX"',
        changes: [{ kind: 'set', pointer: pointerOf(family.node), value: 'LINUX' }],
        safe: false,
      },
    ];
    // An assumed launch type stands nowhere, and a list needs another entry.
    const named = task.strings('requiresCompatibilities').filter(({ value }) => value === entry.value);
    if (named.length > 0 && named.length < task.items('requiresCompatibilities').length) {
      fixes.push({
        title: 'Remove "MANAGED_INSTANCES"',
        changes: named.map(({ node }) => ({ kind: 'remove', pointer: pointerOf(node) })),
        safe: false,
      });
    }
    report('windows', atValue(family.node), { data: { family: family.value }, fixes });
  },
});
