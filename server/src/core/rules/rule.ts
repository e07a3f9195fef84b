import type { Factor } from '../factors';
import type { Fix, Related, Severity } from '../finding';
import type { Location } from '../location';
import type { Container, TaskDefinition, Volume } from '../model/taskDefinition';

export type Preset = 'refused' | 'recommended' | 'strict';

/** Programs and services that check task definitions too, by the name they go under. */
export type Scanner =
  | 'AWS Security Hub'
  | 'AWS Config'
  | 'AWS Control Tower'
  | 'Checkov'
  | 'Trivy'
  | 'KICS'
  | 'Datadog'
  | 'Prowler'
  | 'cdk-nag'
  | 'cfn-lint'
  | 'Terrascan';

/** What a rule looks at. */
export interface Subjects {
  /** The task as a whole; never called for a bare list of containers. */
  task: TaskDefinition;
  /** Each container, each volume. */
  container: Container;
  volume: Volume;
}

type Placeholders<M extends string> = M extends `${string}{${infer P}}${infer Rest}`
  ? P | Placeholders<Rest>
  : never;

/** The values a message needs; `[]` when it needs none. */
export type MessageData<M extends string> = [Placeholders<M>] extends [never]
  ? Record<never, never>
  : Record<Placeholders<M>, string | number>;

export interface ReportOptions<M extends string> {
  /** Values for the `{placeholders}` of the message. */
  readonly data: MessageData<M>;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Lowers the severity of this one finding (never raises it). */
  readonly severity?: Severity;
  readonly droppedByDeployAction?: boolean;
}

export interface Context<Messages extends Record<string, string>> {
  /** The document; `definition.task` is undefined for a bare list of containers. */
  readonly definition: TaskDefinition;
  readonly report: <Id extends keyof Messages & string>(
    message: Id,
    location: Location,
    ...options: [Placeholders<Messages[Id]>] extends [never]
      ? [options?: Omit<ReportOptions<Messages[Id]>, 'data'>]
      : [options: ReportOptions<Messages[Id]>]
  ) => void;
}

export interface RuleDocs {
  /** A short heading, no full stop. */
  readonly title: string;
  /** One or two sentences: why AWS refuses it, or what goes wrong. */
  readonly why: string;
  /** How AWS's answer begins, where it is known, so that a search for it finds the page. */
  readonly answer?: string;
  /** AWS's pages, the most telling first. */
  readonly sources: readonly [string, ...string[]];
  /** The ids under which other scanners know the same check. */
  readonly scanners?: Readonly<Partial<Record<Scanner, readonly string[]>>>;
  /** The twelve factors it touches. */
  readonly factors?: readonly Factor[];
}

export interface Rule<
  Messages extends Record<string, string> = Record<string, string>,
  Subject extends keyof Subjects = keyof Subjects,
> {
  /** kebab-case, named for the thing that is wrong. */
  readonly id: string;
  readonly severity: Severity;
  /** The smallest preset that holds the rule: `refused` for refusals and run-time failures. */
  readonly preset: Preset;
  readonly appliesTo: Subject;
  /** A key without which there is nothing to find: the rule runs only where the document has it, anywhere. */
  readonly needs?: string;
  /** Ids of the facts it stands on. */
  readonly facts: readonly string[];
  readonly docs: RuleDocs;
  /** What is wrong, why, what to do, with `{placeholders}` for the actual values. */
  readonly messages: Messages;
  check(subject: Subjects[Subject], context: Context<Messages>): void;
}

/** Declares a rule; message ids and placeholders are checked by the compiler. */
export function defineRule<const Messages extends Record<string, string>, Subject extends keyof Subjects>(
  rule: Rule<Messages, Subject>,
): Rule<Messages, Subject> {
  return rule;
}

/** A rule whose messages are no longer known to the compiler: what the engine handles. */
export type AnyRule = {
  [S in keyof Subjects]: Omit<Rule<Record<string, string>, S>, 'check'> & {
    // biome-ignore lint/suspicious/noExplicitAny: each rule types its own messages; the engine fills them by id
    check(subject: Subjects[S], context: any): void;
  };
}[keyof Subjects];

/** Fills `{placeholders}`. */
export function fill(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (mark, name: string) => (name in data ? String(data[name]) : mark));
}
