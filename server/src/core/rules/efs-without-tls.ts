import { atValue } from '../location';
import { plainEfs } from './efs';
import { defineRule } from './rule';

export default defineRule({
  id: 'efs-without-tls',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'volume',
  needs: 'efsVolumeConfiguration',
  facts: ['BP-EFS-TLS', 'VOL-20'],
  docs: {
    title: 'EFS without encryption in transit',
    why: 'Files travel between the task and EFS as they are, readable to whoever can listen on the network, unless transitEncryption is ENABLED. The default is DISABLED.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.18'],
      'AWS Config': ['ecs-task-definition-efs-encryption-enabled'],
      Checkov: ['CKV_AWS_97'],
      Trivy: ['AVD-AWS-0035'],
      KICS: ['4d46ff3b-7160-41d1-a310-71d6d370b08f'],
      Terrascan: ['AC_AWS_0463'],
    },
  },
  messages: {
    disabled:
      'The traffic between the task and this EFS file system is not encrypted. Set transitEncryption to "ENABLED".',
    missing:
      'The traffic between the task and this EFS file system is not encrypted, since transitEncryption is off by default. Set it to "ENABLED".',
  },
  check(volume, { definition, report }) {
    const plain = plainEfs(volume);
    if (!plain || definition.requires('EXTERNAL') || definition.windows) return;
    const { efs, authorization } = plain;
    // What needs encryption is refused without it, and says so itself.
    if (authorization?.string('iam')?.value === 'ENABLED' || authorization?.string('accessPointId')?.value)
      return;
    // Without a file system the volume may be of another type, and this would give it a second one.
    if (!efs.get('fileSystemId')) return;
    if ((efs.integer('transitEncryptionPort')?.value ?? 0) > 0) return;
    const written = efs.string('transitEncryption');
    report(written ? 'disabled' : 'missing', atValue(written?.node ?? efs.node), {
      // Advice: an author who wants it otherwise is not overruled by fix-all.
      fixes: [{ ...plain.encrypt, safe: false }],
    });
  },
});
