import { childOf, type Node } from '../../syntax/tree';
import {
  accountOf,
  type Choice,
  choices,
  containerOf,
  type Place,
  type Provider,
  stemOf,
  textBeside,
} from './place';
import { stop } from './snippet';

const roleArn = (place: Place, name: string): string => {
  const { partition, id } = accountOf(place);
  return `arn:${partition}:iam::${id}:role/${stop(name)}`;
};

/** The role that AWS's own console makes, and one named for the task. */
export const executionRole: Provider = (place) => [
  { value: roleArn(place, 'ecsTaskExecutionRole'), label: 'ecsTaskExecutionRole', detail: 'the usual role' },
  { value: roleArn(place, `${stemOf(place) ?? '<NAME>'}-execution-role`), label: 'role of this task' },
];

export const taskRole: Provider = (place) => [
  { value: roleArn(place, `${stemOf(place) ?? '<NAME>'}-task-role`), label: 'role of this task' },
];

/** Where the value of a secret is kept: what other secrets of the document refer to, then every shape there is. */
export const valueFrom: Provider = (place) => {
  const name = (textBeside(place, 'name') || '<NAME>').replace(/[^\w.<>-]/g, '_');
  const path = `${stemOf(place) ?? '<FAMILY>'}/${name}`;
  return [
    ...sharedSecrets(place, name),
    {
      label: 'parameter of Parameter Store, by its ARN',
      value: `${arn(place, 'ssm')}:parameter/${stop(path)}`,
    },
    {
      label: 'parameter of Parameter Store, by its name',
      value: `/${stop(path)}`,
      note: 'Works in the Region of the task only.',
    },
    {
      label: 'secret of Secrets Manager',
      value: secretArn(place, path),
    },
    {
      label: 'one key of a JSON secret',
      value: `${secretArn(place, stemOf(place) ?? '<SECRET_NAME>')}:${stop(name)}::`,
      note: 'The two colons at the end leave open the version stage and the version id.',
    },
  ];
};

/** JSON secrets that others take their keys from: the same secret, the key of this name. */
function sharedSecrets({ definition }: Place, name: string): Choice[] {
  const secrets = definition.containers.flatMap((container) =>
    container.objects('secrets').flatMap((secret) => {
      const arn = /^(arn:[^:]+:secretsmanager:[^:]*:\d*:secret:[^:]+):[^:]+:[^:]*:[^:]*$/.exec(
        secret.string('valueFrom')?.value ?? '',
      );
      return arn?.[1] ?? [];
    }),
  );
  return choices(
    secrets.map((secret) => `${secret}:${name}::`),
    'a key of a secret that is used already',
  );
}

/** A secret with user name and password. */
export const credentials: Provider = (place) => [
  {
    label: 'secret of Secrets Manager',
    value: secretArn(place, '<SECRET_NAME>'),
    note: 'A JSON secret with username and password.',
  },
];

function secretArn(place: Place, name: string): string {
  return `${arn(place, 'secretsmanager')}:secret:${stop(name)}`;
}

/** Up to the account. */
function arn(place: Place, service: string): string {
  const { partition, id, region } = accountOf(place);
  return `arn:${partition}:${service}:${region}:${id}`;
}

/** Files with environment variables; their names have to end in `.env`. */
export const environmentFile: Provider = (place) => [
  ...choices(used(place, 'environmentFiles', 'value'), 'used in this file'),
  {
    label: 'object in S3',
    value: `arn:${accountOf(place).partition}:s3:::${stop('<BUCKET>')}/${stop(stemOf(place) ?? 'app')}.env`,
  },
];

export const fileSystem: Provider = (place) => [
  ...choices(volumeValues(place, 'efsVolumeConfiguration', 'fileSystemId'), 'used in this file'),
  { label: 'file system of EFS', value: `fs-${stop('<ID>')}` },
];

export const accessPoint: Provider = () => [{ label: 'access point of EFS', value: `fsap-${stop('<ID>')}` }];

export const s3FileSystem: Provider = (place) => [
  {
    label: 'file system of S3 Files',
    value: `${arn(place, 's3files')}:file-system/${stop('<FILE_SYSTEM_ID>')}`,
  },
];

export const credentialSpec: Provider = (place) => {
  const { partition } = accountOf(place);
  const s3 = `arn:${partition}:s3:::${stop('<BUCKET>')}/${stop('<FILE>')}.json`;
  const ssm = `${arn(place, 'ssm')}:parameter/${stop('<NAME>')}`;
  return [
    { label: 'credential spec in S3', value: `credentialspec:${s3}` },
    { label: 'credential spec in Parameter Store', value: `credentialspec:${ssm}` },
    { label: 'credential spec in S3, without joining the domain', value: `credentialspecdomainless:${s3}` },
    {
      label: 'credential spec in Parameter Store, without joining the domain',
      value: `credentialspecdomainless:${ssm}`,
    },
  ];
};

function used(place: Place, list: string, key: string): string[] {
  const own = containerOf(place)?.node;
  return place.definition.containers
    .filter(({ node }) => node !== own)
    .flatMap(({ node }) => texts(childOf(node, list), key));
}

function texts(list: Node | undefined, key: string): string[] {
  const items = list?.kind === 'array' ? list.items : [];
  return items.flatMap((item) => {
    const value = childOf(item, key);
    return value?.kind === 'string' && value.value !== '' ? [value.value] : [];
  });
}

function volumeValues({ definition, path }: Place, member: string, key: string): string[] {
  return definition.volumes.flatMap(({ node }) => {
    const value = childOf(childOf(node, member), key);
    return node.step !== path[1] && value?.kind === 'string' && value.value !== '' ? [value.value] : [];
  });
}
