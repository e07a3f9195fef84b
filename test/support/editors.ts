import { readFile } from 'node:fs/promises';
import { BRIDGE, FINE } from '../lsp/samples';
import { places } from './positions';

/** The first piece of code of a set-up page, as people paste it: with their path of the server, and a setting. */
export async function setupOf(page: string, language: string, server: string): Promise<string> {
  const text = await readFile(new URL(`../../server/editors/${page}`, import.meta.url), 'utf8');
  const code = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(
    text.replaceAll('\r', ''),
  )?.[1];
  if (!code?.includes('/path/to/dist/server.js') || !code.includes('"recommended"'))
    throw new Error(`${page} has no ${language} with a path and a preset`);
  return code.replaceAll('/path/to/dist/server.js', server).replaceAll('"recommended"', '"refused"');
}

const withDatabase = (text: string): string =>
  text.replace(
    '"image": "nginx:1.27" }',
    '"image": "nginx:1.27", "dependsOn": [{ "containerName": "db", "condition": "START" }] },\n' +
      '    { "name": "db", "image": "postgres:17" }',
  );

/** One problem, and a container that another one waits for: for editors to show, repair and rename. */
export const TWO = withDatabase(places(BRIDGE).text);
export const TWO_FINE = withDatabase(FINE);
export const TWO_RENAMED = TWO_FINE.replaceAll('"db"', '"store"');

/** The one problem of `TWO`. */
export const PROBLEM = {
  code: 'fargate-network-mode',
  text: '"bridge"',
  message: 'Fargate tasks run in network mode "awsvpc" only, not "bridge". Change networkMode to "awsvpc".',
  fix: 'Change networkMode to "awsvpc"',
};
