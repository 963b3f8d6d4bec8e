/** What a schema can't tell of questions: keys, sources, formulas, repetitions. */
import { say } from '#i18n/say.ts';
import { duplicateIds, unknownIds } from '#library/checks/ids/id-references.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { SharedContent, SharedFiles } from '#library/load-shared-content.ts';
import { calculationOf, citationOf, type Sources, sourcesOf } from '#library/questions/to-bank.ts';
import type { AuthoredQuestion, AuthoredQuestions } from '#library/schema/questions.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { checkFigures, type FigureLibrary } from './check-figures.ts';
import { checkFormula } from './check-formula.ts';
import { checkOptions, checkSpread, keyFault, textFaults } from './check-options.ts';

type Library = Pick<SharedContent, 'shops'> & {
  files: Pick<SharedFiles, 'law' | 'blueprint' | 'questions' | 'shops'>;
  shopFacts: ReadonlyMap<string, ShopFacts>;
  tradeText?: FigureLibrary['tradeText'];
};
type QuestionFile = SharedFiles['questions'][number];
type FileFaults = { file: QuestionFile; faults: readonly Fault[] };

/** The faults of every file of questions; what is repeated is reported at the second place. */
export const checkQuestions = (library: Library): FileFaults[] => {
  const stems = new Map<string, string>();
  return library.files.questions.map((file) => ({
    file,
    faults: file.value === null ? [] : [...checkFile(file.value, library, stems)],
  }));
};

function* checkFile({ questions }: AuthoredQuestions, library: Library, stems: Map<string, string>): Iterable<Fault> {
  yield* duplicateIds(
    questions.map(({ id }, index) => ({ id, path: ['questions', index, 'id'] })),
    'question',
  );
  for (const [index, question] of questions.entries()) {
    const path = ['questions', index];
    yield* repeated(question, path, stems);
    yield* checkQuestion(question, path, library);
  }
  yield* checkSpread(questions);
}

/** Stems are compared by their words alone: signs and blanks make no other question. */
const wordsOf = (stem: string): string => stem.replace(/[^\p{L}\p{N}]/gu, '');

function* repeated({ id, stem }: AuthoredQuestion, path: Path, stems: Map<string, string>): Iterable<Fault> {
  const words = wordsOf(stem);
  const other = stems.get(words);
  if (other !== undefined && other !== id)
    yield { code: 'question-repeated', path: [...path, 'stem'], message: say('checker:bank.repeated', { id: other }) };
  stems.set(words, other ?? id);
}

function* checkQuestion(question: AuthoredQuestion, path: Path, library: Library): Iterable<Fault> {
  const { shop: shopId } = question;
  // A shop with unreadable files is there all the same: its own errors are reported.
  const shops = library.files.shops.map(({ folder }) => ({ id: folder }));
  yield* unknownIds([{ id: shopId, path: [...path, 'shop'] }], shops, 'shop');
  const fault = keyFault(question);
  if (fault !== null) yield { code: 'question-key', path: [...path, fault.field], message: fault.message };
  yield* checkOptions(question, path);
  if (shopId === undefined || library.shops.has(shopId)) yield* checkSources(question, path, library);
  const calculation = calculationOf(question);
  const facts = shopId === undefined ? undefined : library.shopFacts.get(shopId);
  if (fault === null && calculation !== null) yield* checkFormula(question, calculation, facts, path);
  else yield* textFaults(question, path);
  if (fault !== null) return;
  const { tradeText = () => null } = library;
  yield* checkFigures(question, { calculation, facts }, path, { ...sourcesIn(library), tradeText });
}

const sourcesIn = ({ shops, files }: Library): Sources => ({
  shops,
  law: files.law.value ?? [],
  trade: files.blueprint?.value?.trade ?? [],
});

function* checkSources(question: AuthoredQuestion, path: Path, library: Library): Iterable<Fault> {
  const sources = sourcesIn(library);
  for (const source of sourcesOf(question))
    if (citationOf(source, question.shop, sources) === null)
      yield { code: 'question-source', path: [...path, 'source'], message: say('checker:bank.source', { id: source }) };
}
