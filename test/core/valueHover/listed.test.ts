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
  });

  it('that the driver does not know, and their values, are explained by the map', () => {
    expect(log('awslogs', '"max-|size": "10m"')).toMatch(/^\*\*options\*\* · map of strings\n/);
    expect(log('awslogs', '"max-size": "1|0m"')).toMatch(/^\*\*options\*\* · map of strings\n/);
    expect(log('unheard-of', '"mo|de": "blocking"')).toMatch(/^\*\*options\*\* · map of strings\n/);
  });

  it('have values', () => {
    expect(log('awslogs', '"awslogs-stream-prefix": "e|cs"')).toBe(
      lines(
        '**`awslogs-stream-prefix`** · `ecs`',
        '',
        prefix,
        '',
        '- **Log streams:** `ecs/web/`, then the id of the task',
        '- **Without it:** the stream is named after the Docker id of the container',
      ),
    );
    expect(log('awslogs', '"mode": "block|ing"')).toMatch(
      /^\*\*`mode`\*\* · `blocking`\n\nThe program waits/,
    );
    expect(log('awslogs', '"mode": "bloc|"')).toMatch(/^\*\*`mode`\*\* · `bloc`\n\nWhat happens/);
  });

  it.each([
    ['awslogs', 'max-buffer-size', '25m', '25 MiB'],
    ['json-file', 'max-size', '512k', '512 KiB'],
    ['awsfirelens', 'log-driver-buffer-limit', '2097152', '2 MiB'],
  ])('of %s: %s %s is %s', (driver, option, value, said) => {
    expect(log(driver, `"${option}": "|${value}"`)).toMatch(`**\`${option}\`** · \`${value}\`, ${said}\n`);
    expect(log(driver, `"${option}": "|much"`)).toMatch(`**\`${option}\`** · \`much\`\n`);
  });

  it('of awsfirelens, whatever the case', () => {
    expect(log('awsfirelens', '"na|me": "s3"')).toMatch(/^\*\*`name`\*\* · an option of awsfirelens\n/);
    expect(log('awsfirelens', '"name": "s|3"')).toBe('**`name`** · `s3`\n\nA bucket in S3.');
    expect(log('awslogs', '"MO|DE": "blocking"')).toMatch(/^\*\*options\*\*/);
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
    expect(answerAt(container('"logConfiguration": { "options": { "mo|de": "blocking" } }'))).toMatch(
      /^\*\*options\*\* · map of strings\n/,
    );
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
    expect(linux('"capabilities": { "add": ["A|LL"] }')).toMatch(/- \*\*Here:\*\* added$/);
    expect(linux('"capabilities": { "drop": ["ALL"], "add": ["NET_|BIND_SERVICE"] }')).toContain(
      '- **Here:** kept, although `drop` takes `ALL`',
    );
    expect(linux('"capabilities": { "drop": ["ALL"], "add": ["SYS_|TIME"] }')).toMatch(
      /- \*\*Here:\*\* added$/,
    );
    expect(linux('"capabilities": { "drop": ["CAP_|KILL"] }')).toMatch(
      /- \*\*Here:\*\* taken away\n- \*\*Watch out:\*\* AWS writes it `KILL`, without the prefix\.$/,
    );
    const add = '[{ "name": "web", "linuxParameters": { "capabilities": { "add": ["NET_|ADMIN"] } } }]';
    expect(answerAt(fargate('', add))).toContain('- **Watch out:** Fargate adds `SYS_PTRACE` only.');
    expect(
      answerAt(container('"privileged": true, "linuxParameters": { "capabilities": { "drop": ["KI|LL"] } }')),
    ).toContain('- **Watch out:** A privileged container takes no notice of it.');
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

describe('a key or value of a map', () => {
  it.each([['"com.exa|mple": "x"'], ['"com.example": "|x"']])(
    'of labels is explained by the map: %s',
    (labels) => {
      expect(answerAt(container(`"dockerLabels": { ${labels} }`))).toMatch(
        /^\*\*dockerLabels\*\* · map of strings\n/,
      );
    },
  );
});

describe('a value that is explained by its neighbour', () => {
  it('of a kernel parameter', () => {
    const control = (namespace: string) =>
      answerAt(container(`"systemControls": [{ "namespace": "${namespace}", "value": "30|0" }]`));
    expect(control('net.ipv4.tcp_keepalive_time')).toBe(
      '**value** · `300` for `net.ipv4.tcp_keepalive_time`\n\nSeconds of silence before a connection is probed.\n\n- **Without it:** 7200',
    );
    expect(control('net.ipv4.tcp_rmem')).toMatch(/^\*\*value\*\* · string\n/);
  });

  it('of the proxy', () => {
    const property = (name: string) =>
      answerAt(
        `{ "containerDefinitions": [], "proxyConfiguration": { "properties": [{ "name": "${name}", "value": "80|80" }] } }`,
      );
    expect(property('AppPorts')).toBe(
      '**value** · `8080` for `AppPorts`\n\nThe ports of the application, separated by commas. Required.',
    );
    expect(property('appPorts')).toMatch(/^\*\*value\*\* · string/);
  });

  it.each([
    ['GPU', '1', '1 GPU, for this container alone'],
    ['GPU', '2', '2 GPUs, for this container alone'],
    ['GPU', 'ALL', 'every GPU of the instance'],
    ['NeuronDevice', 'ALL', 'every Neuron device of the instance'],
    ['GPU', '0.5', '`0.5` of a GPU'],
    ['GPU', 'one', 'string'],
    ['NeuronDevice', '2', 'string'],
    ['InferenceAccelerator', 'device_1', 'string'],
  ])('of an accelerator: %s %s', (type, value, said) => {
    const answer = answerAt(
      container(`"resourceRequirements": [{ "type": "${type}", "value": "|${value}" }]`),
    );
    expect(answer?.split('\n')[0]).toBe(`**value** · ${said}`);
  });
});

describe('a word with a meaning', () => {
  it.each([
    [
      '"portMappings": [{ "containerPort": 80, "protocol": "|udp" }]',
      '**protocol** · `udp`\n\nSingle packets',
    ],
    ['"portMappings": [{ "containerPort": 80, "protocol": "|http" }]', '**protocol** · string'],
    ['"healthCheck": { "command": ["|CMD-SHELL", "CMD"] }', '**command** · `CMD-SHELL`\n\nThe one string'],
    ['"healthCheck": { "command": ["CMD-SHELL", "|CMD"] }', '**command** · list of strings'],
    [
      '"dockerSecurityOptions": ["|no-new-privileges:true"]',
      '**dockerSecurityOptions** · `no-new-privileges:true`',
    ],
    [
      '"dockerSecurityOptions": ["|apparmor:web"]',
      '**dockerSecurityOptions** · `apparmor:web`\n\nThe AppArmor',
    ],
  ])('%s', (members, said) => {
    expect(answerAt(container(members))?.slice(0, said.length)).toBe(said);
  });
});

describe('what only AWS writes', () => {
  it.each([
    ['"rev|ision": 3', 'revision', 'The number that AWS gave to this version of the family.'],
    ['"revision": 3|', 'revision', 'The number that AWS gave to this version of the family.'],
    [
      '"requiresAttributes": [{ "na|me": "ecs.capability.task-eni" }]',
      'requiresAttributes',
      'What an instance or platform has to offer, as AWS worked it out from the other members.',
    ],
  ])('%s', (member, name, note) => {
    const said = `**${name}** · written by AWS\n\n${note} It is part of what \`describe-task-definition\` prints and no part of a registration: the AWS CLI refuses a file that holds it.`;
    expect(answerAt(`{ "family": "a", "containerDefinitions": [], ${member} }`)).toBe(said);
    expect(answerAt(`{ "taskDefinition": { "family": "a", "containerDefinitions": [], ${member} } }`)).toBe(
      said,
    );
  });
});
