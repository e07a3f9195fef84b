import rule from '../../server/src/core/rules/placement-constraint-incomplete';
import { testRule } from '../support/rule-tester';

const task = (placementConstraints: unknown, requiresCompatibilities: string[] = ['EC2']) => ({
  requiresCompatibilities,
  placementConstraints,
});

testRule(rule, {
  wrong: [
    {
      name: 'no type',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [«{» "expression": "attribute:a == b" }] }',
      message:
        'A placement constraint says "type": "memberOf" and an expression, and this one has no type. Add what is missing.',
      pointer: '/placementConstraints/0',
      fixes: [
        {
          title: 'Add "type": "memberOf"',
          safe: true,
          result: task([{ expression: 'attribute:a == b', type: 'memberOf' }]),
        },
      ],
    },
    {
      name: 'no expression',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [«{» "type": "memberOf" }] }',
      message:
        'A placement constraint says "type": "memberOf" and an expression, and this one has no expression. Add what is missing.',
      pointer: '/placementConstraints/0',
      fixes: [{ title: 'Remove this constraint', result: task([]) }],
    },
    {
      name: 'neither',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [«{»}] }',
      message:
        'A placement constraint says "type": "memberOf" and an expression, and this one has no type and expression. Add what is missing.',
      pointer: '/placementConstraints/0',
      fixes: [{ title: 'Remove this constraint', result: task([]) }],
    },
  ],
  right: [
    { name: 'both', document: task([{ type: 'memberOf', expression: 'attribute:a == b' }]) },
    { name: 'open values', document: task([{ type: '${TYPE}', expression: '${EXPRESSION}' }]) },
    { name: 'another type, which the schema reports', document: task([{ type: 'distinctInstance' }]) },
    {
      name: 'Fargate, where member-not-supported reports all constraints',
      document: task([{ type: 'memberOf' }], ['FARGATE']),
    },
  ],
});
