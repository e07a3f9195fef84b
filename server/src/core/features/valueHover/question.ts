import type { Analysis } from '../../analysis';
import type { Container, TaskDefinition } from '../../model/taskDefinition';
import type { Node, NumberNode, Range, StringNode } from '../../syntax/tree';

/** A value that somebody points at, and all that an answer may need. */
export interface Question {
  readonly analysis: Analysis;
  /** As the settings have it judged. */
  readonly definition: TaskDefinition;
  readonly node: StringNode | NumberNode;
  /** Steps inside the task definition. */
  readonly path: readonly (string | number)[];
  /** The container that the value is part of. */
  readonly container: Container | undefined;
  /** The setting `ecsTaskdef.region`; empty where nobody chose one. */
  readonly region: string;
}

/** What is to be said about a value. All texts are Markdown; what comes from the document goes through `code`. */
export interface Answer {
  /** What the value is, in a few words. */
  readonly is: string;
  /** A sentence or two. */
  readonly text?: string | undefined;
  /** In bullets; one without a text is left out. */
  readonly facts?: readonly Fact[];
  /** The part of the value that is meant; the whole of it when left out. */
  readonly range?: Range;
  /** Where to read on; the page of the member when left out. */
  readonly source?: string;
}

export type Fact = readonly [label: string, text: string | undefined];

/** Undefined where there is nothing to say but what holds for every value of the member. */
export type Explain = (question: Question) => Answer | undefined;

/** The bullet for what is odd; none when nothing is. */
export function watchOut(...sentences: readonly (string | false | undefined)[]): Fact {
  return ['Watch out', sentences.filter((sentence) => sentence).join(' ') || undefined];
}

/** A number without a fraction or a sign; undefined for anything else. */
export function wholeNumber(node: Node): number | undefined {
  return node.kind === 'number' && node.integer && node.value >= 0 ? node.value : undefined;
}
