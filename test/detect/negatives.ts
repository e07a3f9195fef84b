/** Documents that are not ours, each with the path it usually has. All written for these tests. */
export const NEGATIVES: readonly { readonly what: string; readonly path: string; readonly text: string }[] = [
  {
    what: 'Dockerrun.aws.json version 2',
    path: 'Dockerrun.aws.json',
    text: `{
      "AWSEBDockerrunVersion": 2,
      "volumes": [{ "name": "app", "host": { "sourcePath": "/var/app/current" } }],
      "containerDefinitions": [
        { "name": "web", "image": "nginx", "essential": true, "memory": 128,
          "portMappings": [{ "hostPort": 80, "containerPort": 80 }] }
      ]
    }`,
  },
  {
    what: 'Dockerrun.aws.json version 1',
    path: 'Dockerrun.aws.json',
    text: '{ "AWSEBDockerrunVersion": "1", "Image": { "Name": "nginx" }, "Ports": [{ "ContainerPort": "80" }] }',
  },
  {
    what: 'daemon task definition as described',
    path: 'agent.json',
    text: `{ "daemonTaskDefinition": { "family": "agent", "revision": 3, "status": "ACTIVE",
      "containerDefinitions": [{ "name": "agent", "image": "agent:1" }] } }`,
  },
  {
    what: 'daemon task definition with its ARN',
    path: 'agent.json',
    text: `{ "daemonTaskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/agent:3",
      "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent:1" }] }`,
  },
  {
    what: 'run-task overrides',
    path: 'overrides.json',
    text: `{ "containerOverrides": [{ "name": "app", "command": ["migrate"], "environment": [] }],
      "cpu": "512", "memory": "1024", "taskRoleArn": "arn:aws:iam::111122223333:role/task",
      "executionRoleArn": "arn:aws:iam::111122223333:role/execution" }`,
  },
  {
    what: 'run-task input',
    path: 'run-task.json',
    text: `{ "cluster": "main", "taskDefinition": "web:3", "launchType": "FARGATE", "count": 1,
      "overrides": { "containerOverrides": [] }, "tags": [] }`,
  },
  {
    what: 'service definition',
    path: 'ecs-service-def.json',
    text: `{ "serviceName": "web", "desiredCount": 2, "launchType": "FARGATE", "taskDefinition": "web",
      "deploymentConfiguration": { "maximumPercent": 200 }, "placementConstraints": [], "tags": [] }`,
  },
  {
    what: 'service definition with its task definition inside, in a format of its own',
    path: 'service.json',
    text: `{ "serviceName": "web", "desiredCount": 2,
      "taskDefinition": { "family": "web", "containerDefinitions": [{ "name": "web", "image": "nginx" }] } }`,
  },
  {
    what: 'deployment settings around a task definition, in a format of their own',
    path: 'deploy.json',
    text: `{ "region": "eu-west-1", "rollback": true,
      "taskDefinition": { "family": "web", "containerDefinitions": [{ "name": "web", "image": "nginx" }] } }`,
  },
  {
    what: 'express service',
    path: 'express.json',
    text: `{ "executionRoleArn": "arn:aws:iam::111122223333:role/execution",
      "infrastructureRoleArn": "arn:aws:iam::111122223333:role/infrastructure",
      "primaryContainer": { "image": "nginx" }, "cpu": "256", "memory": "512" }`,
  },
  {
    what: 'describe-services output',
    path: 'services.json',
    text: '{ "services": [{ "serviceName": "web", "taskDefinition": "arn" }], "failures": [] }',
  },
  {
    what: 'describe-tasks output',
    path: 'tasks.json',
    text: '{ "tasks": [{ "taskArn": "arn", "taskDefinitionArn": "arn", "containers": [] }], "failures": [] }',
  },
  {
    what: 'a single task',
    path: 'task.json',
    text: `{ "taskArn": "arn", "taskDefinitionArn": "arn", "cpu": "256", "memory": "512", "revision": 1,
      "containers": [{ "name": "web", "image": "nginx" }], "ephemeralStorage": { "sizeInGiB": 20 } }`,
  },
  {
    what: 'list-task-definitions output',
    path: 'list.json',
    text: '{ "taskDefinitionArns": ["arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1"] }',
  },
  {
    what: 'appspec.json',
    path: 'appspec.json',
    text: `{ "version": 0.0, "Resources": [{ "TargetService": { "Type": "AWS::ECS::Service",
      "Properties": { "TaskDefinition": "<TASK_DEFINITION>",
        "LoadBalancerInfo": { "ContainerName": "web", "ContainerPort": 80 } } } }] }`,
  },
  {
    what: 'imagedefinitions.json',
    path: 'imagedefinitions.json',
    text: '[{ "name": "web", "imageUri": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1" }]',
  },
  {
    what: 'imageDetail.json',
    path: 'imageDetail.json',
    text: '{ "ImageURI": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:0" }',
  },
  {
    what: 'Kubernetes Pod',
    path: 'pod.json',
    text: `{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" },
      "spec": { "containers": [{ "name": "web", "image": "nginx", "ports": [{ "containerPort": 80 }] }] } }`,
  },
  {
    what: 'containers of a Pod',
    path: 'containers.json',
    text: `[{ "name": "web", "image": "nginx", "ports": [{ "containerPort": 80 }],
      "env": [{ "name": "A", "value": "1" }], "imagePullPolicy": "Always" }]`,
  },
  {
    what: 'package-lock.json',
    path: 'package-lock.json',
    text: '{ "name": "web", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {} }',
  },
  {
    what: 'package.json',
    path: 'package.json',
    text: '{ "name": "web", "version": "1.0.0", "scripts": { "start": "node ." }, "cpu": ["x64"] }',
  },
  {
    what: 'Compose file',
    path: 'docker-compose.json',
    text: '{ "version": "3", "services": { "web": { "image": "nginx" } }, "volumes": {}, "networks": {} }',
  },
  {
    what: 'CloudFormation template',
    path: 'template.json',
    text: `{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "Task": {
      "Type": "AWS::ECS::TaskDefinition", "Properties": { "Family": "web", "ContainerDefinitions": [] } } } }`,
  },
  {
    what: 'CloudFormation template without a version',
    path: 'template.json',
    text: '{ "Resources": { "Task": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Family": "web" } } } }',
  },
  {
    what: 'CloudFormation resource',
    path: 'resource.json',
    text: `{ "Type": "AWS::ECS::TaskDefinition", "Properties": { "Family": "web",
      "ContainerDefinitions": [{ "Name": "web", "Image": "nginx" }] } }`,
  },
  {
    what: 'CloudFormation resource under its logical name',
    path: 'resource.json',
    text: '{ "WebTask": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Family": "web" } } }',
  },
  {
    what: 'grading manifest',
    path: 'grading.json',
    text: `{ "id": "week-3", "title": "Sorting", "points": 10, "environment": "python3",
      "filesDelivered": ["src/task.py"], "tests": [{ "file": "tests/public.py" }] }`,
  },
  {
    what: 'ECS API model of an SDK',
    path: 'ecs/2014-11-13/api-2.json',
    text: `{ "version": "2.0", "metadata": { "serviceId": "ECS" }, "operations": { "RegisterTaskDefinition": {} },
      "shapes": { "TaskDefinition": { "type": "structure", "members": { "containerDefinitions": {} } } } }`,
  },
  {
    what: 'JSON schema of task definitions',
    path: 'schema.json',
    text: `{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
      "properties": { "family": { "type": "string" }, "containerDefinitions": { "type": "array" } } }`,
  },
  {
    what: 'OpenAPI document',
    path: 'openapi.json',
    text: '{ "openapi": "3.1.0", "info": { "title": "Web", "version": "1" }, "paths": {}, "tags": [] }',
  },
  {
    what: 'tsconfig.json',
    path: 'tsconfig.json',
    text: '{ "compilerOptions": { "strict": true }, "include": ["src"] }',
  },
  {
    what: 'Nomad job',
    path: 'web.nomad.json',
    text: '{ "Job": { "ID": "web", "TaskGroups": [{ "Name": "web", "Tasks": [] }] } }',
  },
  {
    what: 'AWS Batch job definition',
    path: 'job-definition.json',
    text: `{ "jobDefinitionName": "etl", "type": "container", "tags": { "team": "data" },
      "containerProperties": { "image": "etl:1", "executionRoleArn": "arn", "networkConfiguration": {} } }`,
  },
  {
    what: 'task metadata endpoint',
    path: 'metadata.json',
    text: `{ "Cluster": "main", "TaskARN": "arn", "Family": "web", "Revision": "3", "LaunchType": "FARGATE",
      "EphemeralStorageMetrics": { "Utilized": 1, "Reserved": 20 }, "Containers": [{ "DockerId": "1", "Name": "web" }] }`,
  },
  {
    what: 'container metadata endpoint',
    path: 'metadata.json',
    text: '{ "DockerId": "1", "Name": "web", "DockerName": "ecs-web", "Image": "nginx", "ImageID": "sha256:0" }',
  },
  {
    what: 'ECS event',
    path: 'event.json',
    text: `{ "version": "0", "id": "1", "detail-type": "ECS Task State Change", "source": "aws.ecs",
      "detail": { "taskDefinitionArn": "arn", "containers": [] } }`,
  },
  {
    what: 'CloudTrail record of a registration',
    path: 'record.json',
    text: `{ "eventVersion": "1.09", "eventSource": "ecs.amazonaws.com", "eventName": "RegisterTaskDefinition",
      "requestParameters": { "family": "web", "containerDefinitions": [] } }`,
  },
  {
    what: 'ecspresso configuration',
    path: 'ecspresso.json',
    text: `{ "region": "eu-west-1", "cluster": "main", "service": "web",
      "task_definition": "ecs-task-def.json", "service_definition": "ecs-service-def.json" }`,
  },
  {
    what: 'Terraform JSON',
    path: 'main.tf.json',
    text: `{ "resource": { "aws_ecs_task_definition": { "web": {
      "family": "web", "container_definitions": "[]" } } } }`,
  },
  {
    what: 'Step Functions state machine',
    path: 'machine.asl.json',
    text: '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask" } } }',
  },
  {
    what: 'IAM policy',
    path: 'policy.json',
    text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ecs:*", "Resource": "*" }] }',
  },
  {
    what: 'dev container',
    path: 'devcontainer.json',
    text: '{ "name": "Web", "image": "mcr.microsoft.com/devcontainers/base:bookworm", "features": {} }',
  },
  {
    what: 'docker inspect output',
    path: 'inspect.json',
    text: '[{ "Id": "1", "Created": "2026-01-01", "Path": "nginx", "Config": { "Image": "nginx" } }]',
  },
  { what: 'a list of words', path: 'words.json', text: '["web", "worker"]' },
  { what: 'a list of numbers', path: 'numbers.json', text: '[1, 2]' },
  {
    what: 'a list of people',
    path: 'people.json',
    text: '[{ "name": "Ada", "born": 1815, "field": "mathematics" }]',
  },
  { what: 'a list of task definitions', path: 'all.json', text: '[{ "taskDefinition": {}, "tags": [] }]' },
  { what: 'a string', path: 'word.json', text: '"containerDefinitions"' },
  { what: 'null', path: 'null.json', text: 'null' },
];

