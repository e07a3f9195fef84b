import { describe, expect, it } from 'vitest';
import { answerAt, container, fargate } from '../../support/hover';

const lines = (...all: string[]) => all.join('\n');
const ACCOUNT = '- **Account:** `222233334444`';
const secret = (valueFrom: string) =>
  answerAt(container(`"secrets": [{ "name": "A", "valueFrom": "|${valueFrom}" }]`));
const environment = (value: string) =>
  answerAt(container(`"environment": [{ "name": "A", "value": "|${value}" }]`));
/** What is odd about it. */
const odd = (value: string) => environment(value)?.match(/\*\*Watch out:\*\* (.*)/)?.[1];

describe('an ARN', () => {
  it('of a secret', () => {
    expect(
      secret('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop/db-a1b2c3:password:AWSPREVIOUS:'),
    ).toBe(
      lines(
        '**valueFrom** · a secret in Secrets Manager',
        '',
        '- **Secret:** `shop/db-a1b2c3`',
        '- **JSON key:** `password`',
        '- **Version:** stage `AWSPREVIOUS`',
        '- **Service:** `secretsmanager`',
        '- **Region:** `eu-west-1`',
        ACCOUNT,
      ),
    );
    expect(secret('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3')).toContain(
      '- **JSON key:** none: the whole text of the secret\n- **Version:** the current one\n',
    );
    expect(secret('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3:::abc-1')).toContain(
      '- **Version:** id `abc-1`',
    );
  });

  it('of a secret, with what is odd', () => {
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop')).toBe(
      'A full ARN ends its name with a hyphen and six characters that AWS has made up.',
    );
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3:key:A:b')).toBe(
      'Write the version stage or the version id, not both.',
    );
    const three =
      'Behind the name come JSON key, version stage and version id: three parts, even where they are empty.';
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3:key')).toBe(three);
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3:key:::')).toBe(three);
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:shop-a1b2c3:key::')).toBeUndefined();
  });

  it('of a parameter, or the name of one', () => {
    expect(secret('arn:aws:ssm:eu-west-1:222233334444:parameter/shop/key')).toBe(
      lines(
        '**valueFrom** · a parameter in Parameter Store',
        '',
        '- **Parameter:** `/shop/key`',
        '- **Service:** `ssm`',
        '- **Region:** `eu-west-1`',
        ACCOUNT,
      ),
    );
    expect(secret('arn:aws:ssm:eu-west-1:222233334444:parameter/key')).toContain('- **Parameter:** `key`\n');
    expect(odd('arn:aws:ssm:eu-west-1:222233334444:parameter/key:user::')).toBe(
      'Parameters have no JSON keys: nothing may follow the name.',
    );
    expect(secret('/shop/key')).toBe(
      lines(
        '**valueFrom** · a parameter in Parameter Store',
        '',
        'What is no ARN is taken for the name of a parameter, in the account and Region where the task runs.',
      ),
    );
    expect(secret('no name!')).toMatch(/^\*\*valueFrom\*\* · string · required\n/);
  });

  it('of a role, or its name', () => {
    const role = 'arn:aws:iam::222233334444:role/service-role/ecs';
    expect(answerAt(fargate(`"taskRoleArn": "|${role}",`))).toBe(
      lines(
        '**taskRoleArn** · a role',
        '',
        '- **Name:** `ecs`',
        '- **Path:** `/service-role/`',
        '- **Service:** `iam`',
        ACCOUNT,
      ),
    );
    expect(answerAt(fargate('"executionRoleArn": "e|cs",'))).toBe(
      '**executionRoleArn** · a role\n\nWhat is no ARN is taken for the name of a role in the account of the task.',
    );
  });

  it('of an object in S3', () => {
    const file = (arn: string) =>
      answerAt(container(`"environmentFiles": [{ "type": "s3", "value": "|${arn}" }]`));
    expect(file('arn:aws:s3:::config/shop/prod.env')).toBe(
      lines(
        '**value** · an object in S3',
        '',
        '- **Bucket:** `config`',
        '- **Key:** `shop/prod.env`',
        '- **Service:** `s3`',
      ),
    );
    expect(file('arn:aws:s3:::config/prod.txt')).toContain(
      '- **Watch out:** The name of an environment file ends in `.env`.',
    );
    expect(file('arn:aws:s3:::config/${FILE}')).not.toContain('Watch out');
    expect(environment('arn:aws:s3:::config')).toContain(
      '**value** · a bucket in S3\n\n- **Bucket:** `config`\n',
    );
    expect(
      answerAt(container('"credentialSpecs": ["credentialspec:arn:aws:s3:::co|nfig/gmsa.json"]')),
    ).toContain(
      '**credentialSpecs** · a credential spec, on a host that has joined the domain: an object in S3\n\n- **Bucket:** `config`\n- **Key:** `gmsa.json`',
    );
    expect(
      answerAt(container('"credentialSpecs": ["credentialspecdomainless:arn:aws:s3:::co|nfig/gmsa.json"]')),
    ).toMatch(/^\*\*credentialSpecs\*\* · a credential spec, without joining the domain: an object in S3\n/);
  });

  it('of a log group', () => {
    expect(environment('arn:aws:logs:eu-west-1:222233334444:log-group:/ecs/web:*')).toBe(
      lines(
        '**value** · a log group in CloudWatch Logs',
        '',
        '- **Log group:** `/ecs/web`',
        '- **Service:** `logs`',
        '- **Region:** `eu-west-1`',
        ACCOUNT,
      ),
    );
  });

  it('of file systems and access points', () => {
    expect(environment('arn:aws:elasticfilesystem:eu-west-1:222233334444:access-point/fsap-01')).toContain(
      '**value** · an access point of EFS\n\n- **Access point:** `fsap-01`\n',
    );
    expect(environment('arn:aws:elasticfilesystem:eu-west-1:222233334444:file-system/fs-01')).toContain(
      '**value** · a file system of EFS\n\n- **File system:** `fs-01`\n',
    );
    const point = 'arn:aws:s3files:eu-west-1:222233334444:file-system/fs-01/access-point/fsap-02';
    expect(
      answerAt(
        fargate(
          `"volumes": [{ "name": "a", "s3filesVolumeConfiguration": { "accessPointArn": "|${point}" } }],`,
        ),
      ),
    ).toContain(
      '**accessPointArn** · an access point of S3 Files\n\n- **File system:** `fs-01`\n- **Access point:** `fsap-02`\n',
    );
  });

  it('of any other resource', () => {
    expect(environment('arn:aws:dynamodb:eu-west-1:222233334444:table/orders/index/a')).toContain(
      '**value** · an AWS resource\n\n- **Type:** `table`\n- **Name:** `orders/index/a`\n- **Service:** `dynamodb`\n',
    );
    expect(environment('arn:aws:sns:eu-west-1:222233334444:topic')).toContain('- **Name:** `topic`\n');
  });

  it('stands where it likes', () => {
    const label = container('"dockerLabels": { "team": "|arn:aws:sns:eu-west-1:222233334444:topic" }');
    expect(answerAt(label)).toMatch(/^\*\*`team`\*\* · an AWS resource\n/);
    const list = container('"command": ["--topic", "|arn:aws:sns:eu-west-1:222233334444:topic"]');
    expect(answerAt(list)).toMatch(/^\*\*command\*\* · an AWS resource\n/);
  });

  it.each([
    ['arn:aws:sns:eu-west-1:2222:topic', 'An account has twelve digits.'],
    ['arn:aws:sns:eu-west-1:123456789012:topic', 'The account is one of those that stand in examples.'],
    ['arn:aws:sns:ireland:222233334444:topic', 'A Region is written like `eu-west-1`.'],
    ['arn:aws:sns:cn-north-1:222233334444:topic', 'The Region belongs to the partition `aws-cn`.'],
    ['arn:aws-cn:sns:eu-west-1:222233334444:topic', 'The Region belongs to the partition `aws`.'],
    [
      'arn:amazon:sns:eu-west-1:222233334444:topic',
      'A partition is `aws`, `aws-cn` or `aws-us-gov`. The Region belongs to the partition `aws`.',
    ],
    ['arn:aws:sns::222233334444:topic', 'The Region is missing.'],
    ['arn:aws:sns:eu-west-1::topic', 'The account is missing.'],
    ['arn:aws:s3:eu-west-1::bucket', 'ARNs of this service have no Region.'],
    ['arn:aws:sns:eu-west-1:222233334444:', 'The resource is missing.'],
  ])('%s is odd', (arn, said) => {
    expect(odd(arn)).toBe(said);
  });

  it('is not judged where a template leaves it open', () => {
    expect(secret('arn:aws:ssm:${REGION}:{{ account }}:parameter/${NAME}')).toBe(
      lines(
        '**valueFrom** · a parameter in Parameter Store',
        '',
        '- **Parameter:** `${NAME}` (holds a placeholder)',
        '- **Service:** `ssm`',
        '- **Region:** `${REGION}` (holds a placeholder)',
        '- **Account:** `{{ account }}` (holds a placeholder)',
      ),
    );
    expect(odd('arn:aws:secretsmanager:eu-west-1:222233334444:secret:${NAME}')).toBeUndefined();
  });

  it('half typed is none yet', () => {
    expect(environment('arn:aws:sns:eu-west-1')).toMatch(/^\*\*value\*\* · string/);
    expect(
      answerAt(
        '{ "containerDefinitions": [{ "secrets": [{ "valueFrom": "arn:aws:ssm:eu-w|est-1:2:parameter/a',
      ),
    ).toContain('- **Parameter:** `a`');
  });
});
