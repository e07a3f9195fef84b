import { type Arn, partitionOf } from './arn';

/** The consoles of the partitions; the Region stands before the host. */
const HOSTS: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/**
 * A page of the AWS console; undefined for partitions without a public one, and for what is no Region.
 *
 * @param region empty for services that have none, IAM and S3
 * @param path with the slash at its start
 */
export function consolePage(partition: string, region: string, path: string): string | undefined {
  const host = Object.hasOwn(HOSTS, partition) ? HOSTS[partition] : undefined;
  if (host === undefined || (region !== '' && !REGION.test(region))) return undefined;
  return region === '' ? `https://${host}${path}` : `https://${region}.${host}${path}`;
}

/** The page of a log group. */
export function logGroupPage(
  name: string,
  region: string,
  partition = partitionOf(region),
): string | undefined {
  // The console escapes twice, and then the escapes.
  const group = twice(name).replaceAll('%', '$');
  return consolePage(
    partition,
    region,
    `/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`,
  );
}

/** The page of a parameter of Parameter Store. */
export function parameterPage(
  name: string,
  region: string,
  partition = partitionOf(region),
): string | undefined {
  return consolePage(
    partition,
    region,
    `/systems-manager/parameters/${twice(name)}/description?region=${region}`,
  );
}

/** The page of a file system (`fs-...`) or an access point (`fsap-...`) of EFS. */
export function efsPage(id: string, region: string, partition = partitionOf(region)): string | undefined {
  const kind = id.startsWith('fsap-') ? 'access-points' : 'file-systems';
  return /^fs(?:ap)?-[0-9a-f]+$/.test(id)
    ? consolePage(partition, region, `/efs/home?region=${region}#/${kind}/${id}`)
    : undefined;
}

/** The page of a file system of FSx. */
export function fsxPage(id: string, region: string, partition = partitionOf(region)): string | undefined {
  return /^fs-[0-9a-f]+$/.test(id)
    ? consolePage(partition, region, `/fsx/home?region=${region}#file-system-details/${id}`)
    : undefined;
}

/** The page of a repository of a private registry of Amazon ECR. */
export function ecrPage(account: string, region: string, repository: string): string | undefined {
  const path = `/ecr/repositories/private/${account}/${repository}?region=${region}`;
  if (!/^\d{12}$/.test(account)) return undefined;
  return consolePage(partitionOf(region), region, path);
}

/** The page of what an ARN names; undefined for other kinds of resources. */
export function arnPage({ partition, service, region, resource }: Arn): string | undefined {
  const after = (kind: string): string | undefined =>
    resource.startsWith(kind) && resource.length > kind.length ? resource.slice(kind.length) : undefined;
  if (service === 's3') {
    const [, bucket = '', key = ''] = /^([^/]+)\/(.+)$/s.exec(resource) ?? [];
    return key === ''
      ? undefined
      : consolePage(partition, '', `/s3/object/${once(bucket)}?prefix=${once(key)}`);
  }
  if (service === 'iam') {
    const role = after('role/')?.split('/').at(-1);
    return role && consolePage(partition, '', `/iam/home#/roles/details/${once(role)}`);
  }
  if (region === '') return undefined;
  if (service === 'secretsmanager') {
    // Behind the name AWS has put a hyphen and six characters; JSON key and version may follow.
    const name = after('secret:')
      ?.split(':')[0]
      ?.replace(/-[A-Za-z0-9]{6}$/, '');
    return (
      name && consolePage(partition, region, `/secretsmanager/secret?name=${once(name)}&region=${region}`)
    );
  }
  if (service === 'ssm') {
    const name = after('parameter/');
    // The parameters "name" and "/name" have the same ARN; few people write the second one.
    return name && parameterPage(name.includes('/') ? `/${name}` : name, region, partition);
  }
  if (service === 'logs') {
    const group = after('log-group:')?.split(':')[0];
    return group && logGroupPage(group, region, partition);
  }
  if (service === 'ecs') {
    const [, family, revision] = /^task-definition\/([\w-]+):(\d+)$/.exec(resource) ?? [];
    const path = `/ecs/v2/task-definitions/${family}/${revision}/containers?region=${region}`;
    return family && consolePage(partition, region, path);
  }
  if (service === 'elasticfilesystem') return efsPage(resource.split('/').at(-1) ?? '', region, partition);
  return undefined;
}

/** Escaped; half of a surrogate pair, which cannot be, is left out. */
const once = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));

const twice = (text: string): string => once(once(text));
