import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/task-definition.schema.json';
import { answerAt, container, fargate } from '../../support/hover';

const lines = (...all: string[]) => all.join('\n');
const meaning = (
  { enum: values, enumDescriptions }: { enum: string[]; enumDescriptions: string[] },
  value: string,
) => enumDescriptions[values.indexOf(value)];

describe('a value of a list', () => {
  it('says what it means', () => {
    expect(answerAt('{ "networkMode": "br|idge", "containerDefinitions": [] }')).toBe(
      `**networkMode** · \`bridge\`\n\n${meaning(schema.properties.networkMode, 'bridge')}`,
    );
    expect(answerAt('{ "requiresCompatibilities": ["EXT|ERNAL"], "containerDefinitions": [] }')).toBe(
      `**requiresCompatibilities** · \`EXTERNAL\`\n\n${meaning(schema.properties.requiresCompatibilities.items, 'EXTERNAL')}`,
    );
    expect(answerAt(container('"ulimits": [{ "name": "no|file" }]'))).toBe(
      `**name** · \`nofile\`\n\n${meaning(schema.definitions.Ulimit.properties.name, 'nofile')}`,
    );
  });

  it('is explained by its member where it is in no list', () => {
    expect(answerAt('{ "networkMode": "bri|", "containerDefinitions": [] }')).toMatch(
      /^\*\*networkMode\*\* · string\n/,
    );
  });
});

describe('log options', () => {
  const log = (driver: string, options: string, more = '') =>
    answerAt(container(`"logConfiguration": { "logDriver": "${driver}", "options": { ${options} }${more} }`));
  const prefix = 'Begins the name of the log stream: prefix/container/task id. Required on Fargate.';

  it('are explained by the driver in use', () => {
    expect(log('awslogs', '"awslogs-stream-|prefix": "ecs"')).toBe(
      lines(
        '**`awslogs-stream-prefix`** · an option of awslogs',
        '',
        prefix,
        '',
        '- **Without it:** the stream is named after the Docker id of the container',
        '- **Example:** `ecs`',
      ),
    );
    expect(log('json-file', '"max-|size": "10m"')).toMatch(/^\*\*`max-size`\*\* · an option of json-file\n/);
    expect(log('awslogs', '"max-|size": "10m"')).toBeUndefined();
    expect(log('unheard-of', '"mo|de": "blocking"')).toBeUndefined();
  });

  it('have values', () => {
    expect(log('awslogs', '"awslogs-stream-prefix": "e|cs"')).toBe(
      lines(
        '**`awslogs-stream-prefix`** · `ecs`',
        '',
        prefix,
        '',
        '- **Log streams:** `ecs/web/` and the id of the task',
        '- **Without it:** the stream is named after the Docker id of the container',
      ),
    );
    expect(log('awslogs', '"mode": "block|ing"')).toMatch(/^\*\*`mode`\*\* · `blocking`\n\nWhat happens/);
  });

  it('of the log router', () => {
    const router = (options: string) =>
      answerAt(container(`"firelensConfiguration": { "type": "fluentbit", "options": { ${options} } }`));
    expect(router('"enable-ecs-|log-metadata": "true"')).toMatch(
      /^\*\*`enable-ecs-log-metadata`\*\* · an option of the log router\n/,
    );
    expect(router('"config-file-value": "arn:aws:s3:::con|fig/a.conf"')).toMatch(
      /^\*\*`config-file-value`\*\* · an object in S3\n/,
    );
  });

  it('that are secret', () => {
    expect(log('splunk', '', ', "secretOptions": [{ "name": "splunk-|token", "valueFrom": "a" }]')).toMatch(
      /^\*\*name\*\* · an option of splunk\n\nThe token of the collector\./,
    );
  });

  it('are no members of anything else', () => {
    expect(answerAt('{ "options": { "mo|de": "blocking" }, "containerDefinitions": [] }')).toBeUndefined();
    expect(answerAt(container('"logConfiguration": { "options": { "mo|de": "blocking" } }'))).toBeUndefined();
  });
});

