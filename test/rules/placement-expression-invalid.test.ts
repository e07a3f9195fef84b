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
    {
      name: 'no operator',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:stack prod"» }] }',
      message:
        'This placement expression compares nothing: it has no operator, such as == or exists. Write it as attribute:stack == prod.',
      pointer: '/placementConstraints/0/expression',
    },
    {
      name: 'nothing behind and',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:stack == prod and"» }] }',
      message: 'Something is missing in this placement expression, behind "and".',
      pointer: '/placementConstraints/0/expression',
    },
    {
      name: 'nothing behind a comparison',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"attribute:stack =="» }] }',
      message: 'Something is missing in this placement expression, behind "==".',
      pointer: '/placementConstraints/0/expression',
    },
    {
      name: 'nothing before or',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [{ "type": "memberOf", "expression": «"|| attribute:stack exists"» }] }',
      message: 'Something is missing in this placement expression, before "||".',
      pointer: '/placementConstraints/0/expression',
    },
  ],
  right: [
    { name: 'an operator in words', document: task('attribute:a not_in [b, c]') },
    { name: 'another one', document: task('runningTasksCount GREATER_THAN_EQUAL 1') },
    { name: 'a value called and', document: task('attribute:a == and') },
    { name: 'a value called or, not alone', document: task('attribute:a exists and attribute:b != or') },
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
