/**
 * Values for which the schema has no list, because AWS takes any text there: names of log options, capabilities, kernel
 * parameters, mount options and proxy properties. Hover and completion read them from here; the values that the schema
 * does list have their notes there, as `enumDescriptions`.
 */
export interface KnownValue {
  /** One sentence, or two. */
  readonly note: string;
  /** What holds where it is left out. */
  readonly default?: string;
  /** A value that can be written as it is. */
  readonly example?: string;
  /** What single values mean, where that is more than the note says. */
  readonly values?: Readonly<Record<string, string>>;
}

type Known = Readonly<Record<string, KnownValue>>;

/** Of every driver that Docker runs: https://docs.docker.com/engine/logging/configure/ */
const DELIVERY: Known = {
  mode: {
    note: 'What happens when logs come faster than they are delivered: `blocking` makes the program wait, `non-blocking` drops lines.',
    default: 'non-blocking, unless the account setting defaultLogDriverMode says otherwise',
    example: 'non-blocking',
    values: {
      blocking:
        'The program waits until its line is taken: nothing is lost, but when delivery stalls, the program stalls.',
      'non-blocking': 'The program never waits: when `max-buffer-size` is used up, lines are lost.',
    },
  },
  'max-buffer-size': {
    note: 'Memory for lines that wait for delivery in the mode `non-blocking`, with the unit k, m or g.',
    default: '10m',
    example: '25m',
  },
};

const TAGGING: Known = {
  tag: {
    note: 'Names the container in each message. Docker fills in `{{.Name}}`, `{{.ID}}` and their like.',
    default: 'the first 12 characters of its id',
  },
  labels: { note: 'Labels of the container to send along, separated by commas.' },
  'labels-regex': { note: 'Labels of the container to send along: all that match this regular expression.' },
  env: { note: 'Environment variables of the container to send along, separated by commas.' },
  'env-regex': {
    note: 'Environment variables of the container to send along: all that match this regular expression.',
  },
};

/**
 * By driver. Those of awsfirelens but the first go to the output plug-in of the log router, for which upper and lower case
 * are the same: https://docs.fluentbit.io/manual/administration/configuring-fluent-bit
 */
