import rule from '../../server/src/core/rules/fargate-windows-release';
import { testRule } from '../support/rule-tester';

const task = (operatingSystemFamily: string, launchType = 'FARGATE') => ({
  requiresCompatibilities: [launchType],
  runtimePlatform: { operatingSystemFamily },
});
const fixes = (edition: string) =>
  ['2022', '2019', '2025'].map((release) => ({
    title: `Change operatingSystemFamily to "WINDOWS_SERVER_${release}_${edition}"`,
    result: task(`WINDOWS_SERVER_${release}_${edition}`),
  }));

testRule(rule, {
  wrong: [
    ['WINDOWS_SERVER_2016_FULL', 'FULL'],
    ['WINDOWS_SERVER_2004_CORE', 'CORE'],
    ['WINDOWS_SERVER_20H2_CORE', 'CORE'],
  ].map(([family = '', edition = '']) => ({
    name: family,
    text: `{ "requiresCompatibilities": ["FARGATE"], "runtimePlatform": { "operatingSystemFamily": «"${family}"» } }`,
    message: `Fargate does not run ${family}. It has Windows Server 2019, 2022 and 2025: choose the one that the image is made for.`,
    pointer: '/runtimePlatform/operatingSystemFamily',
    fixes: fixes(edition),
  })),
  right: [
    { name: 'a newer release', document: task('WINDOWS_SERVER_2025_CORE') },
    { name: 'Linux', document: task('LINUX') },
    { name: 'instances', document: task('WINDOWS_SERVER_2016_FULL', 'EC2') },
  ],
});
