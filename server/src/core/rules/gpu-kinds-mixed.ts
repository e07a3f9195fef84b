import type { ResourceRequirement } from '@aws-sdk/client-ecs';
import type { Change } from '../finding';
import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { requirementsOf } from './accelerators';
import { defineRule } from './rule';

export default defineRule({
  id: 'gpu-kinds-mixed',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'sharingStrategy',
  facts: ['ACC-2'],
  docs: {
    title: 'One container shares a GPU, and another one has its own',
    why: 'All containers of a task that ask for a GPU do it in the same way: with value, or with sharingStrategy.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html'],
  },
  messages: {
    mixed:
      'Container "{container}" asks for a GPU with {kind}, and container "{other}" with {otherKind}. All containers of a task have to do it in the same way.',
  },
  check(definition, { report }) {
    const { containers } = definition;
    // External instances share nothing: said by gpu-sharing-not-supported.
    if (containers.length < 2 || definition.requires('EXTERNAL')) return;
    const all = containers.flatMap((container) =>
      requirementsOf(container, definition).flatMap((requirement) => {
        const found = kindOf(requirement);
        return found ? [{ ...found, requirement, name: nameOf(container, containers) }] : [];
      }),
    );
    const [first] = all;
    const odd = all.find(({ kind }) => kind !== first?.kind);
    if (!first || !odd) return;
    report('mixed', atValue(odd.node), {
      data: { container: odd.name, kind: odd.kind, other: first.name, otherKind: first.kind },
      related: [
        { ...atValue(first.node).range, message: `Container "${first.name}" asks with ${first.kind}.` },
      ],
      fixes: [
        {
          title: 'Give each container a GPU of its own',
          changes: all
            .filter(({ kind }) => kind === 'sharingStrategy')
            .flatMap(({ node, requirement }): Change[] => [
              { kind: 'remove', pointer: pointerOf(node) },
              { kind: 'insert', pointer: pointerOf(requirement.node), key: 'value', value: '1' },
            ]),
          safe: false,
        },
      ],
    });
  },
});

type Kind = 'value' | 'sharingStrategy';

/** Undefined for what is no GPU, and for one that says both or neither, which are findings of their own. */
function kindOf(requirement: View<ResourceRequirement>): { kind: Kind; node: Node } | undefined {
  if (requirement.string('type')?.value !== 'GPU') return undefined;
  const value = requirement.get('value');
  const sharing = requirement.get('sharingStrategy');
  if (value && sharing) return undefined;
  if (value) return { kind: 'value', node: value };
  return sharing && { kind: 'sharingStrategy', node: sharing };
}
