/** What a simulated trainee answers to a question of a paper: it knows the bank beside it, as it knows the testplans. */
import type { PaperQuestion } from '#contract/papers/papers.ts';
import type { GivenAnswer } from '#contract/questions.ts';
import type { Library } from '#library/load.ts';
import { drawnValues, figureOf, filled, NO_SHOP } from '#library/questions/calculation.ts';
import type { Kind } from './replies.ts';

/** How often each kind answers rightly. */
export const RIGHT: Readonly<Record<Kind, number>> = {
  model: 0.95,
  'second-model': 0.9,
  middling: 0.7,
  'paste-happy': 0.5,
  poor: 0.35,
  silent: 0.2,
};

/** The right answer to a question as it is asked here; null: the bank beside the bot doesn't have it. */
export const keyOf = (
  { bank, shopFacts }: Pick<Library, 'bank' | 'shopFacts'>,
  asked: PaperQuestion,
): GivenAnswer | null => {
  const question = bank.questions.find(({ id }) => id === asked.id);
  if (question === undefined) return null;
  const { calculation, figure, options, right, kind, shop } = question;
  if (figure !== undefined) return { figure: figure.figure };
  if (calculation !== null) {
    const { legal } = drawnValues(calculation, shopFacts.get(shop ?? '') ?? NO_SHOP);
    const values = legal.find((one) => filled(question.stem, one).text === asked.stem);
    const found = values === undefined ? null : figureOf(calculation, values);
    return found === null ? null : { figure: found };
  }
  // A judgement's two options stay where they are, and have the words of whoever reads them.
  const placeOf = (place: number) => (kind === 'judge' ? place : asked.options.indexOf(options[place] ?? ''));
  const chosen = (right ?? []).map(placeOf);
  if (chosen.includes(-1)) return null;
  return { chosen: kind === 'order' ? chosen : chosen.toSorted((a, b) => a - b) };
};

/** An answer that isn't the right one, of the question's own shape; of no known key it is a guess. */
export const wrongAnswer = (asked: PaperQuestion, key: GivenAnswer | null): GivenAnswer => {
  const places = asked.options.map((_, place) => place);
  if (key !== null && 'figure' in key) return { figure: key.figure + 1 };
  if (asked.kind === 'calculate') return { figure: 1 };
  if (asked.kind === 'order') return { chosen: key === null ? places : key.chosen.toReversed() };
  return { chosen: places.filter((place) => key === null || !key.chosen.includes(place)).slice(0, 1) };
};
