/** Files that name a task definition, its containers or its ports, and are written by hand or by a deploy tool. */
export type OtherFileKind = 'appspec' | 'image-definitions' | 'service' | 'ecspresso' | 'workflow';

/**
 * Where they are, below a workspace folder. imageDetail.json is none of them: it holds an image, and no name.
 *
 * - CodeDeploy: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html
 * - CodePipeline: https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html
 * - ecspresso and GitHub's workflows, by their usual names
 */
export const OTHER_FILE_GLOBS: readonly string[] = [
  `**/{${[
    ...['appspec.yaml', 'appspec.yml', 'appspec.json', 'imagedefinitions.json'],
    ...['ecspresso.yaml', 'ecspresso.yml', 'ecspresso.json', 'ecspresso.jsonnet'],
    ...['ecs-service-def.json', 'ecs-service-def.jsonnet'],
  ].join(',')}}`,
  // One for each stage: ecspresso.staging.yml. Apart from the others, since Eglot takes no star within braces.
  '**/ecspresso.*.{yaml,yml}',
  '.github/workflows/*.{yaml,yml}',
];

/** What may be the task definition that goes with them, in their folder. */
export const NEIGHBOUR_GLOBS: readonly string[] = ['*.{json,jsonc}', '*[tT]ask*[dD]ef*'];

/** Task definitions whose changes on disk are worth knowing. */
export const DEFINITION_GLOB = '**/*[dD]ef*.{json,jsonc}';

const KINDS: readonly (readonly [name: RegExp, kind: OtherFileKind])[] = [
  [/\/appspec\.(?:ya?ml|json)$/i, 'appspec'],
  [/\/imagedefinitions\.json$/i, 'image-definitions'],
  [/\/ecspresso(?:(?:\.[^/]+)?\.ya?ml|\.json(?:net)?)$/i, 'ecspresso'],
  [/\/ecs-service-def\.json(?:net)?$/i, 'service'],
  [/\/\.github\/workflows\/[^/]+\.ya?ml$/i, 'workflow'],
];

/** What a file is, by its URI; undefined for most. */
export function otherFileKind(uri: string): OtherFileKind | undefined {
  return KINDS.find(([name]) => name.test(uri))?.[1];
}
