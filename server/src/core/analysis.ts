import { detect, type Kind } from './detect';
import { definitionNode, TaskDefinition } from './model/taskDefinition';
import { type ParsedJson, parseJson } from './syntax/json/parse';
import type { ArrayNode, ObjectNode } from './syntax/tree';

/** A document version, parsed once; everything else is computed from it when asked for. */
export class Analysis {
  readonly parsed: ParsedJson;
  readonly kind: Kind;
  /** The task definition, or the list of containers, inside the document. */
  readonly node: ObjectNode | ArrayNode | undefined;
  #definition: TaskDefinition | undefined;

  /**
   * @param text the document
   * @param path its path or URI, which counts where the content does not decide
   * @param forced the user said that this is a task definition
   */
  constructor(
    readonly text: string,
    path: string,
    forced = false,
  ) {
    this.parsed = parseJson(text);
    this.kind = detect(this.parsed.root, path, forced);
    this.node = this.kind === 'none' ? undefined : definitionNode(this.parsed.root, this.kind);
  }

  get definition(): TaskDefinition | undefined {
    if (!this.#definition && this.node)
      this.#definition = new TaskDefinition(this.node, hasBareMarks(this.parsed, this.text));
    return this.#definition;
  }
}

/**
 * Whether a syntax error comes from a template mark: one outside of a string, ${port}, which no sign of JSON looks
 * like, or one with quotes inside of a string, "{{ must_env "IMAGE" }}".
 */
function hasBareMarks({ problems }: ParsedJson, text: string): boolean {
  return problems.some(({ kind, start }) => {
    if (kind !== 'syntax') return false;
    if (/[$#%<@_]|\{[{%]/.test(text.slice(Math.max(0, start - 1), start + 2))) return true;
    const before = text.slice(Math.max(0, start - 200), start);
    return before.lastIndexOf('{{') > before.lastIndexOf('}}');
  });
}
