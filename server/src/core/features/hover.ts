import type { Analysis } from '../analysis';
import { NOTES } from '../knowledge/notes.generated';
import { READ_ONLY_MEMBERS } from '../knowledge/values';
import { code } from '../markdown';
import { containerAt } from '../model/taskDefinition';
import { requiredAt, schemaAt } from '../schema/lookup';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { type Node, nodeAt, type Property, type Range } from '../syntax/tree';
import { withAssumption } from './assumption';
import { definitionPath, memberName } from './members';
import { explainValue } from './valueHover';
import { explainOption } from './valueHover/listed';
import { explainMark, markAt } from './valueHover/placeholder';
import type { Answer } from './valueHover/question';

type Path = readonly (string | number)[];

export interface Hover {
  /** Markdown of our own making; what is in it of the document stands in code spans. */
  readonly markdown: string;
  readonly range: Range;
}

type HoverSettings = Pick<Settings, 'region' | 'assumeLaunchType'>;

/** Explains the key, the value or the template mark at an offset. */
export function hover(
  analysis: Analysis,
  offset: number,
  settings: HoverSettings = DEFAULT_SETTINGS,
): Hover | undefined {
  if (!analysis.node) return undefined;
  const node = nodeAt(analysis.parsed.root, offset);
  if (!node) return undefined;
  const mark = markAt(analysis, offset);
  if (mark) return render('placeholder', explainMark(analysis, mark), mark, '');
  const key =
    node.kind === 'object' ? node.properties.find(({ keyRange }) => holds(keyRange, offset)) : undefined;
  if (key && node.kind === 'object') return explainKey(analysis, node, key);
  const path = definitionPath(analysis, node);
  if (!path || node.kind === 'object' || node.kind === 'array') return undefined;
  return explainItself(analysis, node, path, settings) ?? explainMember(path, node);
}

function explainKey(analysis: Analysis, holder: Node, { key, keyRange }: Property): Hover | undefined {
  const path = definitionPath(analysis, holder);
  const { definition } = analysis;
  const option =
    path && definition && isOptions(path)
      ? explainOption(containerAt(holder, definition), String(path.at(-2)), key)
      : undefined;
  if (option) return render(code(key), option, keyRange, path && sourceOf(path));
  return path && explainMember([...path, key], keyRange);
}

const isOptions = (path: Path): boolean =>
  path.at(-1) === 'options' && schemaAt(path) !== undefined && schemaAt(path)?.properties === undefined;

/** What holds for this value; the others of its member have answers of their own. */
function explainItself(
  analysis: Analysis,
  node: Node,
  path: Path,
  { region, assumeLaunchType }: HoverSettings,
): Hover | undefined {
  if (!analysis.definition || (node.kind !== 'string' && node.kind !== 'number')) return undefined;
  const definition = withAssumption(analysis.definition, assumeLaunchType);
  const container = containerAt(node, definition);
  const answer = explainValue({ analysis, definition, node, path, container, region });
  const named = memberPath(path);
  const member = String(named.at(-1));
  // The name of a member is ours; a key of a map, or one that AWS does not know, is the document's.
  const isOurs = Object.hasOwn(schemaAt(named.slice(0, -1))?.properties ?? {}, member);
  const heading = isOurs ? member : code(member);
  return answer && render(heading, answer, node, sourceOf(path));
}

/** What holds for all values of a member. */
function explainMember(path: Path, { start, end }: Range): Hover | undefined {
  const named = memberPath(path);
  const schema = schemaAt(named);
  if (!schema) return explainReadOnly(path, { start, end });
  const note = noteOf(named) ?? schema.description;
  // A key of a map is explained by its map.
  if (!note && named.length > 0 && isMap(schemaAt(named.slice(0, -1))))
    return explainMember(named.slice(0, -1), { start, end });
  if (!note) return undefined;
  const heading = [`**${String(named.at(-1))}**`, typeName(schema), isRequired(named) ? 'required' : '']
    .filter((part) => part !== '')
    .join(' · ');
  return { markdown: `${heading}\n\n${note.trim()}`, range: { start, end } };
}

/** What only AWS writes, with all that it holds. */
function explainReadOnly([member]: Path, place: Range): Hover | undefined {
  const name = String(member);
  if (!Object.hasOwn(READ_ONLY_MEMBERS, name)) return undefined;
  const answer: Answer = {
    is: 'written by AWS',
    text: `${READ_ONLY_MEMBERS[name]} It is part of what \`describe-task-definition\` prints and no part of a registration: the AWS CLI refuses a file that holds it.`,
  };
  return render(name, answer, place, DESCRIBED);
}

const DESCRIBED = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html';

function render(heading: string, answer: Answer, place: Range, source: string | undefined): Hover {
  const { is, text, facts = [], range: { start, end } = place } = answer;
  const bullets = facts.flatMap(([label, fact]) => (fact ? `- **${label}:** ${fact}` : []));
  const link = answer.source ?? source;
  const parts = [
    [heading && `**${heading}**`, is].filter((part) => part).join(' · '),
    text,
    bullets.join('\n'),
    link && `[${answer.source ? 'Read on' : 'AWS documentation'}](${link})`,
  ];
  return { markdown: parts.filter((part) => part).join('\n\n'), range: { start, end } };
}

/** An item is explained by its list. */
const memberPath = (path: Path): Path => (typeof path.at(-1) === 'number' ? path.slice(0, -1) : path);

function noteOf(path: Path): string | undefined {
  const name = memberName(path);
  return Object.hasOwn(NOTES, name) ? NOTES[name] : undefined;
}

/** The page that the note of the member ends with; for a map that of the whole. */
function sourceOf(path: Path): string | undefined {
  const note = noteOf(memberPath(path)) ?? noteOf(path.slice(0, -1));
  return note && /\]\((https:[^\s)]+)\)\s*$/.exec(note)?.[1];
}

function isRequired(path: Path): boolean {
  return requiredAt(path.slice(0, -1)).includes(String(path.at(-1)));
}

function typeName(schema: NonNullable<ReturnType<typeof schemaAt>>): string {
  if (schema.type === 'array')
    return schema.items?.type ? `list of ${schema.items.type}s` : 'list of objects';
  return isMap(schema) ? 'map of strings' : (schema.type ?? '');
}

const isMap = (schema: ReturnType<typeof schemaAt>): boolean =>
  schema?.type === 'object' && typeof schema.additionalProperties === 'object';

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
