/**
 * Marks that a template tool replaces before the document reaches AWS. A value that holds one is
 * unknown, not wrong. Every alternative stops at its own opening character, which keeps it linear.
 */
const SHELL_MARKS = '\\$\\{[^{}$]*\\}|\\$[A-Za-z_]\\w*';
const OTHER_MARKS = [
  String.raw`\{\{[^{}]*\}\}`, // Go templates (ecspresso), Jinja, Mustache
  String.raw`\{%[^{}%]*%\}`,
  String.raw`%\{[^{}]*\}`, // Terraform directives
  String.raw`<[A-Za-z_][^<>"\n]*>`, // CodePipeline's <IMAGE1_NAME>
  '__[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*__',
  String.raw`%[A-Za-z_]\w*%`,
  String.raw`#\{[^{}#]*\}#?`,
  String.raw`@@[\w.-]+@@`,
  '@[A-Z][A-Z0-9_]*@',
].join('|');

const OTHER = new RegExp(OTHER_MARKS);
const ANY = new RegExp(`${OTHER_MARKS}|${SHELL_MARKS}`);

/** Members whose strings reach a shell: there `$X` and `${X}` are the shell's, not a template's. */
const SHELL_MEMBERS = new Set(['command', 'entryPoint', 'healthCheck']);

/** Whether a template leaves the key open. `$schema` and its like look like shell variables and are none. */
export function isPlaceholderKey(key: string): boolean {
  return !/^\$(?:schema|comment|id|ref|defs)$/.test(key) && hasPlaceholder(key);
}

/** Whether the value, found at this path, is left open by a template. */
export function hasPlaceholder(value: string, path: readonly (string | number)[] = []): boolean {
  if (!/[$<{%#@_]/.test(value)) return false;
  return path.some((step) => SHELL_MEMBERS.has(String(step))) ? OTHER.test(value) : ANY.test(value);
}
