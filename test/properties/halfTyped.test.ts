import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument, TextEdit } from 'vscode-json-languageservice';
import schema from '../../schemas/task-definition.schema.json';
import { Analysis } from '../../server/src/core/analysis';
import { complete } from '../../server/src/core/features/completion';
import { type HalfTyped, halfTyped } from './halfTyped';
import { accept, isWhole, judge, SURROUNDINGS } from './judge';
import { corpusSamples, ownSamples, type Sample, thorough, timeout } from './samples';

/** Something that is offered, and the text that comes of it. */
interface Offer {
  readonly label: string;
  /** What an editor compares with the text between `start` and the cursor. */
  readonly filter: string;
  readonly start: number;
  readonly made: string;
}

type Completer = (text: string, offset: number) => readonly Offer[] | Promise<readonly Offer[]>;

const ours: Completer = (text, offset) => {
  const completion = complete(new Analysis(text, SURROUNDINGS.path), offset, SURROUNDINGS);
  // A placeholder stands for what only its template knows.
  const proposals = completion?.proposals.filter(({ kind }) => kind !== 'placeholder') ?? [];
  return proposals.flatMap((proposal) =>
    completion
      ? {
          label: proposal.label,
          filter: proposal.filter,
          start: completion.range.start,
          made: accept(text, completion, proposal),
        }
      : [],
  );
};

/** The library with our schema. What a `JSONWorkerContribution` proposes it puts into the text in the same way. */
function library(): Completer {
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'schema://ecs', fileMatch: ['*'], schema: schema as object }] });
  return async (text, offset) => {
    const document = TextDocument.create('file:///task-definition.json', 'json', 1, text);
    const parsed = service.parseJSONDocument(document);
    const list = await service.doComplete(document, document.positionAt(offset), parsed);
    return (list?.items ?? []).flatMap(({ label, filterText, textEdit }) => {
      if (!textEdit || !TextEdit.is(textEdit)) return [];
      const edit = { ...textEdit, newText: withoutStops(textEdit.newText) };
      const start = document.offsetAt(edit.range.start);
      return { label, filter: filterText ?? label, start, made: TextDocument.applyEdits(document, [edit]) };
    });
  };
}

/** What somebody would make of a snippet: its values, and something where there is none. */
const withoutStops = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/: \$\d/g, ': null')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');

/** As VS Code has it: the signs that are typed, in their order, in any case. */
function isShown({ filter, start }: Offer, { text, offset }: HalfTyped): boolean {
  const searched = filter.toLowerCase();
  let at = 0;
  for (const sign of text.slice(start, offset).toLowerCase()) {
    at = searched.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

interface Score {
  /** Places where something is half typed. */
  places: number;
  /** Where the list had what is wanted. */
  offered: number;
  /** Where choosing it gave back the document. */
  asItWas: number;
  /** Whatever an editor showed, at all places, was chosen. */
  chosen: number;
  broken: number;
  /** The first one that did no good. */
  example?: string;
}

async function score(samples: readonly Sample[], completer: Completer): Promise<Score> {
  const score: Score = { places: 0, offered: 0, asItWas: 0, chosen: 0, broken: 0 };
  for (const { text } of samples)
    for (const place of halfTyped(text)) {
      const offers = (await completer(place.text, place.offset)).filter((offer) => isShown(offer, place));
      score.places++;
      const wanted = offers.find(({ label }) => label === place.wanted);
      if (wanted) score.offered++;
      if (wanted && place.judge(wanted.made) === 'as it was') score.asItWas++;
      else score.example ??= `${place.how}: ${place.wanted}\n${wanted?.made ?? place.text}`;
      for (const { made } of offers) {
        score.chosen++;
        if (place.judge(made) === 'broken') score.broken++;
      }
    }
  return score;
}

const LONG = 5_000;
const isFit = ({ text }: Sample) => text.length <= LONG && isWhole(text);
const documents = ownSamples().filter((sample) => sample.name.endsWith('.json') && isFit(sample));
/** Values that are refused are not offered. */
const accepted = documents.filter(({ text }) => judge(text).every(({ severity }) => severity !== 'error'));

describe('what is half typed', () => {
  it(
    'becomes what it was in every document of the project, whatever is missing around it',
    async () => {
      const found = await score(accepted, ours);
      expect(found.places).toBeGreaterThan(1_000);
      expect(found).toMatchObject({ offered: found.places, asItWas: found.places, broken: 0 });
    },
    timeout,
  );

  const corpus = corpusSamples()
    .filter(isFit)
    .slice(0, thorough ? 50 : 10);
  it.skipIf(corpus.length === 0)(
    'becomes what it was in real files where that is offered (skipped where ../shared/corpus is absent)',
    async () => {
      const found = await score(corpus, ours);
      // What their launch type refuses is not offered again.
      expect(found.offered).toBeGreaterThan(found.places * 0.9);
      expect(found).toMatchObject({ asItWas: found.offered, broken: 0 });
    },
    timeout,
  );

  /** Once this fails, the library may do the work of `completion/cursor.ts`, which says why it does not. */
  it(
    'often remains half typed, or breaks, with vscode-json-languageservice',
    async () => {
      const found = await score(accepted, library());
      expect(found.asItWas).toBeLessThan(found.places * 0.75);
      expect(found.broken).toBeGreaterThan(found.chosen * 0.25);
    },
    timeout,
  );
});
