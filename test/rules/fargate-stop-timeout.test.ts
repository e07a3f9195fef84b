import rule from '../../server/src/core/rules/fargate-stop-timeout';
import { testRule } from '../support/rule-tester';

const task = (launchType: string, stopTimeout: unknown) => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [{ name: 'web', stopTimeout }],
});

testRule(rule, {
  wrong: [
    {
      name: 'one second too long',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "stopTimeout": «121» }] }',
      message:
        'Fargate waits at most 120 seconds for a container to stop, not 121. Change stopTimeout to 120 or less.',
      pointer: '/containerDefinitions/0/stopTimeout',
      fixes: [{ title: 'Change stopTimeout to 120', result: task('FARGATE', 120) }],
    },
    {
      name: 'five minutes, with EC2 listed as well',
      text: '{ "requiresCompatibilities": ["EC2", "FARGATE"], "containerDefinitions": [{ "name": "web", "stopTimeout": «300» }] }',
      message:
        'Fargate waits at most 120 seconds for a container to stop, not 300. Change stopTimeout to 120 or less.',
      pointer: '/containerDefinitions/0/stopTimeout',
      fixes: [{ title: 'Change stopTimeout to 120' }],
    },
  ],
  right: [
    { name: 'two minutes', document: task('FARGATE', 120) },
    { name: 'EC2', document: task('EC2', 300) },
    { name: 'no launch type', document: { containerDefinitions: [{ name: 'web', stopTimeout: 300 }] } },
    { name: 'a launch type left open', document: task('${TYPE}', 300) },
    { name: 'a text, which the schema reports', document: task('FARGATE', '300') },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx', stopTimeout: 300 }] },
  ],
});
