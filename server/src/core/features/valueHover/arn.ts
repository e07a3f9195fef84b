import { type Arn, parseArn, partitionOf } from '../../model/arn';
import { cover, isOpen } from './openParts';
import { type Answer, type Explain, type Fact, watchOut } from './question';

type Show = (part: string) => string;

/** What an ARN names: in words, in bullets, and what is odd about it. */
interface Named {
  readonly what: string;
  readonly facts: readonly Fact[];
  readonly odd?: readonly (string | false)[];
}

/** An ARN, taken apart. */
export const arn: Explain = ({ node, path }) => {
  if (node.kind !== 'string') return undefined;
  const { text, show } = cover(node.value);
  const specs = /^credentialspec(domainless)?:/.exec(text);
  const parts = parseArn(specs ? text.slice(specs[0].length) : text);
  const answer = parts && explainArn(parts, show, path.includes('environmentFiles'));
  if (!answer || !specs) return answer;
  const kind = specs[1] ? 'without joining the domain' : 'on a host that has joined the domain';
  return { ...answer, is: `a credential spec, ${kind}: ${answer.is}` };
};

function explainArn(parts: Arn, show: Show, isEnvironmentFile: boolean): Answer {
  const { partition, service, region, account } = parts;
  const byService = Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;
  const { what, facts, odd = [] } = byService?.(parts, show) ?? anyResource(parts, show);
  return {
    is: what,
    facts: [
      ...facts,
      ['Service', show(service)],
      ['Region', region === '' ? undefined : show(region)],
      ['Account', account === '' ? undefined : show(account)],
      ['Partition', partition === 'aws' ? undefined : show(partition)],
      watchOut(
        ...odd,
        isEnvironmentFile &&
          !isOpen(parts.resource.slice(-1)) &&
          !parts.resource.endsWith('.env') &&
          'The name of an environment file ends in `.env`.',
        ...oddParts(parts),
      ),
    ],
  };
}

const FORMS = {
  partition: /^aws[a-z-]*$/,
  region: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
};

/** Services whose names stand without a Region, and those that stand without an account. */
const GLOBAL: ReadonlySet<string> = new Set(['iam', 's3', 'cloudfront', 'route53', 'organizations', 'sts']);
const EXAMPLES: ReadonlySet<string> = new Set(['123456789012', '111122223333', '000000000000']);

function oddParts({ partition, service, region, account }: Arn): (string | false)[] {
  const knowsRegion = region !== '' && !isOpen(region);
  const rightRegion = knowsRegion && FORMS.region.test(region);
  const knowsPartition = !isOpen(partition);
  return [
    knowsPartition && !FORMS.partition.test(partition) && 'A partition is `aws`, `aws-cn` or `aws-us-gov`.',
    knowsRegion && !rightRegion && 'A Region is written like `eu-west-1`.',
    region === '' && !GLOBAL.has(service) && !isOpen(service) && 'The Region is missing.',
    knowsRegion && GLOBAL.has(service) && service !== 'sts' && 'ARNs of this service have no Region.',
    rightRegion &&
      knowsPartition &&
      partitionOf(region) !== partition &&
      `The Region belongs to the partition \`${partitionOf(region)}\`.`,
    account === '' && service !== 's3' && !isOpen(service) && 'The account is missing.',
    account !== '' &&
      account !== 'aws' &&
      !isOpen(account) &&
      !/^\d{12}$/.test(account) &&
      'An account has twelve digits.',
    EXAMPLES.has(account) && 'The account is one of those that stand in examples.',
  ];
}

