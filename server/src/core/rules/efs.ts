import type { EFSAuthorizationConfig, EFSVolumeConfiguration } from '@aws-sdk/client-ecs';
import type { Fix } from '../finding';
import type { Volume } from '../model/taskDefinition';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';

/** An EFS volume whose traffic is surely not encrypted: DISABLED is written, or nothing is, which means the same. */
export interface PlainEfs {
  readonly efs: View<EFSVolumeConfiguration>;
  readonly authorization: View<EFSAuthorizationConfig> | undefined;
  /** Switches the encryption on. Safe where nothing was written, since DISABLED may have been on purpose. */
  readonly encrypt: Fix;
}

export function plainEfs(volume: Volume): PlainEfs | undefined {
  const efs = volume.object('efsVolumeConfiguration');
  if (!efs) return undefined;
  const written = efs.string('transitEncryption');
  if (written ? written.value !== 'DISABLED' : !efs.lacks('transitEncryption')) return undefined;
  const encrypt: Fix = written
    ? {
        title: 'Change transitEncryption to "ENABLED"',
        changes: [{ kind: 'set', pointer: pointerOf(written.node), value: 'ENABLED' }],
        safe: false,
      }
    : {
        title: 'Add "transitEncryption": "ENABLED"',
        changes: [
          { kind: 'insert', pointer: pointerOf(efs.node), key: 'transitEncryption', value: 'ENABLED' },
        ],
        safe: true,
      };
  return { efs, authorization: efs.object('authorizationConfig'), encrypt };
}
