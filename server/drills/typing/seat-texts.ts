import { randomAt } from '#engine/model/random.ts';
import type { TypingText } from '#library/load-typing.ts';
import { shuffledCopy } from '#library/questions/pick.ts';

const SEEDS = 1_000_000;
export type ExamText = Pick<TypingText, 'id' | 'title' | 'text'>;

/** The texts in the order in which a seat types them: from the teacher's one on, or in an order of the seat's own. */
export const seatTexts = (texts: readonly ExamText[], first: string | null, seed: number, seat: string): ExamText[] => {
  if (first === null)
    return shuffledCopy(texts, Math.floor(randomAt(seed, 'typing', seat, 0, 'seat') * SEEDS), 'order');
  const place = Math.max(
    0,
    texts.findIndex(({ id }) => id === first),
  );
  return [...texts.slice(place), ...texts.slice(0, place)];
};
