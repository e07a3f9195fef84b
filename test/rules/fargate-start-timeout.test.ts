import rule from '../../server/src/core/rules/fargate-start-timeout';
import { testRule } from '../support/rule-tester';

const task = (launchType: string, startTimeout: unknown) => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [{ name: 'web', startTimeout }],
});

testRule(rule, {
  wrong: [
    {
      name: 'one second too long',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "startTimeout": «121» }] }',
      message: 'On Fargate startTimeout is at most 120 seconds, not 121. Change it to 120 or less.',
      pointer: '/containerDefinitions/0/startTimeout',
      fixes: [{ title: 'Change startTimeout to 120', result: task('FARGATE', 120) }],
    },
  ],
  right: [
    { name: 'two minutes', document: task('FARGATE', 120) },
    { name: 'EC2', document: task('EC2', 15000) },
    { name: 'a time left open', document: task('FARGATE', '${SECONDS}') },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx', startTimeout: 600 }] },
  ],
});
