import rule from '../../server/src/core/rules/managed-instances-windows';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'alone',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "runtimePlatform": { "operatingSystemFamily": «"WINDOWS_SERVER_2022_CORE"» } }',
      message:
        'Managed Instances run LINUX only, not WINDOWS_SERVER_2022_CORE. Change operatingSystemFamily, or take MANAGED_INSTANCES out of requiresCompatibilities.',
      pointer: '/runtimePlatform/operatingSystemFamily',
      fixes: [
        {
          title: 'Change operatingSystemFamily to "LINUX"',
          result: {
            requiresCompatibilities: ['MANAGED_INSTANCES'],
            runtimePlatform: { operatingSystemFamily: 'LINUX' },
          },
        },
      ],
    },
    {
      name: 'beside EC2',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES", "EC2"], "runtimePlatform": { "operatingSystemFamily": «"WINDOWS_SERVER_2022_CORE"» } }',
      message:
        'Managed Instances run LINUX only, not WINDOWS_SERVER_2022_CORE. Change operatingSystemFamily, or take MANAGED_INSTANCES out of requiresCompatibilities.',
      pointer: '/runtimePlatform/operatingSystemFamily',
      fixes: [
        { title: 'Change operatingSystemFamily to "LINUX"' },
        {
          title: 'Remove "MANAGED_INSTANCES"',
          result: {
            requiresCompatibilities: ['EC2'],
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          },
        },
      ],
    },
    {
      name: 'twice',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES", "EC2", "MANAGED_INSTANCES"], "runtimePlatform": { "operatingSystemFamily": «"WINDOWS_SERVER_2022_CORE"» } }',
      message:
        'Managed Instances run LINUX only, not WINDOWS_SERVER_2022_CORE. Change operatingSystemFamily, or take MANAGED_INSTANCES out of requiresCompatibilities.',
      pointer: '/runtimePlatform/operatingSystemFamily',
      fixes: [
        { title: 'Change operatingSystemFamily to "LINUX"' },
        {
          title: 'Remove "MANAGED_INSTANCES"',
          result: {
            requiresCompatibilities: ['EC2'],
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          },
        },
      ],
    },
    {
      name: 'twice, and nothing else',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES", "MANAGED_INSTANCES"], "runtimePlatform": { "operatingSystemFamily": «"WINDOWS_SERVER_2022_CORE"» } }',
      message:
        'Managed Instances run LINUX only, not WINDOWS_SERVER_2022_CORE. Change operatingSystemFamily, or take MANAGED_INSTANCES out of requiresCompatibilities.',
      pointer: '/runtimePlatform/operatingSystemFamily',
      fixes: [{ title: 'Change operatingSystemFamily to "LINUX"' }],
    },
  ],
  right: [
    {
      name: 'Linux',
      document: {
        requiresCompatibilities: ['MANAGED_INSTANCES'],
        runtimePlatform: { operatingSystemFamily: 'LINUX' },
      },
    },
    { name: 'no platform', document: { requiresCompatibilities: ['MANAGED_INSTANCES'] } },
    {
      name: 'EC2',
      document: {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      },
    },
    {
      name: 'a family left open',
      document: {
        requiresCompatibilities: ['MANAGED_INSTANCES'],
        runtimePlatform: { operatingSystemFamily: '${OS}' },
      },
    },
  ],
});
