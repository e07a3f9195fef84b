import { describe, expect, it } from 'vitest';
import { toPlain } from '../../../server/src/core/features/completion';
import { container, labels, proposals } from '../../support/completion';

describe('ARNs', () => {
  const ACCOUNT = '"taskRoleArn": "arn:aws-cn:ecs:cn-north-1:111122223333:x", ';
  const written = (marked: string) => proposals(marked).map(({ text }) => toPlain(text));

  it('of roles have the account and the partition of the document', () => {
    expect(written(`{ ${ACCOUNT} "family": "shop", "executionRoleArn": "|" }`)).toEqual([
      '"arn:aws-cn:iam::111122223333:role/ecsTaskExecutionRole"',
      '"arn:aws-cn:iam::111122223333:role/shop-execution-role"',
    ]);
    expect(written('{ "family": "shop", "taskRoleArn": "|" }')).toEqual([
      '"arn:aws:iam::<ACCOUNT_ID>:role/shop-task-role"',
    ]);
  });

  it('of secrets are shapes with the account and the Region of the document', () => {
    expect(written(container('"secrets": [{ "name": "DB_URL", "valueFrom": "|" }]', ACCOUNT))).toEqual([
      '"arn:aws-cn:ssm:cn-north-1:111122223333:parameter/shop/DB_URL"',
      '"/shop/DB_URL"',
      '"arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop/DB_URL"',
      '"arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop:DB_URL::"',
    ]);
  });

  it('of secrets begin with those that are used already', () => {
    const marked = container(
      '"secrets": [{ "name": "A", "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf:A::" }, { "name": "B", "valueFrom": "|" }]',
    );
    expect(labels(marked)[0]).toBe('"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf:B::"');
  });

  it('are found by what they are and by how they begin', () => {
    const [first] = proposals(container('"secrets": [{ "name": "X", "valueFrom": "|" }]'));
    expect(first?.filter).toBe(
      '"arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/shop/X parameter of Parameter Store, by its ARN"',
    );
  });

  it('of files are in S3', () => {
    expect(written(container('"environmentFiles": [{ "value": "|" }]', ACCOUNT))).toEqual([
      '"arn:aws-cn:s3:::<BUCKET>/shop.env"',
    ]);
  });
});
