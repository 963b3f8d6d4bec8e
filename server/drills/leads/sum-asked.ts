import type { HandedLine } from '#engine/model/project.ts';
import { sumNamed } from '#library/reading/sum-named.ts';

/** The sum that a report is about, in cents: as its notes name it, else as the customer did last; null: none is named. */
export const sumIn = (notes: readonly string[], lines: readonly HandedLine[]): number | null => {
  const texts = [
    ...notes.toReversed(),
    ...lines
      .filter(({ by }) => by === 'customer')
      .toReversed()
      .map(({ text }) => text),
  ];
  for (const text of texts) {
    const sum = sumNamed(text);
    if (sum !== null) return sum;
  }
  return null;
};