describe('names that AWS has no list of', () => {
  const linux = (members: string) => answerAt(container(`"linuxParameters": { ${members} }`));

  it('capabilities', () => {
    expect(linux('"capabilities": { "add": ["SYS_|PTRACE"] }')).toBe(
      lines(
        '**add** · `SYS_PTRACE`',
        '',
        'Trace and inspect other processes, for debuggers and profilers.',
        '',
        '- **Without asking:** containers do not have it',
        '- **Here:** added',
      ),
    );
    expect(linux('"capabilities": { "add": ["CH|OWN"] }')).toContain('- **Here:** added, of no effect');
    expect(linux('"capabilities": { "drop": ["CH|OWN"] }')).toContain('- **Here:** taken away');
    expect(linux('"capabilities": { "drop": ["SYS_|TIME"] }')).toContain(
      '- **Here:** taken away, of no effect',
    );
    expect(linux('"capabilities": { "drop": ["A|LL"] }')).toBe(
      '**drop** · `ALL`\n\nEvery capability there is.\n\n- **Here:** taken away',
    );
    expect(linux('"capabilities": { "add": ["A|LL"] }')).toContain('- **Here:** added');
    expect(linux('"capabilities": { "add": ["ANY|THING"] }')).toMatch(/^\*\*add\*\* · list of strings/);
  });

  it('mount options', () => {
    expect(linux('"tmpfs": [{ "mountOptions": ["no|exec", "mode=1777"] }]')).toBe(
      '**mountOptions** · `noexec`\n\nNo program may be run from it.',
    );
    expect(linux('"tmpfs": [{ "mountOptions": ["noexec", "mode=17|77"] }]')).toMatch(
      /^\*\*mountOptions\*\* · `mode=1777`\n/,
    );
  });

  it('kernel parameters', () => {
    expect(answerAt(container('"systemControls": [{ "namespace": "net.ipv4.tcp_keep|alive_time" }]'))).toBe(
      lines(
        '**namespace** · `net.ipv4.tcp_keepalive_time`',
        '',
        'Seconds of silence before a connection is probed.',
        '',
        '- **Without it:** 7200',
        '- **Example:** `300`',
      ),
    );
  });

  it('properties of the proxy', () => {
    expect(
      answerAt(fargate('"proxyConfiguration": { "properties": [{ "name": "App|Ports", "value": "80" }] },')),
    ).toBe('**name** · `AppPorts`\n\nThe ports of the application, separated by commas. Required.');
  });

  it('ids of file systems and access points', () => {
    const volume = (members: string) => answerAt(fargate(`"volumes": [{ "name": "a", ${members} }],`));
    expect(volume('"efsVolumeConfiguration": { "fileSystemId": "fs-012|3456789abcdef0" }')).toBe(
      '**fileSystemId** · a file system of EFS\n\n- **In:** the account and Region of the task',
    );
    expect(
      volume('"efsVolumeConfiguration": { "authorizationConfig": { "accessPointId": "fs-012|34567" } }'),
    ).toBe(
      lines(
        '**accessPointId** · an access point of EFS, which sets the directory and the user',
        '',
        '- **In:** the account and Region of the task',
        '- **Watch out:** Such an id is `fsap-` and hexadecimal digits.',
      ),
    );
    expect(volume('"fsxWindowsFileServerVolumeConfiguration": { "fileSystemId": "fs-012|34567" }')).toMatch(
      /^\*\*fileSystemId\*\* · a file system of FSx for Windows File Server\n/,
    );
  });

  it('half typed', () => {
    expect(
      answerAt(
        '{ "containerDefinitions": [{ "logConfiguration": { "logDriver": "awslogs", "options": { "mo|de"',
      ),
    ).toMatch(/^\*\*`mode`\*\* · an option of awslogs\n/);
  });
});