const SERVICES: Readonly<Record<string, (arn: Arn, show: Show) => Named | undefined>> = {
  secretsmanager: ({ resource }, show) => {
    const [kind, name = '', key = '', stage = '', id = '', ...more] = resource.split(':');
    if (kind !== 'secret') return undefined;
    const version = stage !== '' ? `stage ${show(stage)}` : id !== '' ? `id ${show(id)}` : 'the current one';
    const selectors = resource.split(':').length - 2;
    return {
      what: 'a secret in Secrets Manager',
      facts: [
        ['Secret', show(name)],
        ['JSON key', key === '' ? 'none: the whole text of the secret' : show(key)],
        ['Version', version],
      ],
      odd: [
        !isOpen(name) &&
          !/-[A-Za-z0-9]{6}$/.test(name) &&
          'A full ARN ends its name with a hyphen and six characters that AWS has made up.',
        stage !== '' && id !== '' && 'Write the version stage or the version id, not both.',
        selectors > 0 &&
          (selectors < 3 || more.length > 0) &&
          'Behind the name come JSON key, version stage and version id: three parts, even where they are empty.',
      ],
    };
  },
  ssm: ({ resource }, show) => {
    const name = /^parameter(\/.+)$/s.exec(resource)?.[1];
    return name === undefined
      ? undefined
      : {
          what: 'a parameter in Parameter Store',
          // The parameter "name" and the parameter "/name" have the same ARN.
          facts: [['Parameter', show(name.indexOf('/', 1) < 0 ? name.slice(1) : name)]],
          odd: [name.includes(':') && 'Parameters have no JSON keys: nothing may follow the name.'],
        };
  },
  iam: ({ resource }, show) => {
    const [kind = '', ...path] = resource.split('/');
    const name = path.pop();
    if (name === undefined) return undefined;
    return {
      what: kind === 'role' ? 'a role' : `${show(kind)} in IAM`,
      facts: [
        ['Name', show(name)],
        ['Path', path.length > 0 ? show(`/${path.join('/')}/`) : undefined],
      ],
    };
  },
  s3: ({ resource }, show) => {
    const slash = resource.indexOf('/');
    return {
      what: slash < 0 ? 'a bucket in S3' : 'an object in S3',
      facts: [
        ['Bucket', show(slash < 0 ? resource : resource.slice(0, slash))],
        ['Key', slash < 0 ? undefined : show(resource.slice(slash + 1))],
      ],
    };
  },
  logs: ({ resource }, show) => {
    const [kind, group = '', , stream = ''] = resource.split(':');
    return kind === 'log-group'
      ? {
          what: 'a log group in CloudWatch Logs',
          facts: [
            ['Log group', show(group)],
            ['Log stream', stream === '' ? undefined : show(stream)],
          ],
        }
      : undefined;
  },
  elasticfilesystem: fileSystem('EFS'),
  s3files: fileSystem('S3 Files'),
};

/** `file-system/fs-1`, `access-point/fsap-1`, `file-system/fs-1/access-point/fsap-1` */
function fileSystem(product: string) {
  return ({ resource }: Arn, show: Show): Named | undefined => {
    const parts = resource.split('/');
    const after = (kind: string): string | undefined => parts[parts.indexOf(kind) + 1];
    const system = parts.includes('file-system') ? after('file-system') : undefined;
    const point = parts.includes('access-point') ? after('access-point') : undefined;
    if (system === undefined && point === undefined) return undefined;
    return {
      what: point === undefined ? `a file system of ${product}` : `an access point of ${product}`,
      facts: [
        ['File system', system && show(system)],
        ['Access point', point && show(point)],
      ],
    };
  };
}

/** Of a service without words of its own: `kind/name`, `kind:name` or a name alone. */
function anyResource({ resource }: Arn, show: Show): Named {
  const [, kind, name] = /^([^:/]+)[:/](.+)$/s.exec(resource) ?? [];
  return {
    what: 'an AWS resource',
    facts:
      kind === undefined || name === undefined
        ? [['Name', show(resource)]]
        : [
            ['Type', show(kind)],
            ['Name', show(name)],
          ],
    odd: [resource === '' && 'The resource is missing.'],
  };
}

/** What a secret is read from: an ARN, or the name of a parameter. */
export const valueFrom: Explain = (question) => {
  const found = arn(question);
  const { node } = question;
  if (found || node.kind !== 'string' || !/^[\w./-]+$/.test(node.value)) return found;
  return {
    is: 'a parameter in Parameter Store',
    text: 'What is no ARN is taken for the name of a parameter, in the account and Region where the task runs.',
  };
};

/** A role, by its ARN or by its name. */
export const role: Explain = (question) => {
  const found = arn(question);
  const { node } = question;
  if (found || node.kind !== 'string' || !/^[\w+=,.@-]+$/.test(node.value)) return found;
  return { is: 'a role', text: 'What is no ARN is taken for the name of a role in the account of the task.' };
};
