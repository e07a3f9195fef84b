import rule from '../../server/src/core/rules/managed-instances-placement';
import { testRule } from '../support/rule-tester';

const task = (expression: string, requiresCompatibilities: string[] = ['MANAGED_INSTANCES']) => ({
  requiresCompatibilities,
  placementConstraints: [{ type: 'memberOf', expression }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a field and an attribute of instances',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:ecs.instance-type == m5.large and agentVersion > 1.90 and attribute:stack == prod"» }] }',
      message:
        'Managed Instances can be chosen by ecs.subnet-id, ecs.availability-zone, ecs.cpu-architecture and ecs.instance-type only, not by agentVersion and stack. Ask for one of these, or remove the constraint.',
      pointer: '/placementConstraints/0/expression',
      fixes: [
        {
          title: 'Remove this constraint',
          result: { requiresCompatibilities: ['MANAGED_INSTANCES'], placementConstraints: [] },
        },
      ],
    },
    {
      name: 'a misspelt attribute',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:ecs.availability_zone in [eu-west-1a]"» }] }',
      message:
        'Managed Instances can be chosen by ecs.subnet-id, ecs.availability-zone, ecs.cpu-architecture and ecs.instance-type only, not by ecs.availability_zone. Ask for one of these, or remove the constraint.',
      pointer: '/placementConstraints/0/expression',
      fixes: [
        {
          title: 'Change attribute:ecs.availability_zone to attribute:ecs.availability-zone',
          result: task('attribute:ecs.availability-zone in [eu-west-1a]'),
        },
        { title: 'Remove this constraint' },
      ],
    },
  ],
  right: [
    {
      name: 'the four attributes',
      document: task(
        'attribute:ecs.subnet-id == subnet-1 and attribute:ecs.availability-zone in [a, b] or attribute:ecs.cpu-architecture==arm64 and attribute:ecs.instance-type =~ m7g.*',
      ),
    },
    { name: 'EC2', document: task('attribute:stack == prod', ['EC2']) },
    { name: 'an open attribute', document: task('attribute:${ATTRIBUTE} == prod') },
    {
      name: 'Fargate, where member-not-supported reports all constraints',
      document: task('attribute:stack == prod', ['MANAGED_INSTANCES', 'FARGATE']),
    },
  ],
});
