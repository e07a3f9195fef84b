import { textOf } from '../../model/labels';
import type { Container } from '../../model/taskDefinition';
import type { Node } from '../../syntax/tree';
import { all } from '../../words';
import { type DiagramBuilder, rangeOf } from './builder';

/** Something outside of the task that a container is given when it starts. */
interface Source {
  /** "Secrets Manager" */
  readonly service: string;
  /** "shop/database" */
  readonly name: string;
  readonly node: Node;
  /** What the container knows it by: the name of a variable. Undefined for a file. */
  readonly variable: string | undefined;
}

/**
 * Secrets and environment files: one box for each service, with the names of what is taken from there. With a box for
 * each of twenty secrets nothing else would be seen.
 */
export function addSettings(builder: DiagramBuilder, container: Container, id: string): void {
  const byService = new Map<string, Source[]>();
  for (const source of sourcesOf(container))
    byService.set(source.service, [...(byService.get(source.service) ?? []), source]);
  for (const [service, sources] of byService) {
    const [first] = sources;
    if (!first) continue;
    const from = `settings ${service}`;
    const known = builder.nodes.get(from);
    builder.nodes.set(from, {
      id: from,
      kind: 'settings',
      what: service === FILES ? 'environment files' : 'secrets',
      name: service,
      lines: [...new Set([...(known?.lines ?? []), ...sources.map(({ name }) => name)])],
      place: known?.place ?? rangeOf(first.node),
    });
    builder.connect(
      { from, to: id, kind: 'settings', label: '' },
      id,
      `takes ${all(sources.map(sayTaken))} from ${service}`,
    );
  }
}

const FILES = 'Amazon S3';

function sourcesOf(container: Container): Source[] {
  const sources: Source[] = [];
  const add = (node: Node | undefined, variable: string | undefined): void => {
    const text = textOf(node);
    if (node && text !== undefined) sources.push({ ...secretOf(text), node, variable });
  };
  for (const secret of container.objects('secrets')) add(secret.get('valueFrom'), textOf(secret.get('name')));
  for (const option of container.object('logConfiguration')?.objects('secretOptions') ?? [])
    add(option.get('valueFrom'), textOf(option.get('name')));
  add(container.object('repositoryCredentials')?.get('credentialsParameter'), 'the login to its registry');
  for (const file of container.objects('environmentFiles')) {
    const node = file.get('value');
    const name = textOf(node)?.replace(/^arn:[^:]*:s3:::/, '');
    if (node && name) sources.push({ service: FILES, name, node, variable: undefined });
  }
  return sources;
}

/** By the ARN, as far as a template has left one; a name without an ARN is that of a parameter. */
function secretOf(text: string): Pick<Source, 'service' | 'name'> {
  const [, secret] = /:secretsmanager:.*?:secret:([^:]+)/s.exec(text) ?? [];
  // Behind the name AWS has put a hyphen and six characters.
  if (secret) return { service: 'Secrets Manager', name: secret.replace(/-[A-Za-z0-9]{6}$/, '') };
  const [, parameter] = /:ssm:.*?:parameter\/(.+)$/s.exec(text) ?? [];
  if (parameter)
    return { service: 'Parameter Store', name: parameter.includes('/') ? `/${parameter}` : parameter };
  return { service: /^[\w./-]+$/.test(text) ? 'Parameter Store' : 'Secrets', name: text };
}

function sayTaken({ name, variable }: Source): string {
  return variable === undefined ? name : `${variable} (${name})`;
}
