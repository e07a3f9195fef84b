import { describe, expect, it } from 'vitest';
// @ts-expect-error This file of the library has no types.
import { createRegex } from 'vscode-json-languageservice/lib/umd/utils/glob';
import { FILE_NAME_PATTERNS, namedLikeTaskDefinition } from '../../server/src/core/detect';

const OURS = [
  'task-definition.json',
  '.aws/task-definition.json',
  'taskdef.json',
  'task-def.json',
  'ecs-task-def.json',
  'task_definition.json',
  'taskDefinition.json',
  'TaskDefinition.json',
  'ecs-task-definition.json',
  'prod-ecs-task-def.json',
  'task-definition-dev.json',
  'task-definition_prod.json',
  'task-definition.dev.json',
  'aws-task-definition.template.json',
  'task-def-v59.json',
  'taskdef2.json',
  'taskDefinitionProd.json',
  'webTaskDef.json',
  'task_def.jsonc',
  'task-definitions.json',
  'container-definitions.json',
  'container_definitions.json',
  'container_definitions_batch.json',
  'container-definitions-prod.jsonc',
  'containerDefinitions.json',
  'container-def.json',
];

const NOT_OURS = [
  'task.json',
  'tasks.json',
  'multitask-defaults.json',
  'taskdefault.json',
  'task-defer.json',
  'container.json',
  'definition.json',
  'task-definition.yaml',
  'task-definition.json.tpl',
  'task-definition',
  'taskdef.json/readme.md',
  'imagedefinitions.json',
  'ecs-service-def.json',
  'package.json',
];

/** As VS Code matches `contributes.jsonValidation.fileMatch`. */
const matchers: RegExp[] = FILE_NAME_PATTERNS.map((pattern) =>
  createRegex(`**/${pattern}`, { extended: true, globstar: true }),
);
const matched = (path: string): boolean => matchers.some((matcher) => matcher.test(path));

describe('names', () => {
  it.each(OURS)('%s is ours', (name) => {
    expect(namedLikeTaskDefinition(name)).toBe(true);
    expect(matched(`file:///project/${name}`)).toBe(true);
  });

  it.each(NOT_OURS)('%s is not', (name) => {
    expect(namedLikeTaskDefinition(name)).toBe(false);
    expect(matched(`file:///project/${name}`)).toBe(false);
  });

  it.each([
    'C:\\project\\taskdef.json',
    '\\\\server\\share\\taskdef.json',
    '/project/TASKDEF.JSON',
    'file:///c%3A/project/taskdef.json',
    'vscode-vfs://github/a/b/taskdef.json?ref=main#L3',
    'untitled:taskdef.json',
    'task-definitions/service.json',
    'ecs-task-definitions/service.json',
    'infra\\task_definitions\\web.jsonc',
  ])('%s is ours', (path) => {
    expect(namedLikeTaskDefinition(path)).toBe(true);
  });

  it.each([
    'daemon-task-definition.json',
    'task-definition/web.json',
    'task-definitions/prod/web.json',
    '.ecs-taskdef.json',
    'project/.ecs-taskdef.json',
    '',
  ])('%s is not', (path) => {
    expect(namedLikeTaskDefinition(path)).toBe(false);
  });
});
