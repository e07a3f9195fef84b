import { Analysis } from '../../server/src/core/analysis';
import { type Hover, hover } from '../../server/src/core/features/hover';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/core/settings';

/** The hover at the one `|` of a text. */
export function hoverAt(marked: string, settings: Partial<Settings> = {}): Hover | undefined {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error('one | is needed');
  const analysis = new Analysis(marked.replace('|', ''), 'task-definition.json');
  return hover(analysis, offset, { ...DEFAULT_SETTINGS, ...settings });
}

/** What the hover at the cursor says, without the link at its end. */
export function answerAt(marked: string, settings: Partial<Settings> = {}): string | undefined {
  return hoverAt(marked, settings)?.markdown.replace(/\n\n\[[^\]]*\]\([^)]*\)$/, '');
}

/** A task on Fargate with these members; commas are theirs. */
export const fargate = (members: string, containers = '[]'): string =>
  `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", ${members} "containerDefinitions": ${containers} }`;

/** A task with these members of its one container, on no launch type in particular. */
export const container = (members: string, task = ''): string =>
  `{ "family": "web", ${task} "containerDefinitions": [{ "name": "web", ${members} }] }`;
