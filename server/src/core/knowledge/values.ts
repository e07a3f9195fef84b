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
}

type Known = Readonly<Record<string, KnownValue>>;

/** Of every driver that Docker runs: https://docs.docker.com/engine/logging/configure/ */
const DELIVERY: Known = {
  mode: {
    note: 'What happens when logs come faster than they are delivered: `blocking` makes the program wait, `non-blocking` drops lines.',
    default: 'non-blocking, unless the account setting defaultLogDriverMode says otherwise',
    example: 'non-blocking',
  },
  'max-buffer-size': {
    note: 'Memory for lines that wait for delivery in the mode `non-blocking`, with the unit k, m or g.',
    default: '10m',
    example: '25m',
  },
};

const TAGGING: Known = {
  tag: { note: 'Names the container in each message.', default: 'the first 12 characters of its id' },
  labels: { note: 'Labels of the container to send along, separated by commas.' },
  env: { note: 'Environment variables of the container to send along, separated by commas.' },
};

/** By driver; those of awsfirelens but the first go to the output plug-in of the log router. */
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
    },
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
    delivery_stream: { note: 'Output kinesis_firehose: the delivery stream.' },
    stream: { note: 'Output kinesis_streams: the data stream.' },
    bucket: { note: 'Output s3: the bucket.' },
    Host: { note: 'The host that the output plug-in sends to.' },
    Port: { note: 'The port of that host.' },
    TLS: { note: 'Whether the output plug-in encrypts.', default: 'off', example: 'on' },
    apikey: { note: 'Output datadog: the API key. It belongs in `secretOptions`.' },
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
    },
    'splunk-verify-connection': {
      note: 'Whether the container starts only when Splunk answers.',
      default: 'true',
      example: 'false',
    },
    'splunk-gzip': { note: 'Whether events are compressed.', default: 'false', example: 'true' },
    'splunk-gzip-level': { note: 'How much: 0 (not) to 9 (most).', default: '-1', example: '6' },
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
  sync: 'Written at once.',
  async: 'Written when the kernel sees fit.',
  dirsync: 'Changes of directories are written at once.',
  remount: 'Mounted again with other options.',
  mand: 'Mandatory locks.',
  nomand: 'No mandatory locks.',
  atime: 'The time of the last read is kept.',
  noatime: 'The time of the last read is not kept.',
  diratime: 'That of directories too.',
  nodiratime: 'Not that of directories.',
  relatime: 'The time of the last read is kept roughly.',
  norelatime: 'The time of the last read is not kept roughly.',
  strictatime: 'The time of the last read is kept exactly.',
  nostrictatime: 'The kernel chooses how that time is kept.',
  bind: 'The same directory in a second place.',
  rbind: 'That, with the mounts below it.',
  unbindable: 'May not be bound elsewhere.',
  runbindable: 'That, with the mounts below it.',
  private: 'Mounts below it are not seen elsewhere.',
  rprivate: 'That, with the mounts below it.',
  shared: 'Mounts below it are seen elsewhere, both ways.',
  rshared: 'That, with the mounts below it.',
  slave: 'Mounts below it come from elsewhere, and are not seen there.',
  rslave: 'That, with the mounts below it.',
  mode: 'Permissions of the directory, mode=1777.',
  uid: 'Owner, uid=1000.',
  gid: 'Group, gid=1000.',
  nr_inodes: 'How many files at most.',
  nr_blocks: 'How many blocks at most.',
  mpol: 'Which memory nodes it uses.',
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
