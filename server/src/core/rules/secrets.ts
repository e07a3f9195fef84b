import type { Secret } from '@aws-sdk/client-ecs';
import type { Container } from '../model/taskDefinition';
import type { View } from '../model/view';

/** The entries of `secrets` and of the log driver's `secretOptions`: both are fetched in the same way. */
export function secretsOf(container: Container): readonly View<Secret>[] {
  const secrets = container.objects('secrets');
  const options = container.object('logConfiguration')?.objects('secretOptions');
  return options && options.length > 0 ? [...secrets, ...options] : secrets;
}

/** The service and the resource of an ARN; undefined when the text is none. */
export function readArn(text: string): { readonly service: string; readonly resource: string } | undefined {
  const [, service, resource] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.+)$/s.exec(text) ?? [];
  return service !== undefined && resource ? { service, resource } : undefined;
}