export const LOG_OPTIONS: Readonly<Record<string, Known>> = {
  awslogs: {
    'awslogs-group': { note: 'The log group in CloudWatch Logs. Required.', example: '/ecs/web' },
    'awslogs-region': { note: 'The Region of the log group. Required.', example: 'eu-west-1' },
    'awslogs-stream-prefix': {
      note: 'Begins the name of the log stream: prefix/container/task id. Required on Fargate.',
      default: 'the stream is named after the Docker id of the container',
      example: 'ecs',
    },
    'awslogs-create-group': {
      note: 'With `true` the log group is created when it is missing, which takes the permission logs:CreateLogGroup. AWS takes no other value.',
      default: 'the group has to exist',
      example: 'true',
    },
    'awslogs-datetime-format': {
      note: 'A line that holds a time in this form of strftime begins a new event. Excludes `awslogs-multiline-pattern`.',
      default: 'each line is an event',
      example: '%Y-%m-%d %H:%M:%S',
    },
    'awslogs-multiline-pattern': {
      note: 'A line that matches this regular expression begins a new event. Excludes `awslogs-datetime-format`.',
      default: 'each line is an event',
    },
    ...DELIVERY,
  },
  awsfirelens: {
    'log-driver-buffer-limit': {
      note: 'Memory in bytes for lines that wait for the log router, 0 to 536870912. ECS reads it; all other options go to the router.',
    },
    Name: {
      note: 'The output plug-in of Fluent Bit; every other option is one of its own.',
      example: 'cloudwatch_logs',
      values: {
        cloudwatch_logs: 'CloudWatch Logs, by the plug-in that Fluent Bit itself has.',
        cloudwatch: 'CloudWatch Logs, by the older plug-in of AWS.',
        kinesis_firehose: 'Amazon Data Firehose, by the plug-in that Fluent Bit itself has.',
        firehose: 'Amazon Data Firehose, by the older plug-in of AWS.',
        kinesis_streams: 'Kinesis Data Streams, by the plug-in that Fluent Bit itself has.',
        kinesis: 'Kinesis Data Streams, by the older plug-in of AWS.',
        s3: 'A bucket in S3.',
        datadog: 'Datadog.',
        es: 'Elasticsearch.',
        opensearch: 'OpenSearch.',
        splunk: 'The HTTP Event Collector of Splunk.',
        loki: 'Grafana Loki.',
        http: 'Any server that takes records over HTTP.',
        forward: 'Another Fluent Bit or Fluentd.',
        stdout: 'The output of the log router itself, for trying things out.',
        null: 'Nowhere: the records are thrown away.',
      },
    },
    '@type': { note: 'The output plug-in of Fluentd, where the log router is that program.' },
    Match: { note: 'The tags that the output takes. ECS writes it, so it can be left out.' },
    region: { note: 'The Region that the output plug-in writes to.', example: 'eu-west-1' },
    log_group_name: { note: 'Output cloudwatch_logs: the log group.', example: '/ecs/web' },
    log_stream_prefix: {
      note: 'Output cloudwatch_logs: begins the name of the log stream.',
      example: 'ecs/',
    },
    log_stream_name: { note: 'Output cloudwatch_logs: the whole name of the log stream.' },
    auto_create_group: {
      note: 'Output cloudwatch_logs: whether it creates the log group.',
      default: 'false',
      example: 'true',
    },
    log_key: {
      note: 'The one field of a record that is sent; cloudwatch_logs and s3 know it.',
      default: 'the whole record',
      example: 'log',
    },
    retry_limit: {
      note: 'How often Fluent Bit tries again to deliver a batch of records before it drops them.',
      default: '1',
      example: '2',
    },
    workers: { note: 'How many threads deliver the records of this output.', example: '1' },
    delivery_stream: { note: 'Output kinesis_firehose: the delivery stream.' },
    stream: { note: 'Output kinesis_streams: the data stream.' },
    bucket: { note: 'Output s3: the bucket.' },
    Host: { note: 'The host that the output plug-in sends to.' },
    Port: { note: 'The port of that host.' },
    URI: { note: 'Output http: the path of the address.', default: '/' },
    Header: { note: 'Output http: a header of each request, name and value with a blank between.' },
    TLS: { note: 'Whether the output plug-in encrypts.', default: 'off', example: 'on' },
    'tls.verify': {
      note: 'Whether the certificate of the other end is checked.',
      default: 'on',
      example: 'on',
    },
    compress: { note: 'How the output plug-in compresses what it sends.', example: 'gzip' },
    apikey: { note: 'Output datadog: the API key. It belongs in `secretOptions`.' },
    dd_service: { note: 'Output datadog: the service that the logs belong to.' },
    dd_source: { note: 'Output datadog: what writes the logs, which decides how they are read.' },
    dd_tags: { note: 'Output datadog: tags of the logs, separated by commas.', example: 'env:prod' },
    json_date_key: { note: 'The name of the field that holds the time of a record.', default: 'date' },
    json_date_format: { note: 'The form of that time.', default: 'double', example: 'iso8601' },
    Format: { note: 'The form in which the output plug-in sends a record.', example: 'json' },
  },
  splunk: {
    'splunk-url': { note: 'The HTTP Event Collector. Required.', example: 'https://splunk.example.com:8088' },
    'splunk-token': { note: 'The token of the collector. Required; it belongs in `secretOptions`.' },
    'splunk-source': { note: 'The source of the events.' },
    'splunk-sourcetype': { note: 'The source type of the events.' },
    'splunk-index': { note: 'The index that takes the events.' },
    'splunk-format': {
      note: 'The form of a message: `inline`, `json` or `raw`.',
      default: 'inline',
      example: 'json',
      values: {
        inline: 'The line is a text within the event, whatever it holds.',
        json: 'A line that is JSON becomes part of the event as JSON, another one as a text.',
        raw: 'The line goes out without the fields of the driver.',
      },
    },
    'splunk-verify-connection': {
      note: 'Whether the container starts only when Splunk answers.',
      default: 'true',
      example: 'false',
    },
    'splunk-gzip': { note: 'Whether events are compressed.', default: 'false', example: 'true' },
    'splunk-gzip-level': {
      note: 'How much: 0 (not) to 9 (most).',
      default: '-1, the usual level',
      example: '6',
    },
    'splunk-insecureskipverify': {
      note: 'Whether the certificate of the collector goes unchecked.',
      default: 'false',
    },
    'splunk-capath': { note: 'A file with the root certificate, on the instance.' },
    'splunk-caname': { note: 'The name that the certificate has to have.', default: 'the host of the URL' },
    ...TAGGING,
    ...DELIVERY,
  },
  fluentd: {
    'fluentd-address': {
      note: 'Host and port of the daemon.',
      default: 'localhost:24224',
      example: 'localhost:24224',
    },
    'fluentd-async': {
      note: 'Whether the container starts without the daemon and connects later.',
      default: 'false',
      example: 'true',
    },
    'fluentd-buffer-limit': {
      note: 'How many events wait in memory for the daemon.',
      default: '1048576',
    },
    'fluentd-retry-wait': { note: 'The pause between two attempts.', default: '1s' },
    'fluentd-max-retries': { note: 'How many attempts.', default: '4294967295' },
    'fluentd-request-ack': { note: 'Whether the daemon confirms what it has taken.', default: 'false' },
    'fluentd-write-timeout': { note: 'The longest that a write to the daemon may take.' },
    'fluentd-sub-second-precision': { note: 'Whether times have nanoseconds.', default: 'false' },
    ...TAGGING,
    ...DELIVERY,
  },
  gelf: {
    'gelf-address': {
      note: 'The server, over udp or tcp. Required.',
      example: 'udp://graylog.example.com:12201',
    },
    'gelf-compression-type': { note: '`gzip`, `zlib` or `none`; udp only.', default: 'gzip' },
    'gelf-compression-level': { note: 'How much: 0 (not) to 9 (most); udp only.', default: '1' },
    'gelf-tcp-max-reconnect': { note: 'How many attempts to connect again.', default: '3' },
    'gelf-tcp-reconnect-delay': { note: 'Seconds between two attempts.', default: '1' },
    ...TAGGING,
    ...DELIVERY,
  },
  journald: { ...TAGGING, ...DELIVERY },
  'json-file': {
    'max-size': {
      note: 'A file of this size is closed and a new one begun, with the unit k, m or g.',
      default: 'no limit: the file grows until the disk is full',
      example: '10m',
    },
    'max-file': { note: 'How many files are kept; it takes `max-size` too.', default: '1', example: '3' },
    compress: { note: 'Whether closed files are compressed.', default: 'false', example: 'true' },
    ...TAGGING,
    ...DELIVERY,
  },
  syslog: {
    'syslog-address': {
      note: 'The server, over udp, tcp or tcp+tls.',
      default: 'the socket of the instance',
      example: 'udp://syslog.example.com:514',
    },
    'syslog-facility': { note: 'The facility, by name or number.', default: 'daemon', example: 'local0' },
    'syslog-format': {
      note: 'The form of a message: `rfc3164`, `rfc5424` or `rfc5424micro`.',
      default: 'that of the local syslog',
      example: 'rfc5424',
    },
    'syslog-tls-ca-cert': { note: 'A file with the root certificate, on the instance.' },
    'syslog-tls-cert': { note: 'A file with the client certificate, on the instance.' },
    'syslog-tls-key': { note: 'A file with the key of the client, on the instance.' },
    'syslog-tls-skip-verify': { note: 'Whether the certificate goes unchecked.', default: 'false' },
    ...TAGGING,
    ...DELIVERY,
  },
};

