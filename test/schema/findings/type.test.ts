import { type Case, container, task, testFindings } from '../../support/schema-tester';

/** One finding of schema/type in a container, with at most one fix. */
function inContainer(
  members: string,
  pointer: string,
  message: string,
  fix?: { title: string; to: string; safe?: boolean; uncovers?: readonly string[] },
): Case {
  return one(
    container(members),
    `/containerDefinitions/0${pointer}`,
    message,
    fix && { ...fix, to: container(fix.to) },
  );
}

function inTask(
  members: string,
  pointer: string,
  message: string,
  fix?: { title: string; to: string; safe?: boolean },
): Case {
  return one(task(members), pointer, message, fix && { ...fix, to: task(fix.to) });
}

function one(
  marked: string,
  pointer: string,
  message: string,
  fix?: { title: string; to: string; safe?: boolean; uncovers?: readonly string[] },
): Case {
  const fixes = fix ? [{ safe: true, ...fix }] : [];
  return [marked, { rule: 'schema/type', pointer, message, fixes }];
}

testFindings('schema/type of scalars', {
  'a string with each type of the task': [
    task(
      '"cpu": "256", "enableFaultInjection": true, "ephemeralStorage": {"sizeInGiB": 30}, "tags": [{"key": "a"}]',
    ),
  ],
  'a number where the task has a string': inTask(
    '"cpu": «256»',
    '/cpu',
    '"cpu" must be a string: write "256" instead of 256.',
    { title: 'Change cpu to "256"', to: '"cpu": "256"' },
  ),
  "a float as the task's memory": inTask(
    '"memory": «512.0»',
    '/memory',
    '"memory" must be a string: write "512" instead of 512.0.',
    { title: 'Change memory to "512"', to: '"memory": "512"' },
  ),
  'a boolean as the value of a variable': inContainer(
    '"environment": [{"name": "A", "value": «true»}]',
    '/environment/0/value',
    '"value" must be a string: write "true" instead of true.',
    { title: 'Change value to "true"', to: '"environment": [{"name": "A", "value": "true"}]' },
  ),
  'a number whose last digits count': inContainer(
    '"environment": [{"name": "A", "value": «1.10»}]',
    '/environment/0/value',
    '"value" must be a string: write "1.10" instead of 1.10.',
    { title: 'Change value to "1.10"', to: '"environment": [{"name": "A", "value": "1.10"}]' },
  ),
  'a number too long for a double': inContainer(
    '"dockerLabels": {"account": «12345678901234567890»}',
    '/dockerLabels/account',
    '"account" must be a string: write "12345678901234567890" instead of 12345678901234567890.',
    {
      title: 'Change account to "12345678901234567890"',
      to: '"dockerLabels": {"account": "12345678901234567890"}',
    },
  ),
  'JSON as the value of a variable': inContainer(
    '"environment": [{"name": "A", «"value"»: {"b": [1]}}]',
    '/environment/0/value',
    '"value" must be a string, not an object: write "{\\"b\\":[1]}".',
    {
      title: 'Change value to "{\\"b\\":[1]}"',
      to: '"environment": [{"name": "A", "value": "{\\"b\\":[1]}"}]',
      safe: false,
    },
  ),
  'a list around a string': inContainer(
    '«"user"»: ["0"]',
    '/user',
    '"user" must be a string, not a list: write "0".',
    {
      title: 'Change user to "0"',
      to: '"user": "0"',
    },
  ),
  'an object as a string': inContainer(
    '«"user"»: {"id": 0}',
    '/user',
    '"user" must be a string, not an object.',
  ),
  'a number that is none of the values': inTask(
    '"networkMode": «1»',
    '/networkMode',
    '"networkMode" must be a string, not 1.',
  ),
  'a string where a container has an integer': inContainer(
    '"memory": «"512"»',
    '/memory',
    '"memory" must be an integer (MiB): write 512 instead of "512".',
    { title: 'Change memory to 512', to: '"memory": 512' },
  ),
  'a port as a string': inContainer(
    '"portMappings": [{"containerPort": «"80"»}]',
    '/portMappings/0/containerPort',
    '"containerPort" must be an integer: write 80 instead of "80".',
    { title: 'Change containerPort to 80', to: '"portMappings": [{"containerPort": 80}]' },
  ),
  'a port as a string, and too high': inContainer(
    '"portMappings": [{"containerPort": «"80000"»}]',
    '/portMappings/0/containerPort',
    '"containerPort" must be an integer, not "80000".',
  ),
  'a float that is whole': inContainer(
    '"memory": «512.0»',
    '/memory',
    '"memory" must be an integer (MiB): write 512 instead of 512.0.',
    { title: 'Change memory to 512', to: '"memory": 512' },
  ),
  'an exponent': inContainer(
    '"cpu": «1e2»',
    '/cpu',
    '"cpu" must be an integer (CPU units): write 100 instead of 1e2.',
    {
      title: 'Change cpu to 100',
      to: '"cpu": 100',
    },
  ),
  'a float that is not whole': inContainer(
    '"memory": «512.4»',
    '/memory',
    '"memory" must be an integer (MiB): write 512 instead of 512.4.',
    { title: 'Change memory to 512', to: '"memory": 512', safe: false },
  ),
  'a size with its unit': inContainer(
    '"memory": «"2 GB"»',
    '/memory',
    '"memory" must be an integer (MiB): write 2048 instead of "2 GB".',
    { title: 'Change memory to 2048', to: '"memory": 2048' },
  ),
  "Docker's short size": inContainer(
    '"memory": «"512m"»',
    '/memory',
    '"memory" must be an integer (MiB): write 512 instead of "512m".',
    {
      title: 'Change memory to 512',
      to: '"memory": 512',
    },
  ),
  'vCPUs of a container': inContainer(
    '"cpu": «".25 vCPU"»',
    '/cpu',
    '"cpu" must be an integer (CPU units): write 256 instead of ".25 vCPU".',
    { title: 'Change cpu to 256', to: '"cpu": 256' },
  ),
  'a duration': inContainer(
    '"stopTimeout": «"1m30s"»',
    '/stopTimeout',
    '"stopTimeout" must be an integer (seconds): write 90 instead of "1m30s".',
    { title: 'Change stopTimeout to 90', to: '"stopTimeout": 90' },
  ),
  'a word as an integer': inContainer(
    '"memory": «"lots"»',
    '/memory',
    '"memory" must be an integer (MiB), not "lots".',
  ),
  'a boolean as an integer': inContainer(
    '"cpu": «true»',
    '/cpu',
    '"cpu" must be an integer (CPU units), not true.',
  ),
  'a quoted boolean': inContainer(
    '"essential": «"true"»',
    '/essential',
    '"essential" must be true or false: write true instead of "true".',
    { title: 'Change essential to true', to: '"essential": true' },
  ),
  "Python's boolean": inContainer(
    '"privileged": «"False"»',
    '/privileged',
    '"privileged" must be true or false: write false instead of "False".',
    { title: 'Change privileged to false', to: '"privileged": false' },
  ),
  'a word for true': inContainer(
    '"essential": «"yes"»',
    '/essential',
    '"essential" must be true or false: write true instead of "yes".',
    {
      title: 'Change essential to true',
      to: '"essential": true',
      safe: false,
    },
  ),
  'a number for false': inContainer(
    '"essential": «0»',
    '/essential',
    '"essential" must be true or false: write false instead of 0.',
    {
      title: 'Change essential to false',
      to: '"essential": false',
      safe: false,
    },
  ),
  'a word as a boolean': inContainer(
    '"essential": «"maybe"»',
    '/essential',
    '"essential" must be true or false, not "maybe".',
  ),
});