/** Left alone under names that say nothing; `task-definition.json` would make them ours. */
export const NEUTRAL_NEGATIVES: readonly { readonly what: string; readonly text: string }[] = [
  { what: 'nothing', text: '' },
  { what: 'an empty object', text: '{}' },
  { what: 'an empty list', text: '[]' },
  {
    what: 'GameLift container group',
    text: `{ "Name": "servers", "TotalCpuLimit": 4096, "ContainerDefinitions": [{ "ContainerName": "web" }],
      "Tags": [] }`,
  },
  {
    what: 'a list of files',
    text: '{ "containerDefinitions": ["web.json", "worker.json"], "output": "dist", "watch": true }',
  },
  { what: 'a family', text: '{ "family": "Smith", "members": ["Jo", "Al"], "address": "here" }' },
  { what: 'cpu and memory', text: '{ "cpu": "256", "memory": "512" }' },
  { what: 'role ARNs', text: '{ "executionRoleArn": "arn", "taskRoleArn": "arn", "subnets": ["subnet-1"] }' },
  {
    what: 'products',
    text: '[{ "name": "Pizza", "image": "pizza.png" }, { "name": "Pasta", "image": "pasta.png" }]',
  },
  {
    what: 'products with prices',
    text: '[{ "name": "Phone", "image": "phone", "price": 3, "cpu": "fast", "id": 1 }]',
  },
  { what: 'named things', text: '[{ "name": "a" }, { "name": "b" }]' },
  { what: 'a wrapper with nothing of ours in it', text: '{ "taskDefinition": { "title": "Do it" } }' },
];
