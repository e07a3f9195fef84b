import { app, ec2, external, fargate, managed, pair, testAccepted } from '../../support/accepted';

testAccepted('network', [
  { why: 'NET-1: the same port', document: fargate({ portMappings: [{ containerPort: 80, hostPort: 80 }] }) },
  { why: 'NET-1: no host port', document: fargate({ portMappings: [{ containerPort: 65535 }] }) },
  {
    why: 'NET-1: hostPort 0, refused once and rewritten once',
    document: fargate({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
    warns: ['host-port-mismatch'],
  },
  {
    why: 'NET-2: host network, the same port',
    document: ec2({ portMappings: [{ containerPort: 80, hostPort: 80 }] }, { networkMode: 'host' }),
  },
  {
    why: 'bridge maps ports',
    document: ec2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }, { networkMode: 'bridge' }),
  },
  { why: 'no mode maps ports', document: ec2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }) },
  {
    why: 'NET-10: a reserved host port registers',
    document: ec2({ portMappings: [{ containerPort: 22, hostPort: 22 }] }),
  },
  {
    why: 'NET-11: protocol http counts as tcp',
    document: fargate({ portMappings: [{ containerPort: 80, protocol: 'http' }] }),
  },
  {
    why: 'NET-11: protocol TCP',
    document: fargate({ portMappings: [{ containerPort: 80, protocol: 'TCP' }] }),
  },
  {
    why: 'NET-12: tcp and udp on one port',
    document: fargate({
      portMappings: [
        { containerPort: 53, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp' },
      ],
    }),
  },
  {
    why: 'NET-12: dynamic host ports for one container port',
    document: ec2(
      { portMappings: [{ containerPort: 80 }, { containerPort: 80, hostPort: 0 }] },
      { networkMode: 'bridge' },
    ),
  },
  {
    why: 'NET-12: one container port behind two host ports',
    document: ec2({
      portMappings: [
        { containerPort: 80, hostPort: 8080 },
        { containerPort: 80, hostPort: 8081 },
      ],
    }),
  },
  {
    why: 'NET-12: the same container port in two bridge containers',
    document: pair({ portMappings: [{ containerPort: 80 }] }, { portMappings: [{ containerPort: 80 }] }),
  },
  { why: 'NET-4: none without ports', document: ec2({ portMappings: [] }, { networkMode: 'none' }) },
  { why: 'NET-5: links in bridge', document: pair({ links: ['side:db'] }, {}, { networkMode: 'bridge' }) },
  { why: 'NET-5: links without a mode', document: pair({ links: ['side'] }, {}) },
  {
    why: 'NET-6: empty lists and false',
    document: fargate({
      extraHosts: [],
      dnsServers: [],
      dnsSearchDomains: [],
      links: [],
      disableNetworking: false,
    }),
  },
  {
    why: 'host names in bridge',
    document: ec2({
      hostname: 'web',
      extraHosts: [{ hostname: 'db', ipAddress: '::1' }],
      dnsServers: ['8.8.8.8'],
    }),
  },
  { why: 'NET-14: a range', document: fargate({ portMappings: [{ containerPortRange: '1-65535' }] }) },
  {
    why: 'NET-15: ranges side by side',
    document: fargate({
      portMappings: [
        { containerPortRange: '80-90' },
        { containerPortRange: '91-99' },
        { containerPort: 100 },
      ],
    }),
  },
  {
    why: 'NET-15: tcp and udp ranges',
    document: fargate({
      portMappings: [{ containerPortRange: '80-90' }, { containerPortRange: '80-90', protocol: 'udp' }],
    }),
  },
  {
    why: 'NET-15: in bridge for one container at a time',
    document: pair(
      { portMappings: [{ containerPortRange: '80-90' }] },
      { portMappings: [{ containerPortRange: '80-90' }] },
      { networkMode: 'bridge' },
    ),
  },
  {
    why: 'NET-17: 64 characters',
    document: fargate({ portMappings: [{ containerPort: 80, name: `_${'a'.repeat(63)}` }] }),
  },
  {
    why: 'NET-18: appProtocol without a name',
    document: fargate({ portMappings: [{ containerPort: 80, appProtocol: 'http2' }] }),
  },
  {
    why: 'NET-9: bridge on Windows',
    document: ec2(
      {},
      { networkMode: 'bridge', runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' } },
    ),
  },
  { why: 'NET-8: no mode on managed instances', document: managed({}, { networkMode: undefined }) },
  { why: 'NET-8: host on managed instances', document: managed({}, { networkMode: 'host' }) },
  { why: 'NET-7: none on external instances', document: external({}, { networkMode: 'none' }) },
  {
    why: 'FIS-1: fault injection with host',
    document: ec2({}, { networkMode: 'host', enableFaultInjection: true }),
  },
  {
    why: 'FIS-1: fault injection off on external instances',
    document: external({}, { enableFaultInjection: false }),
  },
  {
    why: 'NET-12: tcp and udp on one host port',
    document: ec2({
      portMappings: [
        { containerPort: 53, hostPort: 53 },
        { containerPort: 53, hostPort: 53, protocol: 'udp' },
      ],
    }),
  },
  {
    why: 'NET-12: tcp and udp in host mode',
    document: ec2(
      { portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] },
      { networkMode: 'host' },
    ),
  },
  {
    why: 'NET-12: any free port twice, and a fixed one',
    document: ec2({
      portMappings: [
        { containerPort: 80, hostPort: 0 },
        { containerPort: 81, hostPort: 0 },
        { containerPort: 80, hostPort: 80 },
      ],
    }),
  },
  {
    why: 'NET-15: a udp range over a tcp port',
    document: fargate({
      portMappings: [{ containerPortRange: '50-60', protocol: 'udp' }, { containerPort: 53 }],
    }),
  },
  {
    why: 'NET-14: the ends of the range',
    document: fargate({
      portMappings: [
        { containerPortRange: '1-2' },
        { containerPort: 3 },
        { containerPortRange: '65534-65535' },
      ],
    }),
  },
  {
    why: 'NET-17: a name for each protocol of a port, and one of digits',
    document: fargate({
      portMappings: [
        { containerPort: 53, name: 'dns-tcp' },
        { containerPort: 53, name: 'dns-udp', protocol: 'udp' },
        { containerPort: 8080, name: '8080' },
      ],
    }),
  },
  { why: 'NET-5: one container under two names', document: pair({ links: ['side:db', 'side:cache'] }, {}) },
  {
    why: 'NET-5: two ways to one container are no circle',
    document: {
      family: 'web',
      containerDefinitions: [
        app({ links: ['b', 'c'] }),
        app({ name: 'b', links: ['c'] }),
        app({ name: 'c' }),
      ],
    },
  },
  {
    why: 'LNX-8: extra hosts on managed instances with the network of the host',
    document: managed({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.5' }] }, { networkMode: 'host' }),
  },
  {
    why: 'LNX-8: empty lists and false on managed instances',
    document: managed(
      { links: [], dnsServers: [], dockerSecurityOptions: [], disableNetworking: false, linuxParameters: {} },
      { networkMode: 'host' },
    ),
  },
  { why: 'FIS-1: not confirmed on managed instances', document: managed({}, { enableFaultInjection: true }) },
  {
    why: 'NET-9: Windows on EC2 maps ports without a mode',
    document: ec2(
      { portMappings: [{ containerPort: 80, hostPort: 8080 }] },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' },
      },
    ),
  },
]);
