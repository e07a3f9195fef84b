import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings';
import { container, type ExpectedFix, find, task, testFindings } from '../../support/schema-tester';

function unknown(pointer: string, message: string, ...fixes: ExpectedFix[]) {
  return { rule: 'schema/unknown-key', pointer, message, fixes } as const;
}

const newer = (key: string) => `If AWS has added "${key}" since, set ecsTaskdef.unknownKeys to "warning".`;
const inApp = '/containerDefinitions/0';

testFindings('schema/unknown-key of a misspelt key', {
  'the keys of AWS': [
    container('"readonlyRootFilesystem": true, "mountPoints": [{"sourceVolume": "a", "readOnly": true}]'),
  ],
  'capitals inside a key': [
    container('«"readOnlyRootFilesystem"»: true'),
    unknown(
      `${inApp}/readOnlyRootFilesystem`,
      'AWS writes this key "readonlyRootFilesystem": the AWS CLI refuses "readOnlyRootFilesystem".',
      {
        title: 'Rename readOnlyRootFilesystem to readonlyRootFilesystem',
        safe: true,
        to: container('"readonlyRootFilesystem": true'),
      },
    ),
  ],
  'underscores of Docker Compose, which are no missing key beside it': [
    container('"healthCheck": {"command": ["CMD", "true"], «"start_period"»: 5}'),
    unknown(
      `${inApp}/healthCheck/start_period`,
      'AWS writes this key "startPeriod": the AWS CLI refuses "start_period".',
      {
        title: 'Rename start_period to startPeriod',
        safe: true,
        to: container('"healthCheck": {"command": ["CMD", "true"], "startPeriod": 5}'),
      },
    ),
  ],
  'a key that is there already in the right spelling': [
    container('"cpu": 1, «"CPU"»: 2'),
    unknown(`${inApp}/CPU`, 'AWS writes this key "cpu", which is here already. Remove "CPU".', {
      title: 'Remove CPU',
      to: container('"cpu": 1'),
    }),
  ],
  'a variable as in a map, which is no name that is missing beside it': [
    container('"environment": [{«"APP_ENV"»: "live"}, {"name": "TZ", "value": "UTC"}]'),
    unknown(
      `${inApp}/environment/0/APP_ENV`,
      'The AWS CLI refuses "APP_ENV": an item of "environment" has the keys "name" and "value".',
      {
        title: 'Write APP_ENV as "name" and "value"',
        safe: true,
        to: container(
          '"environment": [{"name": "APP_ENV", "value": "live"}, {"name": "TZ", "value": "UTC"}]',
        ),
      },
    ),
  ],
  'a tag and a number as in a map': [
    task('"tags": [{«"stage"»: 1}]'),
    unknown(
      '/tags/0/stage',
      'The AWS CLI refuses "stage": an item of "tags" has the keys "key" and "value".',
      {
        title: 'Write stage as "key" and "value"',
        safe: true,
        to: task('"tags": [{"key": "stage", "value": "1"}]'),
      },
    ),
  ],
  'a list as the value of a variable': [
    container('"environment": [{«"HOSTS"»: ["a"]}]'),
    unknown(
      `${inApp}/environment/0/HOSTS`,
      'The AWS CLI refuses "HOSTS": an item of "environment" has the keys "name" and "value".',
    ),
  ],
  'a typing error in a variable that has nothing else': [
    container('"environment": [{«"nmae"»: "TZ"}]'),
    unknown(
      `${inApp}/environment/0/nmae`,
      `The AWS CLI refuses "nmae": it knows no such key in an item of "environment". Did you mean "name"? ${newer('nmae')}`,
      { title: 'Rename nmae to name', to: container('"environment": [{"name": "TZ"}]') },
    ),
  ],
  'a typing error': [
    container('«"memroy"»: 512'),
    unknown(
      `${inApp}/memroy`,
      `The AWS CLI refuses "memroy": it knows no such key in a container. Did you mean "memory"? ${newer('memroy')}`,
      { title: 'Rename memroy to memory', to: container('"memory": 512') },
    ),
  ],
  'a typing error beside the right key': [
    container('"memory": 512, «"memmory"»: 512'),
    unknown(
      `${inApp}/memmory`,
      `The AWS CLI refuses "memmory": it knows no such key in a container. Did you mean "memory"? ${newer('memmory')}`,
      { title: 'Remove memmory', to: container('"memory": 512') },
    ),
  ],
  'a typing error in a key that is needed: no second finding': [
    '{«"famly"»: "web", "containerDefinitions": [{"name": "a", «"imag"»: "b"}]}',
    unknown(
      '/famly',
      `The AWS CLI refuses "famly": it knows no such key in a task definition. Did you mean "family"? ${newer('famly')}`,
      {
        title: 'Rename famly to family',
        to: '{"family": "web", "containerDefinitions": [{"name": "a", "imag": "b"}]}',
      },
    ),
    unknown(
      `${inApp}/imag`,
      `The AWS CLI refuses "imag": it knows no such key in a container. Did you mean "image"? ${newer('imag')}`,
      {
        title: 'Rename imag to image',
        to: '{"famly": "web", "containerDefinitions": [{"name": "a", "image": "b"}]}',
      },
    ),
  ],
  'what stands under an unknown key is not judged': [
    container('«"foo"»: {"bar": null, "cpu": "x", "image": 5}'),
    unknown(
      `${inApp}/foo`,
      `The AWS CLI refuses "foo": it knows no such key in a container. ${newer('foo')}`,
      {
        title: 'Remove foo',
        to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
      },
    ),
  ],
  'keys that every object of JavaScript has': [
    '{"family": "web", «"constructor"»: 1, "containerDefinitions": [{"name": "a", "image": "b", «"toString"»: 1}]}',
    unknown(
      '/constructor',
      `The AWS CLI refuses "constructor": it knows no such key in a task definition. ${newer('constructor')}`,
      {
        title: 'Remove constructor',
        to: '{"family": "web", "containerDefinitions": [{"name": "a", "image": "b", "toString": 1}]}',
      },
    ),
    unknown(
      `${inApp}/toString`,
      `The AWS CLI refuses "toString": it knows no such key in a container. ${newer('toString')}`,
      {
        title: 'Remove toString',
        to: '{"family": "web", "constructor": 1, "containerDefinitions": [{"name": "a", "image": "b"}]}',
      },
    ),
  ],
  'labels and options may have any key': [
    container(
      '"dockerLabels": {"__proto__": "a", "Any Key": "b"}, "logConfiguration": {"logDriver": "syslog", "options": {"x": "y"}}',
    ),
  ],
});

