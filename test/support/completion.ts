import { Analysis } from '../../server/src/core/analysis';
import { complete, type Proposal, type Surroundings } from '../../server/src/core/features/completion';
import { accept } from '../properties/judge';
import { cursor, documentOf } from './positions';

export const AROUND: Surroundings = {
  path: 'file:///project/shop/deploy/task-definition.json',
  images: () => [],
  region: '',
  assumeLaunchType: 'none',
};

function at(marked: string, around: Partial<Surroundings> = {}) {
  const { text, position } = cursor(marked);
  const surroundings = { ...AROUND, ...around };
  const analysis = new Analysis(text, surroundings.path);
  return { text, completion: complete(analysis, documentOf(text).offsetAt(position), surroundings) };
}

export const proposals = (marked: string, around?: Partial<Surroundings>): readonly Proposal[] =>
  at(marked, around).completion?.proposals ?? [];

/** In the order in which they are offered. */
export const labels = (marked: string, around?: Partial<Surroundings>): string[] =>
  proposals(marked, around).map(({ label }) => label);

/** Labels with what stands beside them. */
export const detailed = (marked: string, around?: Partial<Surroundings>): string[] =>
  proposals(marked, around).map(({ label, detail }) => (detail ? `${label} (${detail})` : label));

/** The text after one was chosen, by an editor without snippets; the cursor is not shown. */
export function choose(marked: string, label: string, around?: Partial<Surroundings>): string {
  const { text, completion } = at(marked, around);
  const proposal = completion?.proposals.find((one) => one.label === label);
  if (!completion || !proposal) throw new Error(`${label} is not offered`);
  return accept(text, completion, proposal);
}

/** A container in a task, with members of the task and further containers around it. */
export const container = (members: string, task = '', others = ''): string =>
  `{ "family": "shop", ${task}"containerDefinitions": [{ "name": "web", "image": "nginx:1.27", ${members} }${others}] }`;

export const FARGATE = '"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", ';
export const WINDOWS = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, ';
