import { describe, expect, it } from 'vitest';
import { closest } from '../../server/src/core/closest';

describe('closest', () => {
  it.each([
    ['dtaa', ['logs', 'data'], 'data'], // two letters swapped
    ['log-router', ['log_router', 'router'], 'log_router'],
    ['fargate', ['FARGATE', 'EC2'], 'FARGATE'],
    ['cach', ['catch', 'cache'], 'catch'], // the first of two that are equally near
    ['awslogs-group-name', ['awslogs-region', 'awslogs-group'], 'awslogs-group'],
  ])('%s means %o: %s', (text, candidates, meant) => {
    expect(closest(text, candidates)).toBe(meant);
  });

  it.each([
    ['database', ['cache', 'proxy']],
    ['db', ['web']],
    ['web', ['web']], // itself is no other name
    ['web', []],
  ])('%s means none of %o', (text, candidates) => {
    expect(closest(text, candidates)).toBeUndefined();
  });
});
