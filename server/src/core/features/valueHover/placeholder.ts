import type { Analysis } from '../../analysis';
import { code } from '../../markdown';
import { type DocumentMark, marksOf, occurrencesOf, symbolsOf } from '../../model/references';
import { sayPlaces } from './places';
import type { Answer } from './question';

/** The mark at an offset; one that is the whole of its string is met at the quotes too. */
export function markAt(analysis: Analysis, offset: number): DocumentMark | undefined {
  return marksOf(analysis).find(({ start, end, node }) => {
    const whole = node.kind === 'string' && start <= node.start + 1 && end >= node.end - 1;
    return whole ? node.start <= offset && offset <= node.end : start <= offset && offset <= end;
  });
}

/** A mark of a template tool: that it is one, of which tool, and where else it stands. */
export function explainMark(analysis: Analysis, mark: DocumentMark): Answer {
  const { start, end, node, text, isValue } = mark;
  const symbol = symbolsOf(analysis).find(
    (one) =>
      one.kind === 'placeholder' &&
      occurrencesOf(one).some(({ range }) => range.start === start && range.end === end),
  );
  const others = (symbol ? occurrencesOf(symbol) : []).filter(({ range }) => range.start !== start);
  const fallback = /^\$\{\w+:?-([^{}]*)\}$/.exec(text)?.[1];
  const whole = node.kind === 'string' && start <= node.start + 1 && end >= node.end - 1;
  const isDocker = node.step === 'tag' && node.parent?.step === 'options' && /^\{\{[\s-]*\./.test(text);
  return {
    is: code(text),
    text: isDocker
      ? 'Docker writes the value into each message of the log, unless a template tool takes the mark before.'
      : isValue
        ? 'A template tool, or a pipeline, writes the value before AWS sees the document. Until then it is unknown: no rule judges it.'
        : 'A template tool reads this and leaves nothing of it in the document. What depends on it is not judged.',
    facts: [
      ['Style', isDocker ? 'log tag of Docker' : styleOf(text)],
      ['When it is not set', fallback === undefined ? undefined : code(fallback)],
      ['Also in', sayPlaces(analysis, others)],
    ],
    range: whole ? { start: node.start, end: node.end } : { start, end },
  };
}

/** By how a mark begins, the longer ones first. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  [/^\{\{[-~]?\s*(?:must_env|env|tfstatef?|ssm|secretsmanager_arn)\b/, 'ecspresso (a Go template)'],
  [/^\{\{/, 'Go template, Jinja, Mustache or Handlebars'],
  [/^\{[%#]/, 'Jinja, Liquid or Twig'],
  [/^<%/, 'ERB or EJS'],
  [/^%\{/, 'Terraform directive'],
  [/^#\{/, 'Octopus, or a token replacer of a pipeline'],
  [/^\$\{\{/, 'GitHub Actions or GitLab expression'],
  [/^\$\{/, 'Terraform templatefile, or a variable of a shell (envsubst)'],
  [/^\$\(/, 'variable of Azure Pipelines, or a command of a shell'],
  [/^\$/, 'variable of a shell (envsubst)'],
  [/^<IMAGE\d*_NAME>$/, 'CodePipeline, which writes the image there'],
  [/^<TASK_DEFINITION>$/, 'CodeDeploy'],
  [/^</, 'to be filled in, by a pipeline or by hand'],
];

function styleOf(mark: string): string {
  return STYLES.find(([begin]) => begin.test(mark))?.[1] ?? 'token replacer of a pipeline';
}
