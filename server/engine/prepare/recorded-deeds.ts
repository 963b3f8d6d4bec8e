/** Operations that an order's own notes tell as done before the drill (RULES T213). */
import type { Order } from '#engine/model/content.ts';
import { spansOf } from '#language/deeds/deeds.ts';
import { folded } from '#language/reading/folded.ts';

const CLAUSE_ENDS = /[，。；！、,;]/;
const TOLD_DONE = /[已了过]/;

/** Whether a note of the orders tells something as done (退款已点，款已打出) in one of these words for an operation. */
export const isInNotes = (orders: readonly Pick<Order, 'inside'>[], named: readonly string[]): boolean => {
  const notes = orders.flatMap(({ inside }) => inside.flatMap(({ note }) => folded(note).split(CLAUSE_ENDS)));
  const words = named.map((word) => folded(word).split('…'));
  return notes
    .filter((note) => TOLD_DONE.test(note))
    .some((note) => words.some((word) => spansOf(note, word).length > 0));
};
