import rule from '../../server/src/core/rules/environment-files-over-ten-in-task';
import { testRule } from '../support/rule-tester';

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ type: 's3', value: `arn:aws:s3:::bucket/${i}.env` }));
const containers = (...counts: number[]) => ({
  containerDefinitions: counts.map((count, i) => ({ name: `c${i}`, environmentFiles: files(count) })),
});

testRule(rule, {
  wrong: [
    {
      name: 'six, three and two',
      text: `{ "containerDefinitions": [{ "name": "a", "environmentFiles": ${JSON.stringify(files(6))} }, { "name": "b", "environmentFiles": ${JSON.stringify(files(3))} }, { "name": "c", «"environmentFiles"»: ${JSON.stringify(files(2))} }, { "name": "d", "environmentFiles": ${JSON.stringify(files(1))} }] }`,
      message:
        'The containers of this task list 12 environment files. AWS documents a limit of 10, on one page for each container and on another for the task. To be safe, merge some of them.',
      pointer: '/containerDefinitions/2/environmentFiles',
    },
  ],
  right: [
    { name: 'ten in all', document: containers(5, 5) },
    { name: 'ten in one container', document: containers(10) },
    { name: 'eleven in one container, which the schema reports', document: containers(11, 1) },
    {
      name: 'a list left open',
      document: {
        containerDefinitions: [
          { name: 'a', environmentFiles: files(10) },
          { name: 'b', environmentFiles: '${FILES}' },
        ],
      },
    },
  ],
});