testFindings('schema/type of lists of scalars', {
  'a command as one string': inContainer(
    '"command": «"nginx -g \\"daemon off;\\""»',
    '/command',
    '"command" must be a list of strings, not "nginx -g \\"daemon off;\\"": write ["nginx", "-g", "daemon off;"].',
    {
      title: 'Change command to ["nginx", "-g", "daemon off;"]',
      to: '"command": ["nginx", "-g", "daemon off;"]',
    },
  ),
  'an entry point with single quotes': inContainer(
    '"entryPoint": «"/bin/tini --  \'my app\'s"»',
    '/entryPoint',
    '"entryPoint" must be a list of strings, not "/bin/tini --  \'my app\'s": write ["/bin/tini", "--", "my apps"].',
    {
      title: 'Change entryPoint to ["/bin/tini", "--", "my apps"]',
      to: '"entryPoint": ["/bin/tini", "--", "my apps"]',
    },
  ),
  'a command that needs a shell': inContainer(
    '"command": «"a && b"»',
    '/command',
    '"command" must be a list of strings, not "a && b": write ["sh", "-c", "a && b"].',
    {
      title: 'Change command to ["sh", "-c", "a && b"]',
      to: '"command": ["sh", "-c", "a && b"]',
      safe: false,
    },
  ),
  'a command with a shell variable in quotes': inContainer(
    '"command": «"echo \\"$A\\""»',
    '/command',
    '"command" must be a list of strings, not "echo \\"$A\\"": write ["sh", "-c", "echo \\"$A\\""].',
    {
      title: 'Change command to ["sh", "-c", "echo \\"$A\\""]',
      to: '"command": ["sh", "-c", "echo \\"$A\\""]',
      safe: false,
    },
  ),
  'a command that sets a variable': inContainer(
    '"command": «"PORT=80 serve"»',
    '/command',
    '"command" must be a list of strings, not "PORT=80 serve": write ["sh", "-c", "PORT=80 serve"].',
    {
      title: 'Change command to ["sh", "-c", "PORT=80 serve"]',
      to: '"command": ["sh", "-c", "PORT=80 serve"]',
      safe: false,
    },
  ),
  'a list inside a string': inContainer(
    '"command": «"[\\"serve\\", \\"-v\\"]"»',
    '/command',
    '"command" must be a list of strings, not "[\\"serve\\", \\"-v\\"]": write ["serve", "-v"].',
    { title: 'Change command to ["serve", "-v"]', to: '"command": ["serve", "-v"]' },
  ),
  'a command too long to be shown': inContainer(
    '"command": «"one two three four five six seven eight nine ten eleven twelve"»',
    '/command',
    '"command" must be a list of strings, not "one two three four five six seven eight nine ten eleven...".',
    {
      title: 'Turn command into a list',
      to: '"command": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]',
    },
  ),
  'the command of a health check': inContainer(
    '"healthCheck": {"command": «"curl -f x || exit 1"»}',
    '/healthCheck/command',
    '"command" must be a list of strings, not "curl -f x || exit 1": write ["CMD-SHELL", "curl -f x || exit 1"].',
    {
      title: 'Change command to ["CMD-SHELL", "curl -f x || exit 1"]',
      to: '"healthCheck": {"command": ["CMD-SHELL", "curl -f x || exit 1"]}',
    },
  ),
  'a health check that names its shell': inContainer(
    '"healthCheck": {"command": «"CMD-SHELL pgrep app"»}',
    '/healthCheck/command',
    '"command" must be a list of strings, not "CMD-SHELL pgrep app": write ["CMD-SHELL", "pgrep app"].',
    {
      title: 'Change command to ["CMD-SHELL", "pgrep app"]',
      to: '"healthCheck": {"command": ["CMD-SHELL", "pgrep app"]}',
    },
  ),
  'a health check without a shell': inContainer(
    '"healthCheck": {"command": «"CMD pgrep app"»}',
    '/healthCheck/command',
    '"command" must be a list of strings, not "CMD pgrep app": write ["CMD", "pgrep", "app"].',
    {
      title: 'Change command to ["CMD", "pgrep", "app"]',
      to: '"healthCheck": {"command": ["CMD", "pgrep", "app"]}',
    },
  ),
  'one launch type': inTask(
    '"requiresCompatibilities": «"fargate"»',
    '/requiresCompatibilities',
    '"requiresCompatibilities" must be a list of strings, not "fargate": write ["FARGATE"].',
    { title: 'Change requiresCompatibilities to ["FARGATE"]', to: '"requiresCompatibilities": ["FARGATE"]' },
  ),
  'launch types in a row': inTask(
    '"requiresCompatibilities": «"EC2, FARGATE"»',
    '/requiresCompatibilities',
    '"requiresCompatibilities" must be a list of strings, not "EC2, FARGATE": write ["EC2", "FARGATE"].',
    {
      title: 'Change requiresCompatibilities to ["EC2", "FARGATE"]',
      to: '"requiresCompatibilities": ["EC2", "FARGATE"]',
    },
  ),
  'a launch type that there is not': inTask(
    '"requiresCompatibilities": «"LAMBDA"»',
    '/requiresCompatibilities',
    '"requiresCompatibilities" must be a list of strings, not "LAMBDA".',
  ),
  'one link': inContainer(
    '"links": «"db"»',
    '/links',
    '"links" must be a list of strings, not "db": write ["db"].',
    {
      title: 'Change links to ["db"]',
      to: '"links": ["db"]',
    },
  ),
  'addresses in a row': inContainer(
    '"dnsServers": «"8.8.8.8,1.1.1.1"»',
    '/dnsServers',
    '"dnsServers" must be a list of strings, not "8.8.8.8,1.1.1.1": write ["8.8.8.8", "1.1.1.1"].',
    {
      title: 'Change dnsServers to ["8.8.8.8", "1.1.1.1"]',
      to: '"dnsServers": ["8.8.8.8", "1.1.1.1"]',
      safe: false,
    },
  ),
  'one exit code': inContainer(
    '"restartPolicy": {"enabled": true, "ignoredExitCodes": «"0"»}',
    '/restartPolicy/ignoredExitCodes',
    '"ignoredExitCodes" must be a list of integers, not "0": write [0].',
    {
      title: 'Change ignoredExitCodes to [0]',
      to: '"restartPolicy": {"enabled": true, "ignoredExitCodes": [0]}',
    },
  ),
  'a number among the arguments': inContainer(
    '"command": ["serve", «8080»]',
    '/command/1',
    'Each item of "command" must be a string: write "8080" instead of 8080.',
    { title: 'Change the item to "8080"', to: '"command": ["serve", "8080"]' },
  ),
  'an object as a command': inContainer(
    '«"command"»: {"a": 1}',
    '/command',
    '"command" must be a list of strings, not an object.',
  ),
});

