import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { shortIdsOf } from '../../server/src/core/rules/metadata';
import { mergeSettings } from '../../server/src/core/settings';

describe('advice', () => {
  it('carries the ids under which auditors ask for it', () => {
    const text = JSON.stringify({
      family: 'web',
      requiresCompatibilities: ['EC2'],
      containerDefinitions: [{ name: 'web', image: 'nginx:1.27', memory: 64, privileged: true }],
    });
    const options = { settings: mergeSettings(), syntaxErrors: true, commentErrors: true };
    const [message] = lint(new Analysis(text, 'task-definition.json'), options).flatMap((finding) =>
      finding.rule === 'container-privileged' ? [finding.message] : [],
    );
    expect(message).toMatch(/\. \(Security Hub ECS\.4, CT\.ECS\.PR\.11, CKV_AWS_334\)$/);
  });

  it('that is none carries none: refusals speak for themselves', () => {
    expect(shortIdsOf('fargate-size-invalid')).toBe('');
    expect(shortIdsOf('links-cycle')).toBe('');
    expect(shortIdsOf('no-such-rule')).toBe('');
  });
});
