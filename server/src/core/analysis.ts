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
    if (!this.#definition && this.node) {
      const { gaps = [], isTorn = false } = this.parsed.template ?? {};
      this.#definition = new TaskDefinition(this.node, gaps.length > 0 || isTorn);
    }
    return this.#definition;
  }
}
