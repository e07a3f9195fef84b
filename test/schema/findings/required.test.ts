import { container, type ExpectedFix, task, testFindings } from '../../support/schema-tester';

const inApp = '/containerDefinitions/0';

function missing(pointer: string, message: string, ...fixes: ExpectedFix[]) {
  return { rule: 'schema/required', pointer, message, fixes } as const;
}

testFindings('schema/required', {
  'an empty document': [
    '««{»»}',
    missing('', '"family" is missing: AWS requires it in every task definition.'),
    missing('', '"containerDefinitions" is missing: AWS requires it in every task definition.'),
  ],
  'a family, which may be called like the container': [
    '«{» "containerDefinitions": [{"name": "app", "image": "b"}]}',
    missing('', '"family" is missing: AWS requires it in every task definition.', {
      title: 'Add family "app"',
      to: '{"containerDefinitions": [{"name": "app", "image": "b"}], "family": "app"}',
    }),
  ],
  'an image: the name of the container is marked': [
    '{"family": "web", "containerDefinitions": [{"cpu": 1, "name": «"app"»}]}',
    missing(inApp, '"image" is missing: AWS requires it in every container.'),
  ],
  'a name: the opening brace is marked': [
    '{"family": "web", "containerDefinitions": [«{»"image": "b"}]}',
    missing(inApp, '"name" is missing: AWS requires it in every container.'),
  ],
  'in a bare list of containers': [
    '[{"name": «"app"»}]',
    missing('/0', '"image" is missing: AWS requires it in every container.'),
  ],
  'in an object: its key is marked': [
    container('«"healthCheck"»: {"interval": 30}'),
    missing(`${inApp}/healthCheck`, '"command" is missing: AWS requires it in "healthCheck".'),
  ],
  'the only value there is': [
    container('"environmentFiles": [«{»"value": "arn:aws:s3:::b/a.env"}]'),
    missing(
      `${inApp}/environmentFiles/0`,
      '"type" is missing: AWS requires it in every item of "environmentFiles".',
      {
        title: 'Add type "s3"',
        safe: true,
        to: container('"environmentFiles": [{"value": "arn:aws:s3:::b/a.env", "type": "s3"}]'),
      },
    ),
  ],
  'one limit like the other': [
    container('"ulimits": [{"name": «"nofile"», "softLimit": 1024}, {"name": «"core"», "hardLimit": 0}]'),
    missing(`${inApp}/ulimits/0`, '"hardLimit" is missing: AWS requires it in every item of "ulimits".', {
      title: 'Add hardLimit 1024',
      to: container(
        '"ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 1024}, {"name": "core", "hardLimit": 0}]',
      ),
    }),
    missing(`${inApp}/ulimits/1`, '"softLimit" is missing: AWS requires it in every item of "ulimits".', {
      title: 'Add softLimit 0',
      to: container(
        '"ulimits": [{"name": "nofile", "softLimit": 1024}, {"name": "core", "hardLimit": 0, "softLimit": 0}]',
      ),
    }),
  ],
  'a condition': [
    container('"dependsOn": [«{»"containerName": "db"}]'),
    missing(`${inApp}/dependsOn/0`, '"condition" is missing: AWS requires it in every item of "dependsOn".', {
      title: 'Add condition "START"',
      to: container('"dependsOn": [{"containerName": "db", "condition": "START"}]'),
    }),
  ],
  'whether to restart': [
    container('«"restartPolicy"»: {}'),
    missing(`${inApp}/restartPolicy`, '"enabled" is missing: AWS requires it in "restartPolicy".', {
      title: 'Add enabled true',
      to: container('"restartPolicy": {"enabled": true}'),
    }),
  ],
  'the driver that the options speak of': [
    container('«"logConfiguration"»: {"options": {"awslogs-group": "x"}}'),
    missing(`${inApp}/logConfiguration`, '"logDriver" is missing: AWS requires it in "logConfiguration".', {
      title: 'Add logDriver "awslogs"',
      to: container('"logConfiguration": {"options": {"awslogs-group": "x"}, "logDriver": "awslogs"}'),
    }),
  ],
  'the value of a proxy property': [
    task('"proxyConfiguration": {"containerName": "app", "properties": [{"name": «"IgnoredUID"»}]}'),
    missing(
      '/proxyConfiguration/properties/0',
      '"value" is missing: AWS requires it in every item of "properties".',
      {
        title: 'Add value ""',
        to: task(
          '"proxyConfiguration": {"containerName": "app", "properties": [{"name": "IgnoredUID", "value": ""}]}',
        ),
      },
    ),
  ],
});
