import type { Change, Fix } from '../finding';
import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** A part of a name, such as in arm64v8/nginx, web:1.4-arm64 and web-x86_64. */
const ARM64 = /(?:^|[/:._-])(?:arm64|arm64v8|aarch64)(?:[/:._@-]|$)/i;
const X86_64 = /(?:^|[/:._-])(?:amd64|x86[_-]64)(?:[/:._@-]|$)/i;

export default defineRule({
  id: 'image-architecture-mismatch',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  facts: ['FG-32'],
  docs: {
    title: 'The image is named for another processor than the task',
    why: 'An image runs on the processor architecture that it is built for. On the other one each container stops with "exec format error".',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
    ],
  },
  messages: {
    other:
      'By its name the image is for {image}, and the task runs on {task}: the container would stop with "exec format error". Change cpuArchitecture, or take another image.',
  },
  check(container, { definition, report }) {
    const image = container.string('image');
    if (!image) return;
    const arm = ARM64.test(image.value);
    if (arm === X86_64.test(image.value)) return;
    const task = architectureOf(definition);
    const named = arm ? 'ARM64' : 'X86_64';
    if (!task || task === named) return;
    report('other', atValue(image.node), {
      data: { image: named, task },
      fixes: arm && definition.windows !== false ? [] : changeTo(named, definition),
    });
  },
});

/** What the task says, or what Fargate takes when it says nothing; undefined where another place decides. */
function architectureOf(definition: TaskDefinition): string | undefined {
  const platform = definition.task?.object('runtimePlatform');
  const said = platform?.string('cpuArchitecture')?.value;
  if (said) return said;
  const silent = platform ? platform.lacks('cpuArchitecture') : definition.task?.lacks('runtimePlatform');
  return silent && definition.requires('FARGATE') ? 'X86_64' : undefined;
}

function changeTo(architecture: string, { task }: TaskDefinition): Fix[] {
  if (!task) return [];
  const platform = task.object('runtimePlatform');
  const said = platform?.get('cpuArchitecture');
  const key = 'cpuArchitecture';
  const change: Change = said
    ? { kind: 'set', pointer: pointerOf(said), value: architecture }
    : platform
      ? { kind: 'insert', pointer: pointerOf(platform.node), key, value: architecture }
      : {
          kind: 'insert',
          pointer: pointerOf(task.node),
          key: 'runtimePlatform',
          value: { [key]: architecture, operatingSystemFamily: 'LINUX' },
        };
  const verb = said ? 'Change cpuArchitecture to' : 'Add cpuArchitecture';
  return [{ title: `${verb} "${architecture}"`, changes: [change], safe: false }];
}
