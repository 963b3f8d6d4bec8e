/** A table pasted into the chat: 225对36码，230对36.5码，235对37.5码. */
import { normalise } from '#language/reading/normalise.ts';

/** With fewer rows it is an answer with alternatives (245是39，250是40). */
const FEWEST_ROWS = 4;
/** A colon begins a row behind its heading (运费:1公斤8元), but not inside a time (16:00). */
const BREAK = /[,;。、!?\n]+|(?<!\d):/;
const FIGURE = /\d+(?:\.\d+)?/g;

/**
 * Whether a message is a table: many clauses alike but for their figures, two or more figures in each. A table leaves
 * it to the customer to find their own row, so none of its rows is a right or a wrong answer.
 */
export const isTable = (text: string): boolean => {
  const rows = new Map<string, number>();
  for (const clause of normalise(text).text.split(BREAK)) {
    if ((clause.match(FIGURE) ?? []).length < 2) continue;
    const shape = clause.replace(FIGURE, '0').trim();
    rows.set(shape, (rows.get(shape) ?? 0) + 1);
  }
  return Math.max(0, ...rows.values()) >= FEWEST_ROWS;
};
