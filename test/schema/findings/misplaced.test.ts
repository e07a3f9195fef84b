import { container, type ExpectedFix, task, testFindings } from '../../support/schema-tester';

function misplaced(pointer: string, message: string, ...fixes: ExpectedFix[]) {
  return { rule: 'schema/misplaced-key', pointer, message, fixes } as const;
}

const FARGATE = (text: string) => text.replace('{', '{"requiresCompatibilities": ["FARGATE"], ');
const inApp = '/containerDefinitions/0';
const CREDENTIALS =
  '{"credentialsParameter": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:fsx", "domain": "corp.example"}';
const S3_FILES = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
const plain = '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}';
const toTask = (key: string) =>
  `"${key}" belongs to the task definition, not to a container: the AWS CLI refuses it here.`;
const toContainer = (key: string) =>
  `"${key}" belongs to a container, not to a task definition: the AWS CLI refuses it here.`;
const two = (first: string, second: string, rest = '') =>
  `{"family": "web", "containerDefinitions": [{"name": "a", "image": "b"${first}}, {"name": "c", "image": "d"${second}}]${rest}}`;

testFindings('schema/misplaced-key of the task in a container', {
  'a role': [
    container('«"executionRoleArn"»: "r"'),
    misplaced(`${inApp}/executionRoleArn`, toTask('executionRoleArn'), {
      title: 'Move executionRoleArn to the task definition',
      safe: true,
      to: task('"executionRoleArn": "r"'),
    }),
  ],
  'a role that the task has already': [
    '{"family": "web", "executionRoleArn": "r", "containerDefinitions": [{"name": "a", "image": "b", «"executionRoleArn"»: "r"}]}',
    misplaced(`${inApp}/executionRoleArn`, toTask('executionRoleArn'), {
      title: 'Remove executionRoleArn',
      safe: true,
      to: '{"family": "web", "executionRoleArn": "r", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    }),
  ],
  'a role where the task has another': [
    '{"family": "web", "executionRoleArn": "x", "containerDefinitions": [{"name": "a", "image": "b", «"executionRoleArn"»: "r"}]}',
    misplaced(`${inApp}/executionRoleArn`, toTask('executionRoleArn'), {
      title: 'Remove executionRoleArn',
      to: '{"family": "web", "executionRoleArn": "x", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    }),
  ],
  "the task's key in CloudFormation's capitals": [
    container('«"NetworkMode"»: "awsvpc"'),
    misplaced(
      `${inApp}/NetworkMode`,
      '"NetworkMode" belongs to the task definition, as "networkMode", not to a container: the AWS CLI refuses it here.',
      { title: 'Move networkMode to the task definition', safe: true, to: task('"networkMode": "awsvpc"') },
    ),
  ],
  'containers that agree': [
    two(', «"taskRoleArn"»: "r"', ', «"taskRoleArn"»: "r"'),
    ...[0, 1].map((i) =>
      misplaced(`/containerDefinitions/${i}/taskRoleArn`, toTask('taskRoleArn'), {
        title: 'Move taskRoleArn to the task definition',
        safe: true,
        to: two('', '', ', "taskRoleArn": "r"'),
      }),
    ),
  ],
  'containers that do not': [
    two(', «"taskRoleArn"»: "r"', ', «"taskRoleArn"»: "s"'),
    misplaced(`${inApp}/taskRoleArn`, toTask('taskRoleArn'), {
      title: 'Move taskRoleArn to the task definition',
      to: two('', ', "taskRoleArn": "s"', ', "taskRoleArn": "r"'),
    }),
    misplaced('/containerDefinitions/1/taskRoleArn', toTask('taskRoleArn'), {
      title: 'Move taskRoleArn to the task definition',
      to: two(', "taskRoleArn": "r"', '', ', "taskRoleArn": "s"'),
    }),
  ],
  'a value that does not fit there': [
    container('«"volumes"»: "data:/data"'),
    misplaced(`${inApp}/volumes`, toTask('volumes'), {
      title: 'Move volumes to the task definition',
      to: task('"volumes": "data:/data"'),
      uncovers: ['schema/type /volumes'],
    }),
  ],
  'a bare list of containers, whose task is elsewhere': [
    '[{"name": "a", "image": "b", «"executionRoleArn"»: "r"}]',
    misplaced('/0/executionRoleArn', toTask('executionRoleArn'), {
      title: 'Remove executionRoleArn',
      to: '[{"name": "a", "image": "b"}]',
    }),
  ],
  "the container's key further inside": [
    container('"linuxParameters": {«"privileged"»: true}'),
    misplaced(
      `${inApp}/linuxParameters/privileged`,
      '"privileged" belongs to the container, not to "linuxParameters": the AWS CLI refuses it here.',
      {
        title: 'Move privileged to the container',
        safe: true,
        to: container('"linuxParameters": {}, "privileged": true'),
      },
    ),
  ],
  'a key that Fargate refuses there as well': [
    FARGATE(container('"linuxParameters": {«"privileged"»: true}')),
    misplaced(
      `${inApp}/linuxParameters/privileged`,
      '"privileged" belongs to the container, not to "linuxParameters": the AWS CLI refuses it here.',
      { title: 'Remove privileged', to: FARGATE(container('"linuxParameters": {}')) },
    ),
  ],
  'a key that Fargate refuses with another value': [
    FARGATE(container('"linuxParameters": {«"privileged"»: false}')),
    misplaced(
      `${inApp}/linuxParameters/privileged`,
      '"privileged" belongs to the container, not to "linuxParameters": the AWS CLI refuses it here.',
      {
        title: 'Move privileged to the container',
        safe: true,
        to: FARGATE(container('"linuxParameters": {}, "privileged": false')),
      },
    ),
  ],
});

testFindings('schema/misplaced-key of a container in the task', {
  'into the only container, all at once': [
    task('«"portMappings"»: [], «"essential"»: true'),
    ...['portMappings', 'essential'].map((key) =>
      misplaced(`/${key}`, toContainer(key), {
        title: 'Move portMappings and essential into the container',
        safe: true,
        to: container('"portMappings": [], "essential": true'),
      }),
    ),
  ],
  'but not what the container has': [
    task('«"image"»: "httpd", «"essential"»: true'),
    misplaced('/image', toContainer('image'), { title: 'Remove image', to: task('"essential": true') }),
    misplaced('/essential', toContainer('essential'), {
      title: 'Move essential into the container',
      safe: true,
      to: `{"family": "web", "image": "httpd", "containerDefinitions": [{"name": "app", "image": "nginx:1.27", "essential": true}]}`,
    }),
  ],
  'the image that the container lacks is not missing as well': [
    '{"family": "web", «"image"»: "nginx", "containerDefinitions": [{"name": "app"}]}',
    misplaced('/image', toContainer('image'), {
      title: 'Move image into the container',
      safe: true,
      to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx"}]}',
    }),
  ],
  'two containers: which one?': [
    two('', '', ', «"essential"»: true'),
    misplaced('/essential', toContainer('essential'), { title: 'Remove essential', to: two('', '') }),
  ],
});

testFindings('schema/misplaced-key of an object further inside', {
  'a path on the host': [
    task(
      '"volumes": [{"name": "data", «"hostPath"»: "/d"}, {"name": "log", «"sourcePath"»: "/l", "host": {}}]',
    ),
    misplaced(
      '/volumes/0/hostPath',
      '"hostPath" belongs in "host", as "sourcePath", not in an item of "volumes": the AWS CLI refuses it here.',
      {
        title: 'Move sourcePath into host',
        safe: true,
        to: task(
          '"volumes": [{"name": "data", "host": {"sourcePath": "/d"}}, {"name": "log", "sourcePath": "/l", "host": {}}]',
        ),
      },
    ),
    misplaced(
      '/volumes/1/sourcePath',
      '"sourcePath" belongs in "host", not in an item of "volumes": the AWS CLI refuses it here.',
      {
        title: 'Move sourcePath into host',
        safe: true,
        to: task(
          '"volumes": [{"name": "data", "hostPath": "/d"}, {"name": "log", "host": {"sourcePath": "/l"}}]',
        ),
      },
    ),
  ],
  'a path on the host, which Fargate has not': [
    FARGATE(task('"volumes": [{"name": "data", «"sourcePath"»: "/d"}]')),
    misplaced(
      '/volumes/0/sourcePath',
      '"sourcePath" belongs in "host", not in an item of "volumes": the AWS CLI refuses it here.',
      { title: 'Remove sourcePath', to: FARGATE(task('"volumes": [{"name": "data"}]')) },
    ),
  ],
  'members of a file system, which is EFS': [
    task(
      '"volumes": [{"name": "data", «"fileSystemId"»: "fs-1", "authorizationConfig": {"iam": "ENABLED"}}]',
    ),
    misplaced(
      '/volumes/0/fileSystemId',
      '"fileSystemId" and "authorizationConfig" belong in "efsVolumeConfiguration", not in an item of "volumes": the AWS CLI refuses them here.',
      {
        title: 'Move fileSystemId and authorizationConfig into efsVolumeConfiguration',
        safe: true,
        to: task(
          '"volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "authorizationConfig": {"iam": "ENABLED"}}}]',
        ),
      },
    ),
  ],
  'members of a file system, which is FSx by its credentials': [
    task(
      `"volumes": [{"name": "data", «"fileSystemId"»: "fs-1", "rootDirectory": "share", "authorizationConfig": ${CREDENTIALS}}]`,
    ),
    misplaced(
      '/volumes/0/fileSystemId',
      '"fileSystemId", "rootDirectory" and "authorizationConfig" belong in "fsxWindowsFileServerVolumeConfiguration", not in an item of "volumes": the AWS CLI refuses them here.',
      {
        title:
          'Move fileSystemId, rootDirectory and authorizationConfig into fsxWindowsFileServerVolumeConfiguration',
        safe: true,
        to: task(
          `"volumes": [{"name": "data", "fsxWindowsFileServerVolumeConfiguration": {"fileSystemId": "fs-1", "rootDirectory": "share", "authorizationConfig": ${CREDENTIALS}}}]`,
        ),
      },
    ),
  ],
  'a member of FSx beside its block': [
    task(
      `"volumes": [{"name": "data", «"fileSystemId"»: "fs-1", "fsxWindowsFileServerVolumeConfiguration": {"rootDirectory": "share", "authorizationConfig": ${CREDENTIALS}}}]`,
    ),
    misplaced(
      '/volumes/0/fileSystemId',
      '"fileSystemId" belongs in "fsxWindowsFileServerVolumeConfiguration", not in an item of "volumes": the AWS CLI refuses it here.',
      {
        title: 'Move fileSystemId into fsxWindowsFileServerVolumeConfiguration',
        safe: true,
        to: task(
          `"volumes": [{"name": "data", "fsxWindowsFileServerVolumeConfiguration": {"rootDirectory": "share", "authorizationConfig": ${CREDENTIALS}, "fileSystemId": "fs-1"}}]`,
        ),
      },
    ),
  ],
  'members of S3 Files': [
    task(`"volumes": [{"name": "data", «"rootDirectory"»: "/a", "fileSystemArn": "${S3_FILES}"}]`),
    misplaced(
      '/volumes/0/rootDirectory',
      '"rootDirectory" and "fileSystemArn" belong in "s3filesVolumeConfiguration", not in an item of "volumes": the AWS CLI refuses them here.',
      {
        title: 'Move rootDirectory and fileSystemArn into s3filesVolumeConfiguration',
        safe: true,
        to: task(
          `"volumes": [{"name": "data", "s3filesVolumeConfiguration": {"rootDirectory": "/a", "fileSystemArn": "${S3_FILES}"}}]`,
        ),
      },
    ),
  ],
  'what a health check consists of': [
    container('«"interval"»: 30, «"retries"»: 3, "healthCheck": {"command": ["CMD", "true"]}'),
    ...['interval', 'retries'].map((key) =>
      misplaced(
        `${inApp}/${key}`,
        `"${key}" belongs in "healthCheck", not in a container: the AWS CLI refuses it here.`,
        {
          title: 'Move interval and retries into healthCheck',
          safe: true,
          to: container('"healthCheck": {"command": ["CMD", "true"], "interval": 30, "retries": 3}'),
        },
      ),
    ),
  ],
  'a health check that would lack its command': [
    container('«"interval"»: 30'),
    misplaced(
      `${inApp}/interval`,
      '"interval" belongs in "healthCheck", not in a container: the AWS CLI refuses it here.',
      {
        title: 'Move interval into healthCheck',
        to: container('"healthCheck": {"interval": 30}'),
        uncovers: [`schema/required ${inApp}/healthCheck`],
      },
    ),
  ],
  'two steps down': [
    container('«"cap_add"»: ["SYS_PTRACE"]'),
    misplaced(
      `${inApp}/cap_add`,
      '"cap_add" belongs in "capabilities", as "add", not in a container: the AWS CLI refuses it here.',
      {
        title: 'Move add into capabilities',
        safe: true,
        to: container('"linuxParameters": {"capabilities": {"add": ["SYS_PTRACE"]}}'),
      },
    ),
  ],
  'a port without its list': [
    container('«"containerPort"»: 80'),
    misplaced(
      `${inApp}/containerPort`,
      '"containerPort" belongs in an item of "portMappings", not in a container: the AWS CLI refuses it here.',
      {
        title: 'Move containerPort into portMappings',
        safe: true,
        to: container('"portMappings": [{"containerPort": 80}]'),
      },
    ),
  ],
  'two names for one setting': [
    container('«"init"»: true, «"initProcessEnabled"»: true'),
    misplaced(
      `${inApp}/init`,
      '"init" belongs in "linuxParameters", as "initProcessEnabled", not in a container: the AWS CLI refuses it here.',
      {
        title: 'Move initProcessEnabled into linuxParameters',
        safe: true,
        to: container('"initProcessEnabled": true, "linuxParameters": {"initProcessEnabled": true}'),
      },
    ),
    misplaced(
      `${inApp}/initProcessEnabled`,
      '"initProcessEnabled" belongs in "linuxParameters", not in a container: the AWS CLI refuses it here.',
      { title: 'Remove initProcessEnabled', to: container('"init": true') },
    ),
  ],
  'options of a log driver without the object that holds them: one finding for all': [
    container(
      '"logConfiguration": {"logDriver": "awslogs", «"awslogs-group"»: "g", "awslogs-region": "r", "mode": "blocking"}',
    ),
    misplaced(
      `${inApp}/logConfiguration/awslogs-group`,
      '"awslogs-group", "awslogs-region" and "mode" belong in "options", not in "logConfiguration": the AWS CLI refuses them here.',
      {
        title: 'Move awslogs-group, awslogs-region and mode into options',
        safe: true,
        to: container(
          '"logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g", "awslogs-region": "r", "mode": "blocking"}}',
        ),
      },
    ),
  ],
  'options of a log driver beside the others': [
    container(
      '"logConfiguration": {"logDriver": "splunk", "options": {"splunk-url": "u"}, «"splunk-index"»: "i", «"splunk-url"»: "v"}',
    ),
    misplaced(
      `${inApp}/logConfiguration/splunk-index`,
      '"splunk-index" belongs in "options", not in "logConfiguration": the AWS CLI refuses it here.',
      {
        title: 'Move splunk-index into options',
        safe: true,
        to: container(
          '"logConfiguration": {"logDriver": "splunk", "options": {"splunk-url": "u", "splunk-index": "i"}, "splunk-url": "v"}',
        ),
      },
    ),
    misplaced(
      `${inApp}/logConfiguration/splunk-url`,
      '"splunk-url" belongs in "options", not in "logConfiguration": the AWS CLI refuses it here.',
      {
        title: 'Remove splunk-url',
        to: container(
          '"logConfiguration": {"logDriver": "splunk", "options": {"splunk-url": "u"}, "splunk-index": "i"}',
        ),
      },
    ),
  ],
  'a health check without the object that holds it: one finding for all': [
    container('«"interval"»: 30, "retries": 3'),
    misplaced(
      `${inApp}/interval`,
      '"interval" and "retries" belong in "healthCheck", not in a container: the AWS CLI refuses them here.',
      {
        title: 'Move interval and retries into healthCheck',
        to: container('"healthCheck": {"interval": 30, "retries": 3}'),
        uncovers: [`schema/required ${inApp}/healthCheck`],
      },
    ),
  ],
  'secrets of a log driver': [
    container('"logConfiguration": {"logDriver": "splunk", «"secrets"»: []}'),
    misplaced(
      `${inApp}/logConfiguration/secrets`,
      'In "logConfiguration" the key is "secretOptions": the AWS CLI refuses "secrets" here.',
      {
        title: 'Rename secrets to secretOptions',
        to: container('"logConfiguration": {"logDriver": "splunk", "secretOptions": []}'),
      },
    ),
  ],
});

const secretMessage =
  '"valueFrom" belongs in an item of "secrets": "environment" holds plain values only, and the AWS CLI refuses anything else.';

testFindings('schema/misplaced-key of a secret in the environment', {
  'items that move together': [
    container(
      '"environment": [{"name": "A", «"valueFrom"»: "a"}, {"name": "B", "value": "b"}, {"name": "C", «"valueFrom"»: "c"}]',
    ),
    ...[0, 2].map((i) =>
      misplaced(`${inApp}/environment/${i}/valueFrom`, secretMessage, {
        title: 'Move 2 items to secrets',
        safe: true,
        to: container(
          '"environment": [{"name": "B", "value": "b"}], "secrets": [{"name": "A", "valueFrom": "a"}, {"name": "C", "valueFrom": "c"}]',
        ),
      }),
    ),
  ],
  'beside secrets that are there': [
    container(
      '"environment": [{"name": "A", «"valueFrom"»: "a"}], "secrets": [{"name": "B", "valueFrom": "b"}]',
    ),
    misplaced(`${inApp}/environment/0/valueFrom`, secretMessage, {
      title: 'Move the item to secrets',
      safe: true,
      to: container(
        '"environment": [], "secrets": [{"name": "B", "valueFrom": "b"}, {"name": "A", "valueFrom": "a"}]',
      ),
    }),
  ],
  'an item with both values': [
    container('"environment": [{"name": "A", "value": "x", «"valueFrom"»: "a"}]'),
    misplaced(`${inApp}/environment/0/valueFrom`, secretMessage),
  ],
});

const launchType =
  '"launchType" belongs to the service or the request that starts the task: the AWS CLI refuses it here. A task definition lists its launch types in "requiresCompatibilities".';

testFindings('schema/misplaced-key of services and requests', {
  'a launch type': [
    task('«"launchType"»: "fargate"'),
    misplaced('/launchType', launchType, {
      title: 'Replace launchType with requiresCompatibilities ["FARGATE"]',
      safe: true,
      to: task('"requiresCompatibilities": ["FARGATE"]'),
    }),
  ],
  'a launch type that is listed': [
    task('«"launchType"»: "FARGATE", "requiresCompatibilities": ["EC2", "FARGATE"]'),
    misplaced('/launchType', launchType, {
      title: 'Remove launchType',
      safe: true,
      to: task('"requiresCompatibilities": ["EC2", "FARGATE"]'),
    }),
  ],
  'a launch type that is not listed': [
    task('«"launchType"»: "EC2", "requiresCompatibilities": ["FARGATE"]'),
    misplaced('/launchType', launchType, {
      title: 'Remove launchType',
      to: task('"requiresCompatibilities": ["FARGATE"]'),
    }),
  ],
  'a launch type that there is not': [
    task('«"launchType"»: "LAMBDA"'),
    misplaced('/launchType', launchType, { title: 'Remove launchType', to: plain }),
  ],
  'a key of the service': [
    task('«"desiredCount"»: 2'),
    misplaced(
      '/desiredCount',
      '"desiredCount" belongs to the service (aws ecs create-service), not to a task definition: the AWS CLI refuses it here.',
      { title: 'Remove desiredCount', to: plain },
    ),
  ],
  'a key of run-task': [
    task('«"overrides"»: {}'),
    misplaced(
      '/overrides',
      '"overrides" belongs to the request that starts the task (aws ecs run-task), not to a task definition: the AWS CLI refuses it here.',
      { title: 'Remove overrides', to: plain },
    ),
  ],
  'a key of both, in a container': [
    container('"cpu": 1, «"assignPublicIp"»: "ENABLED"'),
    misplaced(
      `${inApp}/assignPublicIp`,
      '"assignPublicIp" belongs to the service or the request that starts the task (aws ecs create-service, run-task), not to a task definition: the AWS CLI refuses it here.',
      { title: 'Remove assignPublicIp', to: container('"cpu": 1') },
    ),
  ],
});
