import type { Container } from '../model/taskDefinition';
import type { ArrayNode } from '../syntax/tree';

/** The command of a health check. */
export interface HealthCommand {
  readonly node: ArrayNode;
  readonly texts: readonly string[];
}

/** Undefined where there is none, or where an item is no text or left open by a template. */
export function healthCommandOf(container: Container): HealthCommand | undefined {
  const check = container.object('healthCheck');
  const node = check?.get('command');
  if (!check || node?.kind !== 'array') return undefined;
  const texts = check.strings('command').map(({ value }) => value);
  return texts.length === node.items.length ? { node, texts } : undefined;
}

/** Arguments that only a shell understands, and a program that evaluates the text behind it. */
const SHELL_SIGN = /^(?:\|\|?|&&|;)$|^(?:\|\||&&) |\|\| *exit\b/;
const EVALUATES = /^(?:-[a-z]*[ce]|--eval|\/c|-command)$/i;

/** The first argument that was meant for a shell. */
export function shellSign(texts: readonly string[]): string | undefined {
  return texts.some((text) => EVALUATES.test(text)) ? undefined : texts.find((text) => SHELL_SIGN.test(text));
}
