import rule from '../../server/src/core/rules/system-controls-not-settable';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'a parameter of the machine, and a misspelt one',
      text: '{ "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": «"vm.max_map_count"», "value": "262144" }, { "namespace": «"kernel.shmmax2"», "value": "1" }] }] }',
      message:
        'vm.max_map_count belongs to the whole machine, so a container that sets it fails to start. Remove it; on EC2 it can be set on the instance.',
      pointer: '/containerDefinitions/0/systemControls/0/namespace',
      fixes: [
        {
          title: 'Remove vm.max_map_count',
          result: {
            containerDefinitions: [
              { name: 'web', systemControls: [{ namespace: 'kernel.shmmax2', value: '1' }] },
            ],
          },
        },
      ],
      more: [
        {
          message:
            'kernel.shmmax2 belongs to the whole machine, so a container that sets it fails to start. Remove it; on EC2 it can be set on the instance.',
          pointer: '/containerDefinitions/0/systemControls/1/namespace',
          fixes: [{ title: 'Remove kernel.shmmax2' }],
        },
      ],
    },
  ],
  right: [
    ...[
      'net.ipv4.tcp_keepalive_time',
      'fs.mqueue.msg_max',
      'kernel.msgmax',
      'kernel.msgmnb',
      'kernel.msgmni',
      'kernel.sem',
      'kernel.shmall',
      'kernel.shmmax',
      'kernel.shmmni',
      'kernel.shm_rmid_forced',
      '${PARAMETER}',
    ].map((namespace) => ({
      name: namespace,
      document: { containerDefinitions: [{ name: 'web', systemControls: [{ namespace, value: '1' }] }] },
    })),
    {
      name: 'Windows, which has none',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [
          { name: 'web', systemControls: [{ namespace: 'vm.max_map_count', value: '1' }] },
        ],
      },
    },
  ],
});
