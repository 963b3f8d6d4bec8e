/** Where a beginner stands with the phrases: each is typed so many times, and a time counts from an accuracy on. */
import type { TypingTexts } from '#contract/wire/typing.ts';
import { accuracyOf, countsOf, type TextRun } from './text-run.ts';

export type PhraseDrill = NonNullable<TypingTexts['phrases']>;

/** The first phrase that isn't learned; null: all are. */
export const phraseAt = (
  { phrases, rounds }: PhraseDrill,
  learned: Readonly<Record<string, number>>,
): { place: number; id: string; text: string; round: number } | null => {
  const place = phrases.findIndex(({ id }) => (learned[id] ?? 0) < rounds);
  const phrase = phrases[place];
  return phrase === undefined ? null : { place, ...phrase, round: (learned[phrase.id] ?? 0) + 1 };
};

export const accuracyOfRun = (run: TextRun): number => accuracyOf(countsOf(run)) ?? 0;

export const isGoodEnough = (run: TextRun, { accuracy }: PhraseDrill): boolean => accuracyOfRun(run) >= accuracy;