testFindings('schema/type of lists of objects', {
  'one container without its list': one(
    '{"family": "web", «"containerDefinitions"»: {"name": "app", "image": "nginx"}}',
    '/containerDefinitions',
    '"containerDefinitions" must be a list of objects with "name" and "image", not an object: write [{ "name": "app", "image": "nginx" }].',
    {
      title: 'Change containerDefinitions to [{ "name": "app", "image": "nginx" }]',
      to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx"}]}',
    },
  ),
  'containers by name': one(
    '{"family": "web", «"containerDefinitions"»: {"app": {"image": "nginx"}}}',
    '/containerDefinitions',
    '"containerDefinitions" must be a list of objects with "name" and "image", not an object.',
  ),
  'variables as a map': inContainer(
    '«"environment"»: {"A": "b", "C": 1, "D": true, "E": null}',
    '/environment',
    '"environment" must be a list of objects with "name" and "value", not an object.',
    {
      title: 'Turn environment into a list',
      to: '"environment": [{"name": "A", "value": "b"}, {"name": "C", "value": "1"}, {"name": "D", "value": "true"}]',
    },
  ),
  'a single pair': inContainer(
    '«"environment"»: {"name": "A", "value": "b"}',
    '/environment',
    '"environment" must be a list of objects with "name" and "value", not an object: write [{ "name": "A", "value": "b" }].',
    {
      title: 'Change environment to [{ "name": "A", "value": "b" }]',
      to: '"environment": [{"name": "A", "value": "b"}]',
    },
  ),
  'a map with an object in it': inContainer(
    '«"environment"»: {"A": {"b": "c"}}',
    '/environment',
    '"environment" must be a list of objects with "name" and "value", not an object.',
  ),
  'secrets as a map': inContainer(
    '«"secrets"»: {"A": "arn:a", "B": {"valueFrom": "b"}}',
    '/secrets',
    '"secrets" must be a list of objects with "name" and "valueFrom", not an object.',
    {
      title: 'Turn secrets into a list',
      to: '"secrets": [{"name": "A", "valueFrom": "arn:a"}, {"name": "B", "valueFrom": "b"}]',
    },
  ),
  'sysctls as a map': inContainer(
    '«"systemControls"»: {"net.ipv4.tcp_keepalive_time": 600}',
    '/systemControls',
    '"systemControls" must be a list of objects with "namespace" and "value", not an object.',
    {
      title: 'Turn systemControls into a list',
      to: '"systemControls": [{"namespace": "net.ipv4.tcp_keepalive_time", "value": "600"}]',
    },
  ),
  'hosts as a map': inContainer(
    '«"extraHosts"»: {"db": "10.0.0.1"}',
    '/extraHosts',
    '"extraHosts" must be a list of objects with "hostname" and "ipAddress", not an object: write [{ "hostname": "db", "ipAddress": "10.0.0.1" }].',
    {
      title: 'Change extraHosts to [{ "hostname": "db", "ipAddress": "10.0.0.1" }]',
      to: '"extraHosts": [{"hostname": "db", "ipAddress": "10.0.0.1"}]',
    },
  ),
  'tags as a map': inTask(
    '«"tags"»: {"team": "web"}',
    '/tags',
    '"tags" must be a list of objects with "key" and "value", not an object: write [{ "key": "team", "value": "web" }].',
    {
      title: 'Change tags to [{ "key": "team", "value": "web" }]',
      to: '"tags": [{"key": "team", "value": "web"}]',
    },
  ),
  'proxy properties as a map': inTask(
    '"proxyConfiguration": {"containerName": "app", «"properties"»: {"AppPorts": 80}}',
    '/proxyConfiguration/properties',
    '"properties" must be a list of objects with "name" and "value", not an object: write [{ "name": "AppPorts", "value": "80" }].',
    {
      title: 'Change properties to [{ "name": "AppPorts", "value": "80" }]',
      to: '"proxyConfiguration": {"containerName": "app", "properties": [{"name": "AppPorts", "value": "80"}]}',
    },
  ),
  'a variable as a string': inContainer(
    '"environment": [«"A=b=c"»]',
    '/environment/0',
    'Each item of "environment" must be an object with "name" and "value", not "A=b=c": write { "name": "A", "value": "b=c" }.',
    {
      title: 'Change the item to { "name": "A", "value": "b=c" }',
      to: '"environment": [{"name": "A", "value": "b=c"}]',
    },
  ),
  'a variable without a value': inContainer(
    '"environment": [«"A"»]',
    '/environment/0',
    'Each item of "environment" must be an object with "name" and "value", not "A".',
  ),
  'variables as one string': inContainer(
    '"environment": «"A=b"»',
    '/environment',
    '"environment" must be a list of objects with "name" and "value", not "A=b": write [{ "name": "A", "value": "b" }].',
    {
      title: 'Change environment to [{ "name": "A", "value": "b" }]',
      to: '"environment": [{"name": "A", "value": "b"}]',
    },
  ),
  'an environment file as an ARN': inContainer(
    '"environmentFiles": [«"arn:aws:s3:::b/a.env"»]',
    '/environmentFiles/0',
    'Each item of "environmentFiles" must be an object with "value" and "type", not "arn:aws:s3:::b/a.env": write { "type": "s3", "value": "arn:aws:s3:::b/a.env" }.',
    {
      title: 'Change the item to { "type": "s3", "value": "arn:aws:s3:::b/a.env" }',
      to: '"environmentFiles": [{"value": "arn:aws:s3:::b/a.env", "type": "s3"}]',
    },
  ),
  'a port as a number': inContainer(
    '"portMappings": [«80»]',
    '/portMappings/0',
    'Each item of "portMappings" must be an object, not 80: write { "containerPort": 80 }.',
    { title: 'Change the item to { "containerPort": 80 }', to: '"portMappings": [{"containerPort": 80}]' },
  ),
  'a list of ports as a number': inContainer(
    '"portMappings": «80»',
    '/portMappings',
    '"portMappings" must be a list of objects, not 80: write [{ "containerPort": 80 }].',
    {
      title: 'Change portMappings to [{ "containerPort": 80 }]',
      to: '"portMappings": [{"containerPort": 80}]',
    },
  ),
  "Docker's equal ports": inContainer(
    '"portMappings": [«"80:80/UDP"»]',
    '/portMappings/0',
    'Each item of "portMappings" must be an object, not "80:80/UDP": write { "containerPort": 80, "hostPort": 80, "protocol": "udp" }.',
    {
      title: 'Change the item to { "containerPort": 80, "hostPort": 80, "protocol": "udp" }',
      to: '"portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "udp"}]',
    },
  ),
  "Docker's two ports": inContainer(
    '"portMappings": [«"8080:80"»]',
    '/portMappings/0',
    'Each item of "portMappings" must be an object, not "8080:80": write { "containerPort": 80, "hostPort": 8080 }.',
    {
      title: 'Change the item to { "containerPort": 80, "hostPort": 8080 }',
      to: '"portMappings": [{"containerPort": 80, "hostPort": 8080}]',
      safe: false,
    },
  ),
  'a range of ports': inContainer(
    '"portMappings": [«"8000-8010"»]',
    '/portMappings/0',
    'Each item of "portMappings" must be an object, not "8000-8010": write { "containerPortRange": "8000-8010" }.',
    {
      title: 'Change the item to { "containerPortRange": "8000-8010" }',
      to: '"portMappings": [{"containerPortRange": "8000-8010"}]',
    },
  ),
  'a port that there is not': inContainer(
    '"portMappings": [«"99999"»]',
    '/portMappings/0',
    'Each item of "portMappings" must be an object, not "99999".',
  ),
  'a dependency by name': inContainer(
    '"dependsOn": [«"db"»]',
    '/dependsOn/0',
    'Each item of "dependsOn" must be an object with "containerName" and "condition", not "db": write { "containerName": "db", "condition": "START" }.',
    {
      title: 'Change the item to { "containerName": "db", "condition": "START" }',
      to: '"dependsOn": [{"containerName": "db", "condition": "START"}]',
      safe: false,
    },
  ),
  'a container to take volumes from': inContainer(
    '"volumesFrom": [«"data:ro"»]',
    '/volumesFrom/0',
    'Each item of "volumesFrom" must be an object with "sourceContainer", not "data:ro": write { "sourceContainer": "data", "readOnly": true }.',
    {
      title: 'Change the item to { "sourceContainer": "data", "readOnly": true }',
      to: '"volumesFrom": [{"sourceContainer": "data", "readOnly": true}]',
    },
  ),
  "Docker's mount": inContainer(
    '"mountPoints": [«"data:/d"»]',
    '/mountPoints/0',
    'Each item of "mountPoints" must be an object with "sourceVolume", not "data:/d": write { "sourceVolume": "data", "containerPath": "/d" }.',
    {
      title: 'Change the item to { "sourceVolume": "data", "containerPath": "/d" }',
      to: '"mountPoints": [{"sourceVolume": "data", "containerPath": "/d"}]',
    },
  ),
  'a mount of a host directory': inContainer(
    '"mountPoints": [«"/srv:/data"»]',
    '/mountPoints/0',
    'Each item of "mountPoints" must be an object with "sourceVolume", not "/srv:/data".',
  ),
  'a volume by name': inTask(
    '"volumes": [«"data"»]',
    '/volumes/0',
    'Each item of "volumes" must be an object, not "data": write { "name": "data" }.',
    {
      title: 'Change the item to { "name": "data" }',
      to: '"volumes": [{"name": "data"}]',
    },
  ),
  'a ulimit as a string': inContainer(
    '"ulimits": [«"nofile=1024"»]',
    '/ulimits/0',
    'Each item of "ulimits" must be an object with "name", "softLimit" and "hardLimit", not "nofile=1024".',
  ),
  'a list among the containers': one(
    '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx"}, «[»]]}',
    '/containerDefinitions/1',
    'Each item of "containerDefinitions" must be an object with "name" and "image", not an empty list.',
  ),
});

