import { randomAt } from '#engine/model/random.ts';
import type { TypingText } from '#library/load-typing.ts';
import { shuffledCopy } from '#library/questions/pick.ts';

const SEEDS = 1_000_000;
export type ExamText = Pick<TypingText, 'id' | 'title' | 'text'>;

/** `first`: the text that comes first; null: each seat its own. `had`: by seat the texts that it has begun with before. */
export type TextsOfExam = {
  texts: readonly ExamText[];
  first: string | null;
  had?: Readonly<Record<string, readonly string[]>>;
};

/**
 * The texts in the order in which a seat types them: from the teacher's one on, or in an order of the seat's own, in which
 * those it has begun with before come last.
 */
export const seatTexts = ({ texts, first, had = {} }: TextsOfExam, seed: number, seat: string): ExamText[] => {
  if (first === null) {
    const order = shuffledCopy(texts, Math.floor(randomAt(seed, 'typing', seat, 0, 'seat') * SEEDS), 'order');
    const before = had[seat] ?? [];
    return order.toSorted((a, b) => Number(before.includes(a.id)) - Number(before.includes(b.id)));
  }
  const place = Math.max(
    0,
    texts.findIndex(({ id }) => id === first),
  );
  return [...texts.slice(place), ...texts.slice(0, place)];
};