/** Of the FireLens log router: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export const FIRELENS_OPTIONS: Known = {
  'enable-ecs-log-metadata': {
    note: 'Whether cluster, task and container are written into each record.',
    default: 'true',
    example: 'true',
  },
  'config-file-type': {
    note: 'Where the further configuration is: `file` in the image, `s3` in a bucket. Fargate takes `file` only.',
    example: 'file',
    values: {
      file: 'The further configuration is a file in the image of the log router.',
      s3: 'The further configuration is an object in S3, which the execution role reads. Fargate refuses it.',
    },
  },
  'config-file-value': {
    note: 'The path in the image, or the ARN of the S3 object.',
    example: '/extra.conf',
  },
};

/** https://man7.org/linux/man-pages/man7/capabilities.7.html */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  ALL: 'Every capability there is.',
  AUDIT_CONTROL: 'Switch kernel auditing on and off and change its rules.',
  AUDIT_READ: 'Read the audit log.',
  AUDIT_WRITE: 'Write to the audit log.',
  BLOCK_SUSPEND: 'Keep the machine from going to sleep.',
  CHOWN: 'Give files to any user and group.',
  DAC_OVERRIDE: 'Read, write and run files whatever their permissions.',
  DAC_READ_SEARCH: 'Read files and directories whatever their permissions.',
  FOWNER: 'Do to any file what its owner may.',
  FSETID: 'Keep the set-user-id and set-group-id bits when a file changes.',
  IPC_LOCK: 'Lock memory, so that it is never swapped out.',
  IPC_OWNER: 'Use shared memory and message queues of other users.',
  KILL: 'Send signals to processes of other users.',
  LEASE: 'Take leases on any file.',
  LINUX_IMMUTABLE: 'Make files append-only or immutable.',
  MAC_ADMIN: 'Change mandatory access control (Smack).',
  MAC_OVERRIDE: 'Pass over mandatory access control (Smack).',
  MKNOD: 'Create device files.',
  NET_ADMIN: 'Configure interfaces, routes and firewalls.',
  NET_BIND_SERVICE: 'Listen on ports below 1024.',
  NET_BROADCAST: 'Broadcast and listen to multicast; Linux does not use it.',
  NET_RAW: 'Use raw and packet sockets, as ping does.',
  SETFCAP: 'Give capabilities to files.',
  SETGID: 'Change the group of a process.',
  SETPCAP: 'Change the capabilities of a process.',
  SETUID: 'Change the user of a process.',
  SYSLOG: 'Read the kernel log.',
  SYS_ADMIN: 'Mount file systems and much more: nearly root on the host.',
  SYS_BOOT: 'Restart the machine and load another kernel.',
  SYS_CHROOT: 'Use chroot.',
  SYS_MODULE: 'Load kernel modules, which gives the whole machine away.',
  SYS_NICE: 'Raise priorities and bind processes to processors.',
  SYS_PACCT: 'Switch process accounting on and off.',
  SYS_PTRACE: 'Trace and inspect other processes, for debuggers and profilers.',
  SYS_RAWIO: 'Use I/O ports and raw memory of the machine.',
  SYS_RESOURCE: 'Pass over resource limits and quotas.',
  SYS_TIME: 'Set the clock of the machine.',
  SYS_TTY_CONFIG: 'Configure terminals.',
  WAKE_ALARM: 'Set timers that wake the machine.',
};

