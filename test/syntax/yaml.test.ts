import { describe, expect, it } from 'vitest';
import { pointerOf, resolve } from '../../server/src/core/syntax/pointer';
import type { Node } from '../../server/src/core/syntax/tree';
import { parseYaml } from '../../server/src/core/syntax/yaml/parse';

/** Pointer, value and text of every scalar. */
function scalars(text: string): unknown[] {
  const found: unknown[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    else if (node.kind === 'object') for (const { value } of node.properties) value && visit(value);
    else
      found.push([
        pointerOf(node),
        node.kind === 'null' ? null : node.value,
        text.slice(node.start, node.end),
      ]);
  };
  const root = parseYaml(text);
  if (root) visit(root);
  return found;
}

describe('YAML', () => {
  it('becomes the neutral tree, with the places of its values', () => {
    expect(
      scalars(`# comment
version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service # the only one
      Properties:
        TaskDefinition: "<TASK_DEFINITION>"
        LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 }
Hooks: [true, ~]
`),
    ).toEqual([
      ['/version', 0, '0.0'],
      ['/Resources/0/TargetService/Type', 'AWS::ECS::Service', 'AWS::ECS::Service'],
      ['/Resources/0/TargetService/Properties/TaskDefinition', '<TASK_DEFINITION>', '"<TASK_DEFINITION>"'],
      ['/Resources/0/TargetService/Properties/LoadBalancerInfo/ContainerName', 'web', "'web'"],
      ['/Resources/0/TargetService/Properties/LoadBalancerInfo/ContainerPort', 80, '80'],
      ['/Hooks/0', true, 'true'],
      ['/Hooks/1', null, '~'],
    ]);
  });

  it('has the places of keys, and parents', () => {
    const text = 'jobs:\n  "deploy":\n    steps: []\n';
    const root = parseYaml(text);
    expect(root?.kind === 'object' && root.properties.map(({ key, keyRange }) => [key, keyRange])).toEqual([
      ['jobs', { start: 0, end: 4 }],
    ]);
    const steps = resolve(root, '/jobs/deploy/steps');
    expect(steps?.kind).toBe('array');
    expect(steps?.parent?.parent?.parent).toBe(root);
  });

  it('leaves open what an alias or a tag stands for', () => {
    expect(scalars('a: &x web\nb: *x\nc: !Ref web\nd: !!str 1\n<<: *x\n')).toEqual([
      ['/a', 'web', 'web'],
      ['/b', null, '*x'],
      ['/c', null, 'web'],
      ['/d', '1', '1'],
      ['/<<', null, '*x'],
    ]);
  });

  it('is nothing where it is empty, broken or nested without end', () => {
    for (const text of [
      '',
      '# only a comment\n',
      'a: [',
      'a: b: c',
      'a: {{ must_env `X` }}\nb: "',
      '[ '.repeat(100_000),
    ])
      expect(parseYaml(text), text.slice(0, 20)).toBeUndefined();
  });
});
