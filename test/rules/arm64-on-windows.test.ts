import rule from '../../server/src/core/rules/arm64-on-windows';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'Windows on ARM64',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE", "cpuArchitecture": «"ARM64"» } }',
      message:
        'WINDOWS_SERVER_2022_CORE runs on X86_64 only, not on ARM64. Change cpuArchitecture to "X86_64", or run on LINUX.',
      pointer: '/runtimePlatform/cpuArchitecture',
      fixes: [
        {
          title: 'Change cpuArchitecture to "X86_64"',
          result: {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' },
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'Linux on ARM64',
      document: { runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' } },
    },
    { name: 'ARM64 alone means Linux', document: { runtimePlatform: { cpuArchitecture: 'ARM64' } } },
    {
      name: 'Windows on X86_64',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' },
      },
    },
    {
      name: 'a family left open',
      document: { runtimePlatform: { operatingSystemFamily: '${OS}', cpuArchitecture: 'ARM64' } },
    },
  ],
});
