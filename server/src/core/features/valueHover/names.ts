import type { ContainerDependency } from '@aws-sdk/client-ecs';
import { code } from '../../markdown';
import { type DocumentSymbolInfo, type SymbolKind, symbolsOf } from '../../model/references';
import { type Container, isEssential } from '../../model/taskDefinition';
import { View } from '../../model/view';
import { schemaAt } from '../../schema/lookup';
import { all } from '../../words';
import { lineOf, sayPlaces } from './places';
import { type Answer, type Explain, type Fact, type Question, watchOut } from './question';

const OF: Readonly<Record<SymbolKind, string>> = {
  container: 'container',
  volume: 'volume',
  port: 'port mapping',
  family: 'family',
  placeholder: 'placeholder',
};

/** The name of a container, a volume or a port, where it is given or used. */
export const name: Explain = (question) => {
  const { analysis, node } = question;
  const symbol = symbolsOf(analysis).find(
    (one) =>
      one.kind !== 'placeholder' &&
      (one.definition?.node === node || one.uses.some((use) => use.node === node)),
  );
  if (!symbol) return undefined;
  const { kind, definition, uses } = symbol;
  const own = definition?.node === node;
  const [here, others] = [uses.find((use) => use.node === node), uses.filter((use) => use.node !== node)];
  const known = definition !== undefined;
  return {
    is: `${own ? 'a' : known ? 'the' : 'unknown'} ${OF[kind]}${own ? '' : ` ${code(symbol.name)}`}`,
    facts: [
      ...(kind === 'container' ? about(symbol, question) : []),
      [
        'Defined in',
        own || !definition ? undefined : `line ${lineOf(analysis.text, definition.range.start)}`,
      ],
      [own ? 'Used in' : 'Also in', sayPlaces(analysis, others) ?? (own ? unused(kind) : undefined)],
      watchOut(
        !known && `The task definition has no ${OF[kind]} of this name.`,
        here?.isDefinition && `The name is given twice.`,
      ),
    ],
  };
};

function unused(kind: SymbolKind): string | undefined {
  if (kind === 'volume') return 'nothing: no container mounts it';
  if (kind === 'port') return 'services that connect through Service Connect or VPC Lattice';
  return kind === 'container' ? 'no other part of the task definition' : undefined;
}

/** What the container is, so that nobody has to look for it. */
function about({ definition }: DocumentSymbolInfo, { definition: task }: Question): Fact[] {
  const container = task.containers.find(({ node }) => node === definition?.node.parent);
  const image = container?.string('image')?.value;
  const essential = container && isEssential(container);
  return [
    ['Image', image === undefined || image === '' ? undefined : code(image)],
    [
      'Essential',
      essential === undefined
        ? undefined
        : essential
          ? 'yes: when it stops, the task stops'
          : 'no: it may end before the task',
    ],
  ];
}

/** What is waited for, and what the container that is waited for can meet. */
export const condition: Explain = ({ node, path, definition }) => {
  if (node.kind !== 'string' || node.parent?.kind !== 'object') return undefined;
  const schema = schemaAt(path);
  const meaning = schema?.enumDescriptions?.[schema.enum?.indexOf(node.value) ?? -1];
  if (meaning === undefined) return undefined;
  const awaited = new View<ContainerDependency>(node.parent).string('containerName')?.value;
  const container = awaited === undefined ? undefined : definition.container(awaited);
  const answer: Answer = { is: code(node.value), text: meaning };
  return container ? { ...answer, facts: conditionsOf(container, node.value) } : answer;
};

function conditionsOf(container: Container, condition: string): Fact[] {
  const checked = !container.lacks('healthCheck');
  const essential = isEssential(container);
  const met = [
    'START',
    ...(checked ? ['HEALTHY'] : []),
    ...(essential === false ? ['COMPLETE', 'SUCCESS'] : []),
  ];
  const name = code(container.string('name')?.value ?? '');
  const why = [
    checked ? 'it has a `healthCheck`' : 'it has no `healthCheck`',
    ...(essential === undefined ? [] : [`it is ${essential ? '' : 'not '}essential`]),
  ];
  return [
    ['Can be met', `${all(met.map((one) => `\`${one}\``))} by ${name}: ${all(why)}`],
    watchOut(essential !== undefined && !met.includes(condition) && `${name} cannot meet \`${condition}\`.`),
  ];
}