/** What a container has without asking. */
export const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** Kernel parameters that a container can have its own value of, the usual ones of `net.*` among them. */
export const SYSTEM_CONTROLS: Known = {
  'net.core.somaxconn': { note: 'How many connections wait to be accepted, per socket.', example: '1024' },
  'net.ipv4.ip_local_port_range': {
    note: 'First and last port for outgoing connections.',
    example: '1024 65000',
  },
  'net.ipv4.ip_unprivileged_port_start': {
    note: 'The lowest port that a user other than root may listen on.',
    example: '0',
  },
  'net.ipv4.tcp_keepalive_time': {
    note: 'Seconds of silence before a connection is probed.',
    default: '7200',
    example: '300',
  },
  'net.ipv4.tcp_keepalive_intvl': { note: 'Seconds between two probes.', default: '75', example: '30' },
  'net.ipv4.tcp_keepalive_probes': {
    note: 'Probes without an answer before a connection counts as lost.',
    default: '9',
    example: '5',
  },
  'net.ipv4.tcp_fin_timeout': {
    note: 'Seconds that a closed connection waits for the other end.',
    default: '60',
    example: '30',
  },
  'net.ipv4.tcp_max_syn_backlog': { note: 'How many half-open connections are kept.', example: '4096' },
  'net.ipv4.tcp_tw_reuse': {
    note: 'Whether ports of connections that are waiting to end may be used again.',
    example: '1',
  },
  'net.ipv4.tcp_syncookies': {
    note: 'Whether a flood of half-open connections is fended off.',
    example: '1',
  },
  'net.ipv4.ip_forward': { note: 'Whether packets of others are passed on.', example: '1' },
  'net.ipv6.conf.all.disable_ipv6': { note: 'Whether IPv6 is off.', example: '1' },
  'kernel.msgmax': { note: 'Largest message of a System V queue, in bytes.', default: '8192' },
  'kernel.msgmnb': { note: 'Largest System V queue, in bytes.', default: '16384' },
  'kernel.msgmni': { note: 'How many System V queues there may be.', default: '32000' },
  'kernel.sem': { note: 'Four limits of System V semaphores.', default: '32000 1024000000 500 32000' },
  'kernel.shmall': { note: 'System V shared memory in all, in pages.' },
  'kernel.shmmax': { note: 'Largest segment of System V shared memory, in bytes.' },
  'kernel.shmmni': { note: 'How many segments of System V shared memory there may be.', default: '4096' },
  'kernel.shm_rmid_forced': {
    note: 'Whether a segment goes with the last process that uses it.',
    default: '0',
  },
  'fs.mqueue.msg_max': { note: 'How many messages a POSIX queue holds.', default: '10' },
  'fs.mqueue.msgsize_max': { note: 'Largest message of a POSIX queue, in bytes.', default: '8192' },
  'fs.mqueue.queues_max': { note: 'How many POSIX queues there may be.', default: '256' },
};

