import { atValue } from '../location';
import { plainEfs } from './efs';
import { defineRule } from './rule';

export default defineRule({
  id: 'efs-iam-without-tls',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'efsVolumeConfiguration',
  facts: ['VOL-8'],
  docs: {
    title: 'EFS with IAM needs encryption in transit',
    why: 'With IAM authorization the mount is signed with the task role, and EFS accepts that only over TLS, which is off unless it is switched on.',
    answer: 'EFS IAM authorization requires TransitEncryption',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html'],
    factors: ['IV'],
  },
  messages: {
    plain:
      'IAM authorization of an EFS volume works over TLS only, and transitEncryption is not "ENABLED" (the default is off). Enable it.',
  },
  check(volume, { report }) {
    const plain = plainEfs(volume);
    const iam = plain?.authorization?.string('iam');
    if (plain && iam?.value === 'ENABLED') report('plain', atValue(iam.node), { fixes: [plain.encrypt] });
  },
});
