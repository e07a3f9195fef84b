import { describe, expect, it } from 'vitest';
import { labels } from '../../support/completion';

const ACCOUNT = '"taskRoleArn": "arn:aws:iam::111122223333:role/shop",\n';
const DB = '{ "name": "db", "image": "postgres:17", "healthCheck": { "command": ["CMD", "true"] } }';
const FARGATE = '"requiresCompatibilities": ["FARGATE"],\n';

/** A task of which the last container has the member; what that refers to stands before it. */
const web = (member: string, task = '') =>
  `{\n"family": "shop",\n${task}"containerDefinitions": [${DB},\n{ "name": "web", "image": "nginx:1.27",\n${member}\n}]\n}`;
const task = (member: string) => `{\n"family": "shop",\n${member}\n}`;
const log = (option: string) =>
  web(`"logConfiguration": { "logDriver": "awslogs", "options": { ${option} } }`, ACCOUNT);

/** What people are to be offered, and the first of what is. */
const KINDS: readonly (readonly [kind: string, marked: string, first: string])[] = [
  ['a value of a list', task('"networkMode": "|"'), '"awsvpc"'],
  ['memory that fits the cpu', task(`${FARGATE}"cpu": "512",\n"memory": "|"`), '"1024"'],
  ['cpu that fits the memory', task(`${FARGATE}"memory": "4096",\n"cpu": "|"`), '"512"'],
  ['a container to wait for', web('"dependsOn": [{ "containerName": "|" }]'), '"db"'],
  [
    'a condition that it can meet',
    web('"dependsOn": [{ "containerName": "db", "condition": "|" }]'),
    '"HEALTHY"',
  ],
  ['a container to take volumes from', web('"volumesFrom": [{ "sourceContainer": "|" }]'), '"db"'],
  ['a container to link', web('"links": ["|"]'), '"db"'],
  [
    'the container of the proxy',
    task(`"containerDefinitions": [${DB}],\n"proxyConfiguration": { "containerName": "|" }`),
    '"db"',
  ],
  [
    'a volume to mount',
    web('"mountPoints": [{ "sourceVolume": "|" }]', '"volumes": [{ "name": "cache" }],\n'),
    '"cache"',
  ],
  ['the name of a port', web('"portMappings": [{ "containerPort": 80, "name": "|" }]'), '"http"'],
  ['a Region', log('"awslogs-region": "|"'), '"us-east-1"'],
  ['a value of a log option', log('"mode": "|"'), '"non-blocking"'],
  ['a log option', log('"|"'), 'awslogs-group'],
  ['a ulimit', web('"ulimits": [{ "name": "|" }]'), '"nofile"'],
  ['a capability to add', web('"linuxParameters": { "capabilities": { "add": ["|"] } }'), '"SYS_PTRACE"'],
  ['a capability to drop', web('"linuxParameters": { "capabilities": { "drop": ["|"] } }'), '"ALL"'],
  ['a system control', web('"systemControls": [{ "namespace": "|" }]'), '"net.core.somaxconn"'],
  [
    'a secret',
    web('"secrets": [{ "name": "DB", "valueFrom": "|" }]'),
    'parameter of Parameter Store, by its ARN',
  ],
  ['a role', task(`${ACCOUNT}"executionRoleArn": "|"`), 'ecsTaskExecutionRole'],
  ['the family', '{\n"family": "|"\n}', '"shop"'],
  [
    'an image',
    task('"containerDefinitions": [{ "name": "a", "image": "redis:7" }, { "name": "b", "image": "|" }]'),
    '"redis:7"',
  ],
  ['a placeholder', web('"workingDirectory": "|"', '"taskRoleArn": "${ROLE}",\n'), '${ROLE}'],
  ['a key of the task', task('"|"'), 'containerDefinitions'],
  ['a key of a container', web('"|"'), 'essential'],
];

/** The document half typed, in every way that makes sense at its place. */
function halfTyped(marked: string): readonly (readonly [how: string, text: string])[] {
  const before = marked.slice(0, marked.indexOf('"|"'));
  const isItem = before.endsWith('[');
  const isKey = !isItem && !before.endsWith(': ');
  const next = isItem ? '"zz"' : '"zz": 0';
  const inPlace = (written: string) => marked.replace('"|"', written);
  const ways: (readonly [string, string])[] = [
    ['without its closing quote', inPlace('"|')],
    ['without quotes', inPlace('|')],
    ['at the end of the file', `${before}"|`],
    ['at the end of the file, without quotes', `${before}|`],
    ['without the comma behind it', inPlace(`"|"\n${next}`)],
    ['without quotes and the comma behind it', inPlace(`|\n${next}`)],
    ['in a template', marked.replace('"family": "shop"', '"family": ${SHOP}')],
  ];
  const withoutComma = before.replace(/,\s*$/, '\n');
  if (isKey && withoutComma !== before)
    ways.push(['without the comma before it', withoutComma + marked.slice(before.length)]);
  if (!isKey && !isItem) ways.push(['without its colon', marked.replace(': "|"', ' "|"')]);
  return ways;
}

describe.each(KINDS)('%s', (_, marked, first) => {
  it('is offered', () => {
    expect(labels(marked)[0]).toBe(first);
  });

  it.each(halfTyped(marked))('is offered %s', (_, text) => {
    // A mark of the template is offered beside the rest.
    expect(labels(text).filter((label) => label !== '${SHOP}')).toEqual(labels(marked));
  });
});
