import { describe, expect, it } from 'vitest';
import { container, detailed, labels } from '../../support/completion';

describe('volumes', () => {
  const VOLUMES =
    '"volumes": [{ "name": "a" }, { "name": "b", "efsVolumeConfiguration": {} }, { "name": "c" }], ';

  it('that nothing mounts yet come first', () => {
    const other =
      ', { "name": "x", "image": "y", "mountPoints": [{ "sourceVolume": "a", "containerPath": "/a" }] }';
    const own = '"mountPoints": [{ "sourceVolume": "c", "containerPath": "/c" }, { "sourceVolume": "|" }]';
    expect(detailed(container(own, VOLUMES, other))).toEqual([
      '"b" (EFS, not mounted yet)',
      '"a" (scratch space)',
      '"c" (scratch space, mounted here already)',
    ]);
  });

  it('that are mounted and not defined give their names', () => {
    const marked = container('"mountPoints": [{ "sourceVolume": "data" }]', '"volumes": [{ "name": "|" }], ');
    expect(detailed(marked)).toEqual(['"data" (mounted, not defined yet)']);
  });

  it('are mounted where other containers mount them', () => {
    const other =
      ', { "name": "x", "image": "y", "mountPoints": [{ "sourceVolume": "a", "containerPath": "/srv" }] }';
    const own = '"mountPoints": [{ "sourceVolume": "a", "containerPath": "|" }]';
    expect(labels(container(own, VOLUMES, other))).toEqual(['"/srv"', '"/a"', '"/mnt/a"']);
  });
});
