import { describe, expect, it } from 'vitest';
import { choose, detailed, labels } from '../../support/completion';

describe('images', () => {
  it('are those of this file, of other task definitions, and shapes', () => {
    const marked = `{ "containerDefinitions": [{ "image": "|" }, { "name": "b", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1" }] }`;
    const images = () => ['redis:7', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1'];
    expect(detailed(marked, { images })).toEqual([
      '"111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1" (used in this file)',
      '"redis:7" (used in another task definition)',
      'image in a private ECR repository',
      'image in ECR Public',
    ]);
    expect(choose(marked, 'image in a private ECR repository')).toContain(
      '"image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/<REPOSITORY>:<TAG>"',
    );
  });

  it('do not hold what is being typed', () => {
    expect(labels('{ "containerDefinitions": [{ "name": "a", "image": "ngi|" }] }')).toEqual([
      ...['image in a private ECR repository', 'image in ECR Public'],
    ]);
  });
});
