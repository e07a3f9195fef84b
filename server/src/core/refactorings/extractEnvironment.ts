import type { KeyValuePair } from '@aws-sdk/client-ecs';
import { fillIn } from '../fillIn';
import type { Change } from '../finding';
import { accountOrMarks } from '../model/account';
import { isName } from '../model/names';
import type { View } from '../model/view';
import { addRole, missingRole } from '../rules/executionRole';
import { pointerOf } from '../syntax/pointer';
import { addTo, isOnMember, type Refactor } from './refactoring';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
const MOST_FILES = 10;

/**
 * Moves variables to a new file beside the document, and refers to it in `environmentFiles` by the ARN that it will have
 * in S3. Variables that such a file cannot hold, and those that a template fills in, stay.
 */
export const extractEnvironment: Refactor = (spot) => {
  const { analysis, container, definition } = spot;
  const list = container?.get('environment');
  if (!container || list?.kind !== 'array') return [];
  if (!isOnMember(spot, container.node, 'environment') && !spot.isAsked) return [];
  // Windows containers read no such files.
  if (definition.windows !== false || container.items('environmentFiles').length >= MOST_FILES) return [];
  const variables = container.objects('environment').flatMap((variable) => lineOf(variable) ?? []);
  if (variables.length === 0) return [];

  const name = container.string('name')?.value;
  const file = `${isName(name) ? name : 'environment'}.env`;
  const family = definition.task?.string('family')?.value;
  const { partition } = accountOrMarks(definition.node);
  const value = `arn:${partition}:s3:::<BUCKET>/${isName(family) ? `${family}/` : ''}${file}`;
  const entry = { value, type: 's3' };
  const files = container.get('environmentFiles');
  // Of several files the first one wins, as what stands in the document does now.
  const added: Change | undefined =
    files?.kind === 'array'
      ? { kind: 'insert', pointer: pointerOf(files), key: '0', value: entry }
      : addTo(container.node, 'environmentFiles', entry);
  if (!added) return [];
  const role = missingRole(definition);
  const hasComment = analysis.parsed.problems.some(
    ({ kind, start, end }) => kind === 'comment' && list.start < start && end < list.end,
  );
  const removed =
    variables.length === list.items.length && !hasComment ? [list] : variables.map(({ node }) => node);
  const count = variables.length === 1 ? variables[0]?.name : `${variables.length} variables`;
  const changes: Change[] = [
    ...removed.map((node) => ({ kind: 'remove' as const, pointer: pointerOf(node) })),
    added,
    ...(definition.task && role ? addRole(definition.task.node, role).changes : []),
  ];
  const { title } = fillIn({ title: `Move ${count} to the environment file ${file}`, changes, safe: false });
  const text = variables.map(({ line }) => `${line}\n`).join('');
  return [{ title, kind: 'refactor.extract', changes, file: { name: file, text } }];
};

/** Each line of the file is NAME=value, read as it is: no quotes, nothing that goes on in the next line. */
function lineOf(variable: View<KeyValuePair>) {
  const { node } = variable;
  const name = variable.string('name')?.value ?? '';
  const value = variable.string('value')?.value;
  if (value === undefined || node.properties.length !== 2) return undefined;
  if (!/^[^\s=#][^\s=]*$/.test(name) || /[\r\n]/.test(value) || value.trim() !== value) return undefined;
  return { node, name, line: `${name}=${value}` };
}
