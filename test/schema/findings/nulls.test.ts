import { container, task, testFindings } from '../../support/schema-tester';

const inApp = '/containerDefinitions/0';

testFindings('schema/null', {
  'a null in a bare list of containers, which Terraform reads': [
    '[{"name": "a", "image": "b", "cpu": «null»}]',
    {
      rule: 'schema/null',
      pointer: '/0/cpu',
      severity: 'hint',
      message:
        '"cpu" is null: the AWS CLI refuses null. Leave the key out. (Terraform leaves nulls out by itself.)',
      fixes: [{ title: 'Remove cpu', safe: true, to: '[{"name": "a", "image": "b"}]' }],
    },
  ],
  'a null in a template of ecspresso': [
    container('"cpu": «null», "user": "{{ must_env `USER_ID` }}"'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/cpu`,
      severity: 'hint',
      message:
        '"cpu" is null: the AWS CLI refuses null. Leave the key out. (ecspresso leaves nulls out by itself.)',
      fixes: [{ title: 'Remove cpu', safe: true, to: container('"user": "{{ must_env `USER_ID` }}"') }],
    },
  ],
  'a null in a template that may be of any tool': [
    container('"cpu": «null», "user": "{{ .UserId }}"'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/cpu`,
      message: '"cpu" is null: the AWS CLI refuses null. Leave the key out.',
      fixes: [{ title: 'Remove cpu', safe: true, to: container('"user": "{{ .UserId }}"') }],
      dropped: true,
    },
  ],
  'one null': [
    container('"cpu": 1, "memory": «null»'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/memory`,
      message: '"memory" is null: the AWS CLI refuses null. Leave the key out.',
      fixes: [{ title: 'Remove memory', safe: true, to: container('"cpu": 1') }],
      dropped: true,
    },
  ],
  'a null among the items of a list': [
    container('"command": ["a", «null», "b"]'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/command/1`,
      message: 'An item of "command" is null: the AWS CLI refuses null. Remove it.',
      fixes: [{ title: 'Remove the item', safe: true, to: container('"command": ["a", "b"]') }],
      dropped: true,
    },
  ],
  'three nulls at once': [
    `{"family": "web", "memory": «null», "containerDefinitions": [{"name": "a", "image": "b", "cpu": null, "links": ["c", null]}]}`,
    {
      rule: 'schema/null',
      pointer: '/memory',
      message: '3 values are null (memory, cpu and links): the AWS CLI refuses null. Leave them out.',
      fixes: [
        {
          title: 'Remove all 3 nulls',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"name": "a", "image": "b", "links": ["c"]}]}',
        },
      ],
      dropped: true,
    },
  ],
  'many nulls': [
    container('"cpu": «null», "user": null, "links": null, "command": null, "hostname": null'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/cpu`,
      message: '5 values are null (cpu, user, links and 2 more): the AWS CLI refuses null. Leave them out.',
      fixes: [
        {
          title: 'Remove all 5 nulls',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
        },
      ],
      dropped: true,
    },
  ],
  'a null where a value is needed: the key is not missing as well': [
    '{"family": «null», "containerDefinitions": [{"name": "a", "image": "b", "cpu": «null»}]}',
    {
      rule: 'schema/null',
      pointer: '/family',
      message:
        '"family" is null: the AWS CLI refuses null, and AWS requires a value in every task definition.',
      fixes: [
        {
          title: 'Change family to "a"',
          to: '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "cpu": null}]}',
        },
      ],
    },
    {
      rule: 'schema/null',
      pointer: `${inApp}/cpu`,
      message: '"cpu" is null: the AWS CLI refuses null. Leave the key out.',
      fixes: [
        {
          title: 'Remove cpu',
          safe: true,
          to: '{"family": null, "containerDefinitions": [{"name": "a", "image": "b"}]}',
        },
      ],
      dropped: true,
    },
  ],
  'a null that is all there is in a list which must not be empty': [
    task('"tags": [«null»]'),
    {
      rule: 'schema/null',
      pointer: '/tags/0',
      message: 'An item of "tags" is null: the AWS CLI refuses null, and the list must not be empty.',
    },
  ],
  'an unknown key that is null is told once': [
    container('"foo": «null», "cpu": 1'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/foo`,
      message: '"foo" is null: the AWS CLI refuses null. Leave the key out.',
      fixes: [{ title: 'Remove foo', safe: true, to: container('"cpu": 1') }],
      dropped: true,
    },
  ],
  'a null that a later value of the same key replaces': [container('"cpu": null, "cpu": 1')],
  'a value that a later null of the same key replaces': [
    container('"user": "x", "cpu": 1, "cpu": «null»'),
    {
      rule: 'schema/null',
      pointer: `${inApp}/cpu`,
      message: '"cpu" is null: the AWS CLI refuses null. Leave the key out.',
      fixes: [{ title: 'Remove cpu', safe: true, to: container('"user": "x"') }],
      dropped: true,
    },
  ],
});
