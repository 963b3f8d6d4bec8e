/** On what a question's answer rests, in a line: the card's title, the law's article and its date. */
import { say } from '#i18n/say.ts';
import type { DrawnQuestion } from './question.ts';

export const citationLine = ({ citations }: Pick<DrawnQuestion, 'citations'>): string => {
  const each = citations.map(({ title, source, date }) =>
    [title, source, date].filter((part) => part !== null).join(' '),
  );
  return each.length === 0 ? '' : say('exports:questions.basis', { basis: each.join(say('exports:questions.and')) });
};
