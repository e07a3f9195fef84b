import rule from '../../server/src/core/rules/fsx-volumes-too-many';
import { testRule } from '../support/rule-tester';

const shares = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    name: `share${i}`,
    fsxWindowsFileServerVolumeConfiguration: { rootDirectory: `share${i}` },
  }));
const task = (volumes: object[]) => ({ containerDefinitions: [{ name: 'iis' }], volumes });

testRule(rule, {
  wrong: [
    {
      name: '24 shares',
      text: JSON.stringify(task([{ name: 'scratch' }, ...shares(24)])).replace(
        /("share23",)("fsxWindowsFileServerVolumeConfiguration")/,
        '$1«$2»',
      ),
      message:
        'This task has 24 volumes of FSx for Windows File Server, and there are drive letters for 23. Mount a directory that holds several of them.',
      pointer: '/volumes/24/fsxWindowsFileServerVolumeConfiguration',
    },
  ],
  right: [{ name: '23 shares, and another volume', document: task([...shares(23), { name: 'scratch' }]) }],
});