const cloudFormation =
  '{«"Family"»: "web", «"ContainerDefinitions"»: [{"Name": "app", "Image": "b", "PortMappings": [{"ContainerPort": 80}]}]}';
const all = {
  title: "Rename all 6 keys to AWS's spelling",
  safe: true,
  to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "b", "portMappings": [{"containerPort": 80}]}]}',
};

testFindings('schema/unknown-key in the capitals of CloudFormation', {
  'a whole definition: no missing key beside it': [
    cloudFormation,
    unknown(
      '/Family',
      'AWS writes this key "family": the AWS CLI refuses "Family".',
      {
        title: 'Rename Family to family',
        safe: true,
        to: '{"family": "web", "ContainerDefinitions": [{"Name": "app", "Image": "b", "PortMappings": [{"ContainerPort": 80}]}]}',
      },
      all,
    ),
    unknown(
      '/ContainerDefinitions',
      'AWS writes this key "containerDefinitions": the AWS CLI refuses "ContainerDefinitions".',
      {
        title: 'Rename ContainerDefinitions to containerDefinitions',
        safe: true,
        to: '{"Family": "web", "containerDefinitions": [{"Name": "app", "Image": "b", "PortMappings": [{"ContainerPort": 80}]}]}',
        uncovers: [
          'schema/unknown-key /containerDefinitions/0/Name',
          'schema/unknown-key /containerDefinitions/0/Image',
          'schema/unknown-key /containerDefinitions/0/PortMappings',
        ],
      },
      all,
    ),
  ],
  tags: [
    task('"tags": [{«"Key"»: "a", «"Value"»: "b"}]'),
    unknown(
      '/tags/0/Key',
      'AWS writes this key "key": the AWS CLI refuses "Key".',
      { title: 'Rename Key to key', safe: true, to: task('"tags": [{"key": "a", "Value": "b"}]') },
      {
        title: "Rename all 2 keys to AWS's spelling",
        safe: true,
        to: task('"tags": [{"key": "a", "value": "b"}]'),
      },
    ),
    unknown(
      '/tags/0/Value',
      'AWS writes this key "value": the AWS CLI refuses "Value".',
      { title: 'Rename Value to value', safe: true, to: task('"tags": [{"Key": "a", "value": "b"}]') },
      {
        title: "Rename all 2 keys to AWS's spelling",
        safe: true,
        to: task('"tags": [{"key": "a", "value": "b"}]'),
      },
    ),
  ],
  'tags hidden by others': [
    task('"tags": [{"Key": "a", "value": "b"}], "tags": [{«"Key"»: "c", "value": "d"}]'),
    unknown('/tags/0/Key', 'AWS writes this key "key": the AWS CLI refuses "Key".', {
      title: 'Rename Key to key',
      safe: true,
      to: task('"tags": [{"Key": "a", "value": "b"}], "tags": [{"key": "c", "value": "d"}]'),
    }),
  ],
});

