import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import { documentLinks } from '../../../server/src/core/features/documentLinks';

/** Of each link the text that it stands on, what it says and where it leads. */
function linksIn(document: unknown, region = ''): { text: string; tooltip: string; target: string }[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return documentLinks(new Analysis(text, 'task-definition.json'), region).map(({ range, ...page }) => ({
    text: text.slice(range.start, range.end),
    ...page,
  }));
}

const container = (members: object) => ({ family: 'a', containerDefinitions: [{ name: 'web', ...members }] });
const targetsOf = (document: unknown, region?: string): string[] =>
  linksIn(document, region).map(({ target }) => target);

describe('the link of an image', () => {
  it.each([
    ['nginx', 'https://hub.docker.com/_/nginx'],
    ['nginx:1.27', 'https://hub.docker.com/_/nginx'],
    ['library/nginx', 'https://hub.docker.com/_/nginx'],
    [`docker.io/library/nginx@sha256:${'0a'.repeat(32)}`, 'https://hub.docker.com/_/nginx'],
    ['registry-1.docker.io/library/nginx', 'https://hub.docker.com/_/nginx'],
    ['nginx:${TAG}', 'https://hub.docker.com/_/nginx'],
    ['grafana/grafana:11.2.0', 'https://hub.docker.com/r/grafana/grafana'],
    ['public.ecr.aws/docker/library/nginx:1', 'https://gallery.ecr.aws/docker/library/nginx'],
    ['ghcr.io/owner/app:1', 'https://ghcr.io/owner/app'],
    ['quay.io/prometheus/node-exporter', 'https://quay.io/repository/prometheus/node-exporter'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', 'https://mcr.microsoft.com/artifact/mar/dotnet/aspnet'],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1',
      'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/app?region=eu-west-1',
    ],
    [
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app',
      'https://cn-north-1.console.amazonaws.cn/ecr/repositories/private/123456789012/app?region=cn-north-1',
    ],
    [
      '123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/app',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ecr/repositories/private/123456789012/app?region=us-gov-west-1',
    ],
  ])('%s', (image, target) => expect(targetsOf(container({ image }))).toEqual([target]));

  it.each([
    'registry.example.com/app:1',
    'localhost:5000/app',
    '${REGISTRY}/nginx',
    'app-${STAGE}:1',
    '${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/app:1',
    '123456789012.dkr.ecr.${REGION}.amazonaws.com/app:1',
    '<IMAGE1_NAME>',
    'No Image',
    '123456789012.dkr.ecr.nowhere.amazonaws.com/app',
    '',
  ])('is none for %j', (image) => expect(linksIn(container({ image }))).toEqual([]));

  it('says whose page it is, and stands inside of the quotes', () => {
    expect(linksIn(container({ image: 'ghcr.io/owner/app:1' }))).toEqual([
      {
        text: 'ghcr.io/owner/app:1',
        tooltip: 'Open the page of owner/app: GitHub Packages',
        target: 'https://ghcr.io/owner/app',
      },
    ]);
  });
});

