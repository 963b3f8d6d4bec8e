import type { TypingLibrary } from '#library/load-typing.ts';
import type { ExamText } from './seat-texts.ts';

/** A sentence shorter than this is no text of its own. */
const LEAST = 15;
/** A sentence with the mark that ends it. */
const SENTENCE = /[^。？！；]+[。？！；]?/g;

/**
 * What a class's exam is typed from: texts that nobody practises, and as short ones their sentences (RULES Y21). Where a
 * library has none, those of practice.
 */
export const examTexts = ({ exam, long, short }: TypingLibrary, set: 'long' | 'short'): ExamText[] => {
  if (exam.length === 0) return (set === 'long' ? long : short).map(plain);
  if (set === 'long') return exam.map(plain);
  return exam.flatMap(({ id, title, text }) =>
    (text.match(SENTENCE) ?? [])
      .filter((sentence) => [...sentence].length >= LEAST)
      .map((sentence, at) => ({ id: `${id}-${at + 1}`, title: `${title} ${at + 1}`, text: sentence })),
  );
};

const plain = ({ id, title, text }: ExamText): ExamText => ({ id, title, text });
