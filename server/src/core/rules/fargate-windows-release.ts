import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Releases that AWS documents for instances only. */
const ON_INSTANCES = /^WINDOWS_SERVER_(?:2004|2016|20H2)_/;

export default defineRule({
  id: 'fargate-windows-release',
  // Documented by the list of families; a refusal is not.
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'operatingSystemFamily',
  facts: ['FG-30'],
  docs: {
    title: 'A Windows release that Fargate does not run',
    why: 'AWS lists the families of Windows Server 2019, 2022 and 2025 for Fargate. Older ones are for instances.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
    ],
  },
  messages: {
    release:
      'Fargate does not run {family}. It has Windows Server 2019, 2022 and 2025: choose the one that the image is made for.',
  },
  check(definition, { report }) {
    const family = definition.task?.object('runtimePlatform')?.string('operatingSystemFamily');
    if (!family || !ON_INSTANCES.test(family.value) || !definition.requires('FARGATE')) return;
    const edition = family.value.endsWith('_FULL') ? 'FULL' : 'CORE';
    report('release', atValue(family.node), {
      data: { family: family.value },
      fixes: ['2022', '2019', '2025'].map((release) => {
        const value = `WINDOWS_SERVER_${release}_${edition}`;
        return {
          title: `Change operatingSystemFamily to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(family.node), value }],
          safe: false,
        };
      }),
    });
  },
});
