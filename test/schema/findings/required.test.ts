import { container, type ExpectedFix, task, testFindings } from '../../support/schema-tester';

const inApp = '/containerDefinitions/0';

function missing(pointer: string, message: string, ...fixes: ExpectedFix[]) {
  return { rule: 'schema/required', pointer, message, fixes } as const;
}

const IMAGE = '"image" is missing: AWS requires it in every container.';
const NAME = '"name" is missing: AWS requires it in every container.';

const containers = (...list: string[]) =>
  `{"family": "web", "containerDefinitions": [${list.map((members) => `{${members}}`).join(', ')}]}`;

testFindings('schema/required', {
  'an empty document': [
    '««{»»}',
    missing('', '"family" is missing: AWS requires it in every task definition.', {
      title: 'Add family "<FAMILY>" (fill in <FAMILY>)',
      to: '{"family": "<FAMILY>"}',
    }),
    missing('', '"containerDefinitions" is missing: AWS requires it in every task definition.', {
      title: 'Add containerDefinitions: a container called "app" (fill in <IMAGE>)',
      to: '{"containerDefinitions": [{"name": "app", "image": "<IMAGE>", "essential": true, "memory": 512}]}',
    }),
  ],
  'containers, where the task has the memory': [
    '«{»"family": "web", "memory": "512"}',
    missing('', '"containerDefinitions" is missing: AWS requires it in every task definition.', {
      title: 'Add containerDefinitions: a container called "web" (fill in <IMAGE>)',
      to: '{"family": "web", "memory": "512", "containerDefinitions": [{"name": "web", "image": "<IMAGE>", "essential": true}]}',
    }),
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
    missing(inApp, IMAGE, {
      title: 'Add image "<IMAGE>" (fill in <IMAGE>)',
      to: '{"family": "web", "containerDefinitions": [{"cpu": 1, "name": "app", "image": "<IMAGE>"}]}',
    }),
  ],
  'a name: the opening brace is marked': [
    '{"family": "web", "containerDefinitions": [«{»"image": "public.ecr.aws/nginx/nginx:1.27"}]}',
    missing(inApp, NAME, {
      title: 'Add name "nginx"',
      to: containers('"image": "public.ecr.aws/nginx/nginx:1.27", "name": "nginx"'),
    }),
  ],
  'a name that is taken, and has a character that no name has': [
    '{"family": "web", "containerDefinitions": [{"name": "my-app", "image": "a"}, «{»"image": "example.com/my.app@sha256:0"}]}',
    missing('/containerDefinitions/1', NAME, {
      title: 'Add name "my-app-2"',
      to: containers(
        '"name": "my-app", "image": "a"',
        '"image": "example.com/my.app@sha256:0", "name": "my-app-2"',
      ),
    }),
  ],
  'a name, where the image is left open': [
    '{"family": "web", "containerDefinitions": [«{»"image": "${IMAGE}"}]}',
    missing(inApp, NAME, { title: 'Add name "app"', to: containers('"image": "${IMAGE}", "name": "app"') }),
  ],
  'in a bare list of containers': [
    '[{"name": «"app"»}]',
    missing('/0', IMAGE, {
      title: 'Add image "<IMAGE>" (fill in <IMAGE>)',
      to: '[{"name": "app", "image": "<IMAGE>"}]',
    }),
  ],
  'in an object: its key is marked': [
    container('«"healthCheck"»: {"interval": 30}'),
    missing(`${inApp}/healthCheck`, '"command" is missing: AWS requires it in "healthCheck".', {
      title: 'Add command: HTTP on port 80 with curl',
      to: container(
        '"healthCheck": {"interval": 30, "command": ["CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"]}',
      ),
    }),
  ],
  'a health check of an image that nobody knows, without a port': [
    containers('"name": "job", "image": "example.com/job", «"healthCheck"»: {}'),
    missing(`${inApp}/healthCheck`, '"command" is missing: AWS requires it in "healthCheck".', {
      title: 'Add command ["CMD-SHELL", "<COMMAND> || exit 1"] (fill in <COMMAND>)',
      to: containers(
        '"name": "job", "image": "example.com/job", "healthCheck": {"command": ["CMD-SHELL", "<COMMAND> || exit 1"]}',
      ),
    }),
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
  'whom to wait for: none that is named already, or waits for this one': [
    containers(
      '"name": "app", "image": "a", "dependsOn": [{"containerName": "b", "condition": "START"}, «{»"condition": "START"}]',
      '"name": "b", "image": "b"',
      '"name": "c", "image": "c", "links": ["app"]',
      '"name": "d", "image": "d"',
      '"name": "e", "image": "e"',
    ),
    missing(
      `${inApp}/dependsOn/1`,
      '"containerName" is missing: AWS requires it in every item of "dependsOn".',
      ...['d', 'e'].map((name) => ({
        title: `Add containerName "${name}"`,
        to: containers(
          `"name": "app", "image": "a", "dependsOn": [{"containerName": "b", "condition": "START"}, {"condition": "START", "containerName": "${name}"}]`,
          '"name": "b", "image": "b"',
          '"name": "c", "image": "c", "links": ["app"]',
          '"name": "d", "image": "d"',
          '"name": "e", "image": "e"',
        ),
      })),
    ),
  ],
  'whose volumes to take: three of four': [
    containers(
      '"name": "app", "image": "a", "volumesFrom": [«{»}]',
      ...['b', 'c', 'd', 'e'].map((name) => `"name": "${name}", "image": "b"`),
    ),
    missing(
      `${inApp}/volumesFrom/0`,
      '"sourceContainer" is missing: AWS requires it in every item of "volumesFrom".',
      ...['b', 'c', 'd'].map((source) => ({
        title: `Add sourceContainer "${source}"`,
        to: containers(
          `"name": "app", "image": "a", "volumesFrom": [{"sourceContainer": "${source}"}]`,
          ...['b', 'c', 'd', 'e'].map((name) => `"name": "${name}", "image": "b"`),
        ),
      })),
    ),
  ],
  'which volume to mount': [
    task('"volumes": [{"name": "data"}]').replace(
      '"nginx:1.27"',
      '"nginx:1.27", "mountPoints": [«{»"containerPath": "/data"}]',
    ),
    missing(
      `${inApp}/mountPoints/0`,
      '"sourceVolume" is missing: AWS requires it in every item of "mountPoints".',
      {
        title: 'Add sourceVolume "data"',
        to: task('"volumes": [{"name": "data"}]').replace(
          '"nginx:1.27"',
          '"nginx:1.27", "mountPoints": [{"containerPath": "/data", "sourceVolume": "data"}]',
        ),
      },
    ),
  ],
  'which volume to mount, where there is none': [
    container('"mountPoints": [«{»"containerPath": "/data"}]'),
    missing(
      `${inApp}/mountPoints/0`,
      '"sourceVolume" is missing: AWS requires it in every item of "mountPoints".',
      {
        title: 'Add sourceVolume "<SOURCE_VOLUME>" (fill in <SOURCE_VOLUME>)',
        to: container('"mountPoints": [{"containerPath": "/data", "sourceVolume": "<SOURCE_VOLUME>"}]'),
      },
    ),
  ],
  'where a secret is kept': [
    container('"secrets": [{"name": «"DB"»}]'),
    missing(
      `${inApp}/secrets/0`,
      '"valueFrom" is missing: AWS requires it in every item of "secrets".',
      {
        title: 'Add valueFrom: the parameter /web/DB of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
        to: container(
          '"secrets": [{"name": "DB", "valueFrom": "arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/web/DB"}]',
        ),
      },
      {
        title:
          'Add valueFrom: the secret web/DB of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        to: container(
          '"secrets": [{"name": "DB", "valueFrom": "arn:aws:secretsmanager:<REGION>:<ACCOUNT_ID>:secret:web/DB-<SUFFIX>"}]',
        ),
      },
    ),
  ],
  'the credentials of a registry, in the account that the document speaks of': [
    task('"executionRoleArn": "arn:aws:iam::111122223333:role/x"').replace(
      '"nginx:1.27"',
      '"nginx:1.27", «"repositoryCredentials"»: {}',
    ),
    missing(
      `${inApp}/repositoryCredentials`,
      '"credentialsParameter" is missing: AWS requires it in "repositoryCredentials".',
      {
        title: 'Add credentialsParameter: the ARN of a secret (fill in <REGION> and <SECRET_NAME>)',
        to: task('"executionRoleArn": "arn:aws:iam::111122223333:role/x"').replace(
          '"nginx:1.27"',
          '"nginx:1.27", "repositoryCredentials": {"credentialsParameter": "arn:aws:secretsmanager:<REGION>:111122223333:secret:<SECRET_NAME>"}',
        ),
      },
    ),
  ],
  'the kind of log router, as the image says': [
    containers(
      '"name": "a", "image": "aws-for-fluent-bit:stable", «"firelensConfiguration"»: {}',
      '"name": "b", "image": "fluentd:1", «"firelensConfiguration"»: {}',
    ),
    ...[
      ['fluentbit', 'fluentd'],
      ['fluentd', 'fluentbit'],
    ].map((types, i) =>
      missing(
        `/containerDefinitions/${i}/firelensConfiguration`,
        '"type" is missing: AWS requires it in "firelensConfiguration".',
        ...types.map((type) => ({
          title: `Add type "${type}"`,
          to: containers(
            `"name": "a", "image": "aws-for-fluent-bit:stable", "firelensConfiguration": {${i === 0 ? `"type": "${type}"` : ''}}`,
            `"name": "b", "image": "fluentd:1", "firelensConfiguration": {${i === 1 ? `"type": "${type}"` : ''}}`,
          ),
        })),
      ),
    ),
  ],
  'what nothing suggests: a mark, a usual value, the smallest one': [
    task('«"ephemeralStorage"»: {}').replace(
      '"nginx:1.27"',
      '"nginx:1.27", "linuxParameters": {"devices": [«{»}], "tmpfs": [«{»"containerPath": "/run"}]}, "ulimits": [«{»"softLimit": 1, "hardLimit": 1}], "resourceRequirements": [«{»"value": "1"}]',
    ),
    missing(
      `${inApp}/linuxParameters/devices/0`,
      '"hostPath" is missing: AWS requires it in every item of "devices".',
      { title: 'Add hostPath "<HOST_PATH>" (fill in <HOST_PATH>)' },
    ),
    missing(
      `${inApp}/linuxParameters/tmpfs/0`,
      '"size" is missing: AWS requires it in every item of "tmpfs".',
      { title: 'Add size 64' },
    ),
    missing(`${inApp}/ulimits/0`, '"name" is missing: AWS requires it in every item of "ulimits".', {
      title: 'Add name "nofile"',
    }),
    missing(
      `${inApp}/resourceRequirements/0`,
      '"type" is missing: AWS requires it in every item of "resourceRequirements".',
      { title: 'Add type "GPU"' },
    ),
    missing('/ephemeralStorage', '"sizeInGiB" is missing: AWS requires it in "ephemeralStorage".', {
      title: 'Add sizeInGiB 21',
    }),
  ],
  'file systems': [
    task(
      '"volumes": [{"name": "a", «"efsVolumeConfiguration"»: {}}, {"name": "b", «"s3filesVolumeConfiguration"»: {}}, {"name": "c", «"fsxWindowsFileServerVolumeConfiguration"»: {"fileSystemId": "fs-1", "rootDirectory": "x"}}]',
    ),
    missing(
      '/volumes/0/efsVolumeConfiguration',
      '"fileSystemId" is missing: AWS requires it in "efsVolumeConfiguration".',
      { title: 'Add fileSystemId "<FILE_SYSTEM_ID>" (fill in <FILE_SYSTEM_ID>)' },
    ),
    missing(
      '/volumes/1/s3filesVolumeConfiguration',
      '"fileSystemArn" is missing: AWS requires it in "s3filesVolumeConfiguration".',
      {
        title:
          'Add fileSystemArn: the ARN of a file system (fill in <REGION>, <ACCOUNT_ID> and <FILE_SYSTEM_ID>)',
      },
    ),
    missing(
      '/volumes/2/fsxWindowsFileServerVolumeConfiguration',
      '"authorizationConfig" is missing: AWS requires it in "fsxWindowsFileServerVolumeConfiguration".',
      {
        title:
          'Add authorizationConfig: a secret and a domain (fill in <REGION>, <ACCOUNT_ID>, <SECRET_NAME> and <DOMAIN>)',
        to: task(
          '"volumes": [{"name": "a", "efsVolumeConfiguration": {}}, {"name": "b", "s3filesVolumeConfiguration": {}}, {"name": "c", "fsxWindowsFileServerVolumeConfiguration": {"fileSystemId": "fs-1", "rootDirectory": "x", "authorizationConfig": {"credentialsParameter": "arn:aws:secretsmanager:<REGION>:<ACCOUNT_ID>:secret:<SECRET_NAME>", "domain": "<DOMAIN>"}}}]',
        ),
      },
    ),
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
  'a driver, where nothing speaks of one': [
    container('«"logConfiguration"»: {}'),
    missing(`${inApp}/logConfiguration`, '"logDriver" is missing: AWS requires it in "logConfiguration".', {
      title: 'Add logDriver: "awslogs", with its options (fill in <REGION>)',
      to: container(
        '"logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "app"}}',
      ),
    }),
  ],
  'the value of a proxy property': [
    task(
      '"proxyConfiguration": {"containerName": "app", "properties": [{"name": «"IgnoredUID"»}, {"name": «"X"»}]}',
    ),
    missing(
      '/proxyConfiguration/properties/0',
      '"value" is missing: AWS requires it in every item of "properties".',
      {
        title: 'Add value "1337"',
        to: task(
          '"proxyConfiguration": {"containerName": "app", "properties": [{"name": "IgnoredUID", "value": "1337"}, {"name": "X"}]}',
        ),
      },
    ),
    missing(
      '/proxyConfiguration/properties/1',
      '"value" is missing: AWS requires it in every item of "properties".',
      {
        title: 'Add value ""',
        to: task(
          '"proxyConfiguration": {"containerName": "app", "properties": [{"name": "IgnoredUID"}, {"name": "X", "value": ""}]}',
        ),
      },
    ),
  ],
  'the proxy, which runs Envoy': [
    '{"family": "web", «"proxyConfiguration"»: {}, "containerDefinitions": [{"name": "app", "image": "a"}, {"name": "mesh", "image": "envoyproxy/envoy:v1.31.0"}]}',
    missing('/proxyConfiguration', '"containerName" is missing: AWS requires it in "proxyConfiguration".', {
      title: 'Add containerName "mesh"',
      to: '{"family": "web", "proxyConfiguration": {"containerName": "mesh"}, "containerDefinitions": [{"name": "app", "image": "a"}, {"name": "mesh", "image": "envoyproxy/envoy:v1.31.0"}]}',
    }),
  ],
});