describe('links to the AWS console', () => {
  const IN = 'https://eu-west-1.console.aws.amazon.com';
  it.each([
    [
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-a1b2C3:password::',
      `${IN}/secretsmanager/secret?name=shop%2Fdb&region=eu-west-1`,
    ],
    [
      'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/db',
      `${IN}/systems-manager/parameters/%252Fshop%252Fdb/description?region=eu-west-1`,
    ],
    [
      'arn:aws:ssm:eu-west-1:123456789012:parameter/db',
      `${IN}/systems-manager/parameters/db/description?region=eu-west-1`,
    ],
    [
      'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/db',
      'https://cn-north-1.console.amazonaws.cn/systems-manager/parameters/db/description?region=cn-north-1',
    ],
  ])('of a secret: %s', (valueFrom, target) =>
    expect(targetsOf(container({ secrets: [{ name: 'A', valueFrom }] }))).toEqual([target]),
  );

  it('of a parameter by its name, where the Region is known', () => {
    const document = container({ secrets: [{ name: 'A', valueFrom: '/shop/db' }] });
    expect(targetsOf(document)).toEqual([]);
    expect(targetsOf(document, 'eu-west-1')).toEqual([
      `${IN}/systems-manager/parameters/%252Fshop%252Fdb/description?region=eu-west-1`,
    ]);
  });

  it('of a log group, in the Region of its own options', () => {
    const log = { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'us-gov-east-1' };
    const [, link, ...others] = linksIn(
      container({ logConfiguration: { logDriver: 'awslogs', options: log } }),
    );
    expect(others).toEqual([]);
    expect(link).toEqual({
      text: '/ecs/shop',
      tooltip: 'Open in the AWS console',
      target:
        'https://us-gov-east-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-east-1#logsV2:log-groups/log-group/$252Fecs$252Fshop',
    });
    const router = { Name: 'cloudwatch_logs', log_group_name: 'shop', region: 'eu-west-1' };
    expect(targetsOf(container({ logConfiguration: { options: router } }))).toEqual([
      `${IN}/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/shop`,
    ]);
  });

  it('of roles, which have no Region', () => {
    const roles = {
      taskRoleArn: 'arn:aws:iam::123456789012:role/service/shop',
      executionRoleArn: 'arn:aws-cn:iam::123456789012:role/ecs',
    };
    expect(targetsOf({ ...container({}), ...roles })).toEqual([
      'https://console.aws.amazon.com/iam/home#/roles/details/shop',
      'https://console.amazonaws.cn/iam/home#/roles/details/ecs',
    ]);
  });

  it('of environment files', () => {
    const environmentFiles = [{ value: 'arn:aws-us-gov:s3:::my-bucket/a b/web.env', type: 's3' }];
    expect(targetsOf(container({ environmentFiles }))).toEqual([
      'https://console.amazonaws-us-gov.com/s3/object/my-bucket?prefix=a%20b%2Fweb.env',
    ]);
  });

  it('of EFS, in the Region that the rest of the document agrees on, or that is chosen', () => {
    const volumes = [
      {
        name: 'data',
        efsVolumeConfiguration: {
          fileSystemId: 'fs-0123abcd',
          authorizationConfig: { accessPointId: 'fsap-0123abcd' },
        },
      },
    ];
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1';
    expect(targetsOf({ ...container({ image }), volumes }).slice(1)).toEqual([
      `${IN}/efs/home?region=eu-west-1#/file-systems/fs-0123abcd`,
      `${IN}/efs/home?region=eu-west-1#/access-points/fsap-0123abcd`,
    ]);
    expect(targetsOf({ ...container({}), volumes })).toEqual([]);
    expect(targetsOf({ ...container({}), volumes }, 'cn-north-1')[0]).toBe(
      'https://cn-north-1.console.amazonaws.cn/efs/home?region=cn-north-1#/file-systems/fs-0123abcd',
    );
  });

  it('of FSx, whose file systems are named like those of EFS', () => {
    const fsx = { fileSystemId: 'fs-0123456789abcdef0', rootDirectory: '\\data' };
    const volumes = [{ name: 'data', fsxWindowsFileServerVolumeConfiguration: fsx }];
    expect(targetsOf({ ...container({}), volumes }, 'eu-west-1')).toEqual([
      `${IN}/fsx/home?region=eu-west-1#file-system-details/fs-0123456789abcdef0`,
    ]);
  });

  it('of the revision that describe-task-definition prints', () => {
    const taskDefinitionArn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:3';
    expect(targetsOf({ taskDefinition: { taskDefinitionArn, revision: 3, ...container({}) } })).toEqual([
      `${IN}/ecs/v2/task-definitions/shop/3/containers?region=eu-west-1`,
    ]);
  });

  it.each([
    'arn:aws:secretsmanager:eu-west-1:<ACCOUNT_ID>:secret:db-a1b2c3',
    'arn:aws:ssm:${REGION}:123456789012:parameter/db',
    'arn:aws-iso:ssm:us-iso-east-1:123456789012:parameter/db',
    'arn:constructor:ssm:us-east-1:123456789012:parameter/db',
    'arn:aws:ssm::123456789012:parameter/db',
    'arn:aws:ssm:a.example:123456789012:parameter/db',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/db',
    'arn:aws:s3:::bucket',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:',
  ])('are none for %s', (valueFrom) =>
    expect(linksIn(container({ secrets: [{ name: 'A', valueFrom }] }))).toEqual([]),
  );

  it('are none where a mark stands without quotes, and in other documents', () => {
    expect(linksIn('{ "containerDefinitions": [{ "name": "web", "image": {{ .Image }} }] }')).toEqual([]);
    expect(linksIn('{ "family": "a", "image": "nginx" }')).toEqual([]);
    expect(documentLinks(new Analysis('{ "name": "a", "image": "nginx" }', 'a.json'), '')).toEqual([]);
  });

  it('are there in a text that is not whole, up to its last letter', () => {
    for (const rest of ['', '", "na'])
      expect(linksIn(`{ "family": "a", "containerDefinitions": [{ "image": "nginx:1${rest}`)).toMatchObject([
        { text: 'nginx:1', target: 'https://hub.docker.com/_/nginx' },
      ]);
  });
});

describe('links to the documentation', () => {
  const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html';

  it('are on values that decide what may stand elsewhere', () => {
    const document = {
      requiresCompatibilities: ['FARGATE', '${TYPE}', 'LAMBDA'],
      networkMode: 'awsvpc',
      ...container({ logConfiguration: { logDriver: 'awslogs' } }),
    };
    expect(linksIn(document)).toEqual([
      {
        text: 'FARGATE',
        tooltip: 'Read about requiresCompatibilities in the documentation',
        target: `${GUIDE}#requires_compatibilities`,
      },
      {
        text: 'awsvpc',
        tooltip: 'Read about networkMode in the documentation',
        target: `${GUIDE}#network_mode`,
      },
      {
        text: 'awslogs',
        tooltip: 'Read about logDriver in the documentation',
        target: expect.stringMatching(/API_LogConfiguration\.html/),
      },
    ]);
  });

  it('are found beside what is no Unicode text, or names nothing', () => {
    const valueFrom = 'arn:aws:ssm:eu-west-1:123456789012:parameter/a\ud800b';
    expect(targetsOf(container({ secrets: [{ name: 'A', valueFrom }], image: 'nginx' }))).toEqual([
      'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/ab/description?region=eu-west-1',
      'https://hub.docker.com/_/nginx',
    ]);
    const taskRoleArn = 'arn:aws:iam::123456789012:role/app/';
    expect(targetsOf({ ...container({}), taskRoleArn })).toEqual([]);
  });

  it('are in bare lists, and not on what only has such a name', () => {
    const dependsOn = [{ containerName: 'db', condition: 'HEALTHY' }];
    expect(targetsOf([{ name: 'web', image: '${IMAGE}', dependsOn }])).toEqual([
      `${GUIDE}#container_definition_dependson`,
    ]);
    expect(targetsOf(container({ dockerLabels: { networkMode: 'awsvpc' } }))).toEqual([]);
  });
});
