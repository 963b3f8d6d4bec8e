/** A table pasted into the chat: 225对36码，230对36.5码，235对37.5码. */
import { normalise } from './normalise.ts';

/** Fewer rows are an answer that names alternatives (245是39，250是40). */
const FEWEST_ROWS = 4;
/** 运费:1公斤8元 begins a row behind its heading; 16:00 is one figure. */
const BREAK = /[,;。、!?\n]+|(?<!\d):/;
const FIGURE = /\d+(?:\.\d+)?/g;

/**
 * Whether a message is a table: many clauses alike but for their figures, two figures or more in each. Whoever pastes
 * one leaves it to the customer to look up their own row, so none of its rows answers, rightly or wrongly.
 */
export function isTable(text: string): boolean {
  const rows = new Map<string, number>();
  for (const clause of normalise(text).text.split(BREAK)) {
    if ((clause.match(FIGURE) ?? []).length < 2) continue;
    const shape = clause.replace(FIGURE, '0').trim();
    rows.set(shape, (rows.get(shape) ?? 0) + 1);
  }
  return Math.max(0, ...rows.values()) >= FEWEST_ROWS;
}
