import rule from '../../server/src/core/rules/placement-expression-invalid';
import { testRule } from '../support/rule-tester';

const task = (expression: string, requiresCompatibilities: string[] = ['EC2']) => ({
  requiresCompatibilities,
  placementConstraints: [{ type: 'memberOf', expression }],
});

testRule(rule, {
  wrong: [
    {
      name: 'blank',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «" "» }] }',
      message:
        'This placement expression is blank. Say which instances fit, such as attribute:ecs.instance-type == t3.large.',
      pointer: '/placementConstraints/0/expression',
      fixes: [
        {
          title: 'Remove this constraint',
          result: { requiresCompatibilities: ['EC2'], placementConstraints: [] },
        },
      ],
    },
    {
      name: 'a single equals sign, beside the right ones',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:a != b and attribute:c=d and runningTasksCount <= 3"» }] }',
      message: 'A placement expression compares with ==, and "=" is no operator. Write ==.',
      pointer: '/placementConstraints/0/expression',
      fixes: [
        {
          title: 'Change expression to "attribute:a != b and attribute:c==d and runningTasksCount <= 3"',
          result: task('attribute:a != b and attribute:c==d and runningTasksCount <= 3'),
        },
      ],
    },
    {
      name: 'a list that is not closed',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"(attribute:a in [b, c)"» }] }',
      message: 'A bracket of this placement expression is not closed, or not opened: )',
      pointer: '/placementConstraints/0/expression',
    },
    {
      name: 'a parenthesis that is not closed',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"not (attribute:a exists"» }] }',
      message: 'A bracket of this placement expression is not closed, or not opened: (',
      pointer: '/placementConstraints/0/expression',
    },
  ],
  right: [
    { name: 'a comparison', document: task('attribute:a == b') },
    { name: 'several', document: task('not (attribute:a in [b, c]) and runningTasksCount >= 1') },
    { name: 'an attribute that nobody knows', document: task('attribute:x.y/z exists') },
    { name: 'a regular expression', document: task('attribute:ecs.instance-type =~ ^(t3\\)|a=b') },
    { name: 'a regular expression, in words', document: task('attribute:a matches [(]=') },
    { name: 'an open expression', document: task('attribute:stack = ${STACK}') },
    {
      name: 'Fargate, where member-not-supported reports all constraints',
      document: task('', ['FARGATE']),
    },
  ],
});