testFindings('schema/type of objects', {
  'labels as a list of pairs': inContainer(
    '«"dockerLabels"»: [{"name": "a", "value": 1}, "b=c"]',
    '/dockerLabels',
    '"dockerLabels" must be an object of strings, not a list: write { "a": "1", "b": "c" }.',
    { title: 'Change dockerLabels to { "a": "1", "b": "c" }', to: '"dockerLabels": {"a": "1", "b": "c"}' },
  ),
  'options as a list of tags': inContainer(
    '"logConfiguration": {"logDriver": "syslog", «"options"»: [{"key": "tag", "value": "x"}]}',
    '/logConfiguration/options',
    '"options" must be an object of strings, not a list: write { "tag": "x" }.',
    {
      title: 'Change options to { "tag": "x" }',
      to: '"logConfiguration": {"logDriver": "syslog", "options": {"tag": "x"}}',
    },
  ),
  'a list that names a label twice': inContainer(
    '«"dockerLabels"»: ["a=1", "a=2"]',
    '/dockerLabels',
    '"dockerLabels" must be an object of strings, not a list.',
  ),
  'a list around an object': inContainer(
    '«"healthCheck"»: [{"command": ["CMD", "true"]}]',
    '/healthCheck',
    '"healthCheck" must be an object with "command", not a list: write { "command": ["CMD", "true"] }.',
    {
      title: 'Change healthCheck to { "command": ["CMD", "true"] }',
      to: '"healthCheck": {"command": ["CMD", "true"]}',
    },
  ),
  'a health check as its command': inContainer(
    '«"healthCheck"»: ["CMD", "true"]',
    '/healthCheck',
    '"healthCheck" must be an object with "command", not a list: write { "command": ["CMD", "true"] }.',
    {
      title: 'Change healthCheck to { "command": ["CMD", "true"] }',
      to: '"healthCheck": {"command": ["CMD", "true"]}',
    },
  ),
  'a health check as a string': inContainer(
    '"healthCheck": «"pgrep app"»',
    '/healthCheck',
    '"healthCheck" must be an object with "command", not "pgrep app": write { "command": ["CMD-SHELL", "pgrep app"] }.',
    {
      title: 'Change healthCheck to { "command": ["CMD-SHELL", "pgrep app"] }',
      to: '"healthCheck": {"command": ["CMD-SHELL", "pgrep app"]}',
    },
  ),
  'ephemeral storage as a number': inTask(
    '"ephemeralStorage": «50»',
    '/ephemeralStorage',
    '"ephemeralStorage" must be an object with "sizeInGiB", not 50: write { "sizeInGiB": 50 }.',
    { title: 'Change ephemeralStorage to { "sizeInGiB": 50 }', to: '"ephemeralStorage": {"sizeInGiB": 50}' },
  ),
  'ephemeral storage as a number that AWS refuses': inTask(
    '"ephemeralStorage": «20»',
    '/ephemeralStorage',
    '"ephemeralStorage" must be an object with "sizeInGiB", not 20.',
  ),
  'a host path': inTask(
    '"volumes": [{"name": "data", "host": «"/srv"»}]',
    '/volumes/0/host',
    '"host" must be an object, not "/srv": write { "sourcePath": "/srv" }.',
    {
      title: 'Change host to { "sourcePath": "/srv" }',
      to: '"volumes": [{"name": "data", "host": {"sourcePath": "/srv"}}]',
    },
  ),
  'a restart policy as a boolean': inContainer(
    '"restartPolicy": «true»',
    '/restartPolicy',
    '"restartPolicy" must be an object with "enabled", not true: write { "enabled": true }.',
    { title: 'Change restartPolicy to { "enabled": true }', to: '"restartPolicy": {"enabled": true}' },
  ),
  'registry credentials as an ARN': inContainer(
    '"repositoryCredentials": «"arn:aws:x"»',
    '/repositoryCredentials',
    '"repositoryCredentials" must be an object with "credentialsParameter", not "arn:aws:x": write { "credentialsParameter": "arn:aws:x" }.',
    {
      title: 'Change repositoryCredentials to { "credentialsParameter": "arn:aws:x" }',
      to: '"repositoryCredentials": {"credentialsParameter": "arn:aws:x"}',
    },
  ),
  'a log configuration as a string': inContainer(
    '"logConfiguration": «"awslogs"»',
    '/logConfiguration',
    '"logConfiguration" must be an object with "logDriver", not "awslogs".',
  ),
});

