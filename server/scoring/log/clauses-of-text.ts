/** A message cut into clauses where a reader pauses. */

export type Clause = {
  start: number;
  end: number;
  /** The clause without its end mark and the space around it. */
  words: string;
  /** What ends it; empty at the end of the message. */
  mark: string;
};

/** A full stop inside 39.5 and a comma inside 1,000 end no clause. */
const CLAUSE_BREAK = /[，。！？；!?;~～\n]+|[.,](?!\d)/g;

/** Every clause with words in it, in order. Places are UTF-16 offsets into `text`. */
export const clausesIn = (text: string): Clause[] => {
  const clauses: Clause[] = [];
  let start = 0;
  const push = (end: number, endMark: string): void => {
    const words = text.slice(start, end).trim();
    if (words !== '') clauses.push({ start, end, words, mark: endMark.replace('?', '？') });
  };
  for (const match of text.matchAll(CLAUSE_BREAK)) {
    push(match.index, match[0]);
    start = match.index + match[0].length;
  }
  push(text.length, '');
  return clauses;
};

/** A text without its end mark, so that more can follow. */
export const withoutEnd = (text: string): string => text.replace(/[，。！；,.!;~～\s]+$/, '');
