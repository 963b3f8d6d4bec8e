/** A calculation gives a sane figure and a readable text for all the numbers it may draw. */
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { type Draw, drawnValues, figureOf, filled, NO_SHOP } from '#library/questions/calculation.ts';
import type { AuthoredQuestion } from '#library/schema/questions.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { textFaults } from './check-options.ts';

/** Fewer figures are soon known by heart. */
const MIN_FIGURES = 3;

export function* checkFormula(
  question: AuthoredQuestion,
  calculation: Draw,
  facts: ShopFacts = NO_SHOP,
  path: Path,
): Iterable<Fault> {
  const code = 'question-formula';
  const { legal, faults } = drawnValues(calculation, facts);
  for (const { fault, name, path: inner } of faults)
    yield { code, path: [...path, ...inner], message: say('checker:bank.formula', { fault, name }) };
  if (faults.length > 0) return;
  const figures = new Set<number>();
  for (const values of legal) {
    const figure = figureOf(calculation, values);
    if (figure === null || figure < 0) {
      const shown = figure === null ? calculation.answer : String(figure);
      yield { code, path: [...path, 'answer'], message: say('checker:bank.no-figure', { shown }) };
      return;
    }
    figures.add(figure);
    const texts = { stem: filled(question.stem, values), why: filled(question.why, values) };
    for (const field of ['stem', 'why'] as const) {
      const [slot] = texts[field].faults;
      if (slot === undefined) continue;
      const message = say('checker:bank.formula', { fault: slot.fault, name: slot.name });
      yield { code, path: [...path, field], message };
      return;
    }
    const long = [...textFaults({ stem: texts.stem.text, why: texts.why.text }, path)];
    yield* long;
    if (long.length > 0) return;
  }
  if (figures.size < MIN_FIGURES)
    yield { code, path: [...path, 'draw'], message: say('checker:bank.few-figures', { least: MIN_FIGURES }) };
}