testFindings('schema/unknown-key in the words of other tools', {
  "Docker's ports": [
    container('«"ports"»: [{"target": 80}]'),
    unknown(`${inApp}/ports`, 'The AWS CLI refuses "ports": in a container the key is "portMappings".', {
      title: 'Rename ports to portMappings',
      to: container('"portMappings": [{"target": 80}]'),
      uncovers: [`schema/unknown-key ${inApp}/portMappings/0/target`],
    }),
  ],
  "Kubernetes' env": [
    container('«"env"»: [{"name": "A", "value": "b"}]'),
    unknown(`${inApp}/env`, 'The AWS CLI refuses "env": in a container the key is "environment".', {
      title: 'Rename env to environment',
      to: container('"environment": [{"name": "A", "value": "b"}]'),
    }),
  ],
  'a name for the task, beside the family': [
    task('«"name"»: "web"'),
    unknown(
      '/name',
      'The AWS CLI refuses "name": in a task definition the key is "family", which is here already. Remove "name".',
      {
        title: 'Remove name',
        to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
      },
    ),
  ],
  'the value of a secret, which is no missing valueFrom': [
    container('"secrets": [{"name": "A", «"value"»: "arn:aws:ssm:x"}]'),
    unknown(
      `${inApp}/secrets/0/value`,
      'The AWS CLI refuses "value": in an item of "secrets" the key is "valueFrom".',
      {
        title: 'Rename value to valueFrom',
        to: container('"secrets": [{"name": "A", "valueFrom": "arn:aws:ssm:x"}]'),
      },
    ),
  ],
});

testFindings('schema/unknown-key of comments', {
  'a schema': [
    task('«"$schema"»: "x"'),
    unknown(
      '/$schema',
      'The AWS CLI refuses "$schema", as it does every key it does not know, comments too. Remove it.',
      {
        title: 'Remove $schema',
        safe: true,
        to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
      },
    ),
  ],
  'comments under four names': [
    task('«"//"»: "a", «"$comment"»: "b", «"_why"»: "c", «"comment"»: "d"'),
    ...[
      ['//', '/~1~1'],
      ['$comment', '/$comment'],
      ['_why', '/_why'],
      ['comment', '/comment'],
    ].map(([key = '', pointer = '']) => {
      const rest = { '//': 'a', $comment: 'b', _why: 'c', comment: 'd' };
      const left = Object.entries(rest).filter(([other]) => other !== key);
      return unknown(
        pointer,
        `The AWS CLI refuses "${key}", as it does every key it does not know, comments too. Remove it.`,
        { title: `Remove ${key}`, to: task(left.map(([name, value]) => `"${name}": "${value}"`).join(', ')) },
      );
    }),
  ],
});

testFindings('schema/read-only-key', {
  'one key that AWS writes': [
    task('«"revision"»: 3'),
    {
      rule: 'schema/read-only-key',
      pointer: '/revision',
      message:
        '"revision" is written by AWS: describe-task-definition prints it, and the AWS CLI refuses it here. Remove it.',
      fixes: [
        {
          title: 'Remove revision',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
        },
      ],
      dropped: true,
    },
  ],
  'the one that the deploy action leaves in': [
    task('«"deleteRequestedAt"»: "2026-01-01"'),
    {
      rule: 'schema/read-only-key',
      pointer: '/deleteRequestedAt',
      message:
        '"deleteRequestedAt" is written by AWS: describe-task-definition prints it, and the AWS CLI refuses it here. Remove it.',
      fixes: [
        {
          title: 'Remove deleteRequestedAt',
          safe: true,
          to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
        },
      ],
    },
  ],
  'the same name in a container is just unknown': [
    container('«"revision"»: 3'),
    unknown(
      `${inApp}/revision`,
      `The AWS CLI refuses "revision": it knows no such key in a container. ${newer('revision')}`,
      {
        title: 'Remove revision',
        to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
      },
    ),
  ],
});

describe('settings', () => {
  const severities = (
    settings: Partial<typeof DEFAULT_SETTINGS>,
    text = task('"foo": 1, "cpu": 256, "revision": 1'),
  ) => find(text, { ...DEFAULT_SETTINGS, ...settings }).map(({ rule, severity }) => `${rule} ${severity}`);

  it('makes unknown keys warnings, and nothing else', () => {
    expect(severities({})).toEqual([
      'schema/unknown-key error',
      'schema/type error',
      'schema/read-only-key error',
    ]);
    expect(severities({ unknownKeys: 'warning' })).toEqual([
      'schema/unknown-key warning',
      'schema/type error',
      'schema/read-only-key error',
    ]);
  });

  it('takes the severity of a single rule before that', () => {
    expect(
      severities({ unknownKeys: 'warning', rules: { 'schema/unknown-key': 'hint', 'schema/type': 'off' } }),
    ).toEqual(['schema/unknown-key hint', 'schema/read-only-key error']);
  });

  it('reports in every preset', () => {
    expect(severities({ preset: 'refused' })).toEqual(severities({ preset: 'strict' }));
  });
});