const left = (pointer: string, message: string, key: string, to: string) =>
  ({
    rule: 'schema/type',
    pointer,
    message,
    fixes: [{ title: `Remove ${key}`, safe: true, to }],
    dropped: true,
  }) as const;

testFindings('schema/type of what is empty', {
  'an empty string where a list belongs': [
    container('"command": «""», "cpu": 1'),
    left(
      '/containerDefinitions/0/command',
      '"command" must be a list of strings, not an empty string: leave the key out.',
      'command',
      container('"cpu": 1'),
    ),
  ],
  'an empty list where a string belongs': [
    container('«"user"»: [], "cpu": 1'),
    left(
      '/containerDefinitions/0/user',
      '"user" must be a string, not an empty list: leave the key out.',
      'user',
      container('"cpu": 1'),
    ),
  ],
  'an empty object where a list belongs': [
    container('«"portMappings"»: {}, "cpu": 1'),
    left(
      '/containerDefinitions/0/portMappings',
      '"portMappings" must be a list of objects, not an empty object: leave the key out.',
      'portMappings',
      container('"cpu": 1'),
    ),
  ],
  'an empty list that is needed': [
    '{«"family"»: [], "containerDefinitions": [{"name": "a", "image": "b"}]}',
    { rule: 'schema/type', pointer: '/family', message: '"family" must be a string, not an empty list.' },
  ],
});
