import { expect, it } from 'vitest';
import { container, type ExpectedFix, find, task, testFindings } from '../../support/schema-tester';

const definition = '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}';

function holdsTask(key: string, fix: Omit<ExpectedFix, 'title'>) {
  const whole = 'the task definition';
  return {
    rule: 'schema/misplaced-key',
    pointer: `/${key}`,
    message: `The AWS CLI refuses "${key}": what it holds is ${whole} itself, whose members have to stand here.`,
    fixes: [{ title: `Take ${whole} out of ${key}`, ...fix }],
  } as const;
}

testFindings('schema/misplaced-key of a whole object', {
  'the task definition': [
    `{«"TaskDefinition"»: ${definition}}`,
    holdsTask('TaskDefinition', { safe: true, to: definition }),
  ],
  'the task definition, beside a member of it': [
    '{"cpu": "256", «"input"»: {"family": "web", "containerDefinitions": [], "cpu": "512", "foo": 1}}',
    holdsTask('input', {
      to: '{"family": "web", "containerDefinitions": [], "cpu": "512", "foo": 1}',
      uncovers: ['schema/length /containerDefinitions', 'schema/unknown-key /foo'],
    }),
  ],
  'a resource of CloudFormation, which needs no family': [
    '{"Type": "AWS::ECS::TaskDefinition", «"Properties"»: {"ContainerDefinitions": [{"Name": "app", "Image": "b"}]}}',
    holdsTask('Properties', {
      to: '{"ContainerDefinitions": [{"Name": "app", "Image": "b"}]}',
      uncovers: ['schema/required ', 'schema/unknown-key /ContainerDefinitions'],
    }),
  ],
  'a container': [
    '{"family": "web", "containerDefinitions": [{«"container"»: {"name": "app", "image": "nginx:1.27"}, "cpu": 1}]}',
    {
      rule: 'schema/misplaced-key',
      pointer: '/containerDefinitions/0/container',
      message:
        'The AWS CLI refuses "container": what it holds is the container itself, whose members have to stand here.',
      fixes: [
        {
          title: 'Take the container out of container',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"cpu": 1, "name": "app", "image": "nginx:1.27"}]}',
        },
      ],
    },
  ],
  'an object that has some of it only': [
    '{"family": "web", "containerDefinitions": [{"name": "app", «"build"»: {"image": "nginx:1.27"}, "image": "b"}]}',
    {
      rule: 'schema/unknown-key',
      pointer: '/containerDefinitions/0/build',
      message:
        'The AWS CLI refuses "build": it knows no such key in a container. If AWS has added "build" since, set ecsTaskdef.unknownKeys to "warning".',
      fixes: [
        {
          title: 'Remove build',
          to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "b"}]}',
        },
      ],
    },
  ],
});

testFindings('schema/type of task definitions in a list', {
  one: [
    `«[»${definition}]`,
    {
      rule: 'schema/type',
      pointer: '',
      message: 'A task definition must be an object, not a list: the AWS CLI registers one at a time.',
      fixes: [{ title: 'Take the task definition out of the list', safe: true, to: definition }],
    },
  ],
  two: [
    `«[»${definition}, ${definition}]`,
    {
      rule: 'schema/type',
      pointer: '',
      message: 'A task definition must be an object, not a list of 2: the AWS CLI registers one at a time.',
    },
  ],
  'a list of containers is none': ['[{"name": "app", "image": "nginx:1.27"}]'],
});

it('shows the other keys that a finding speaks of', () => {
  const text = container(
    '"logConfiguration": {"logDriver": "awslogs", "awslogs-group": "g", "mode": "blocking"}',
  );
  const related = find(text).flatMap((finding) => finding.related);
  expect(related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
    ['"mode"', 'This belongs in "options" too.'],
  ]);
});

it('says the same when it is asked twice', () => {
  const text = task('"healthCheck": {"command": ["CMD", "true"]}, "executionRole": "r"');
  expect(find(text)).toEqual(find(text));
});