/** Of tmpfs: https://man7.org/linux/man-pages/man8/mount.8.html */
export const MOUNT_OPTIONS: Readonly<Record<string, string>> = {
  defaults: 'rw, suid, dev, exec, async.',
  ro: 'Read-only.',
  rw: 'For reading and writing.',
  suid: 'Set-user-id bits count.',
  nosuid: 'Set-user-id bits do not count.',
  dev: 'Device files work.',
  nodev: 'Device files do not work.',
  exec: 'Programs may be run from it.',
  noexec: 'No program may be run from it.',
  sync: 'Whatever is written is written at once.',
  async: 'The kernel writes when it sees fit.',
  dirsync: 'Changes of directories are written at once.',
  remount: 'Mounted again with other options.',
  mand: 'Mandatory locks.',
  nomand: 'No mandatory locks.',
  atime: 'The time of the last read is kept.',
  noatime: 'The time of the last read is not kept.',
  diratime: 'The time of the last read is kept of directories too.',
  nodiratime: 'The time of the last read is not kept of directories.',
  relatime: 'The time of the last read is kept roughly.',
  norelatime: 'The time of the last read is not kept roughly.',
  strictatime: 'The time of the last read is kept exactly.',
  nostrictatime: 'The kernel chooses how the time of the last read is kept.',
  bind: 'Shows a directory in a second place.',
  rbind: 'Shows a directory in a second place, with the mounts below it.',
  unbindable: 'It may not be shown in a second place.',
  runbindable: 'Neither it nor the mounts below it may be shown in a second place.',
  private: 'New mounts below it are not seen elsewhere.',
  rprivate: 'Like `private`, for the mounts below it too.',
  shared: 'New mounts below it are seen elsewhere, and those from there are seen here.',
  rshared: 'Like `shared`, for the mounts below it too.',
  slave: 'New mounts from elsewhere are seen here, but not the other way round.',
  rslave: 'Like `slave`, for the mounts below it too.',
  mode: 'Permissions of the directory in octal digits, as in `mode=1777`.',
  uid: 'The user that owns the directory, as in `uid=1000`.',
  gid: 'The group that owns the directory, as in `gid=1000`.',
  nr_inodes: 'How many files there may be, as in `nr_inodes=10k`.',
  nr_blocks: 'The size in blocks of the kernel; `size` says it in MiB.',
  mpol: 'Which memory it takes on machines with several processors (NUMA).',
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html */
export const PROXY_PROPERTIES: Readonly<Record<string, string>> = {
  IgnoredUID: 'Traffic of this user, the proxy itself, passes by the proxy. This or IgnoredGID is required.',
  IgnoredGID: 'Traffic of this group passes by the proxy. This or IgnoredUID is required.',
  AppPorts: 'The ports of the application, separated by commas. Required.',
  ProxyIngressPort: 'Incoming traffic to the application is sent to this port. Required.',
  ProxyEgressPort: 'Outgoing traffic of the application is sent to this port. Required.',
  EgressIgnoredPorts: 'Outgoing traffic to these ports passes by the proxy.',
  EgressIgnoredIPs: 'Outgoing traffic to these addresses passes by the proxy.',
};

/** Of a port mapping. AWS takes any other text too, as `tcp`. */
export const PROTOCOLS: Readonly<Record<string, string>> = {
  tcp: 'Streams in which nothing is lost: HTTP, HTTP/2, gRPC and databases use it. It holds where nothing is written.',
  udp: 'Single packets that may be lost: DNS, StatsD and syslog use it. Service Connect does not carry it.',
};

/** The first word of a health check. */
export const HEALTH_COMMANDS: Readonly<Record<string, string>> = {
  CMD: 'The program that follows is started as it stands, with the further strings as its arguments; no shell reads them.',
  'CMD-SHELL':
    'The one string that follows is a line for the shell of the image, so `||`, `&&` and variables work. The image needs a shell.',
};

/** How an entry of `dockerSecurityOptions` begins. */
export const SECURITY_OPTIONS: Readonly<Record<string, string>> = {
  'no-new-privileges':
    'No process of the container gains rights that the first one lacks, by set-user-id programs for example.',
  apparmor: 'The AppArmor profile that confines the container. The agent needs ECS_APPARMOR_CAPABLE=true.',
  label:
    'An SELinux label of the container. The agent needs ECS_SELINUX_CAPABLE=true; not on external instances.',
  credentialspec: 'The credential spec file of a gMSA, on Windows. `credentialSpecs` has taken its place.',
};

/** What `describe-task-definition` adds to a task definition. */
export const READ_ONLY_MEMBERS: Readonly<Record<string, string>> = {
  taskDefinitionArn: 'The ARN of this revision.',
  revision: 'The number that AWS gave to this version of the family.',
  status: 'Whether the revision is ACTIVE, INACTIVE (deregistered) or being deleted.',
  requiresAttributes:
    'What an instance or platform has to offer, as AWS worked it out from the other members.',
  compatibilities: 'The launch types that AWS found the task definition fit for.',
  registeredAt: 'When the revision was registered.',
  registeredBy: 'Who registered the revision.',
  deregisteredAt: 'When the revision was deregistered.',
  deleteRequestedAt: 'When the deletion of the revision was asked for.',
};
