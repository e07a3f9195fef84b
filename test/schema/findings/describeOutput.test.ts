import { container, task, testFindings } from '../../support/schema-tester';

const definition = '"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx"}]';
const readOnly =
  '"taskDefinitionArn": "arn:aws:ecs:x", "revision": 3, "status": "ACTIVE", "requiresAttributes": [], "compatibilities": ["EC2"]';

testFindings('describe-output', {
  'the wrapper alone': [
    `{«"taskDefinition"»: {${definition}}}`,
    {
      rule: 'describe-output',
      pointer: '/taskDefinition',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has a "taskDefinition" wrapper.',
      fixes: [{ title: 'Make it registrable: unwrap', safe: true, to: `{${definition}}` }],
    },
  ],
  'everything at once, with the tags beside the definition': [
    `{
  «"taskDefinition"»: {
    ${readOnly}, "pidMode": null,
    "family": "web",
    "containerDefinitions": [{"name": "app", "image": "nginx", "cpu": null, "links": [null]}],
    "registeredAt": "2026-01-01", "registeredBy": "arn:aws:iam::123456789012:root"
  },
  "tags": [{"key": "a", "value": "b"}]
}`,
    {
      rule: 'describe-output',
      pointer: '/taskDefinition',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has a "taskDefinition" wrapper, 7 read-only keys (taskDefinitionArn, revision, status and 4 more) and 3 nulls.',
      fixes: [
        {
          title: 'Make it registrable: unwrap, remove 7 read-only keys and 3 nulls',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx", "links": []}], "tags": [{"key": "a", "value": "b"}]}',
        },
      ],
    },
  ],
  'empty tags on both sides': [
    `{«"taskDefinition"»: {${definition}, "tags": []}, "tags": []}`,
    {
      rule: 'describe-output',
      pointer: '/taskDefinition',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has a "taskDefinition" wrapper.',
      fixes: [{ title: 'Make it registrable: unwrap', safe: true, to: `{${definition}}` }],
    },
  ],
  'something of somebody else beside the wrapper': [
    `{«"taskDefinition"»: {${definition}}, "note": "keep me"}`,
    {
      rule: 'describe-output',
      pointer: '/taskDefinition',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has a "taskDefinition" wrapper.',
      fixes: [{ title: 'Make it registrable: unwrap', to: `{${definition}}` }],
    },
  ],
  'read-only keys and a null without the wrapper': [
    task('«"revision"»: 3, "status": "ACTIVE", "memory": null, "tags": [], "cpu": "256"'),
    {
      rule: 'describe-output',
      pointer: '/revision',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has 2 read-only keys (revision and status) and a null.',
      fixes: [
        {
          title: 'Make it registrable: remove 2 read-only keys and a null',
          safe: true,
          to: task('"cpu": "256"'),
        },
      ],
      dropped: true,
    },
  ],
  'a read-only key that the deploy action leaves in': [
    task('«"deleteRequestedAt"»: null, "revision": 3, "cpu": "256"'),
    {
      rule: 'describe-output',
      pointer: '/deleteRequestedAt',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has 2 read-only keys (deleteRequestedAt and revision) and a null.',
      fixes: [
        {
          title: 'Make it registrable: remove 2 read-only keys and a null',
          safe: true,
          to: task('"cpu": "256"'),
        },
      ],
    },
  ],
  'what is inside is judged as usual, with pointers from the top': [
    '{«"taskDefinition"»: {"family": "web", "cpu": «256», "containerDefinitions": [{"name": «null», "image": "b", «"Cpu"»: 1}]}}',
    {
      rule: 'describe-output',
      pointer: '/taskDefinition',
      message:
        'The AWS CLI refuses the output of describe-task-definition: it has a "taskDefinition" wrapper.',
      fixes: [
        {
          title: 'Make it registrable: unwrap',
          safe: true,
          to: '{"family": "web", "cpu": 256, "containerDefinitions": [{"image": "b", "Cpu": 1}]}',
          uncovers: ['schema/required /containerDefinitions/0'],
        },
      ],
    },
    {
      rule: 'schema/type',
      pointer: '/taskDefinition/cpu',
      message: '"cpu" must be a string: write "256" instead of 256.',
      fixes: [
        {
          title: 'Change cpu to "256"',
          safe: true,
          to: '{"taskDefinition": {"family": "web", "cpu": "256", "containerDefinitions": [{"name": null, "image": "b", "Cpu": 1}]}}',
        },
      ],
    },
    {
      rule: 'schema/null',
      pointer: '/taskDefinition/containerDefinitions/0/name',
      message: '"name" is null: the AWS CLI refuses null, and AWS requires a value in every container.',
      fixes: [
        {
          title: 'Change name to "b"',
          to: '{"taskDefinition": {"family": "web", "cpu": 256, "containerDefinitions": [{"name": "b", "image": "b", "Cpu": 1}]}}',
        },
      ],
    },
    {
      rule: 'schema/unknown-key',
      pointer: '/taskDefinition/containerDefinitions/0/Cpu',
      message: 'AWS writes this key "cpu": the AWS CLI refuses "Cpu".',
      fixes: [
        {
          title: 'Rename Cpu to cpu',
          safe: true,
          to: '{"taskDefinition": {"family": "web", "cpu": 256, "containerDefinitions": [{"name": null, "image": "b", "cpu": 1}]}}',
        },
      ],
    },
  ],
  'a bare definition without read-only keys': [container('"cpu": 1')],
});
