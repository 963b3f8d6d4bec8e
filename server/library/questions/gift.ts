/**
 * The question bank as GIFT, the text that Moodle reads (docs.moodle.org, GIFT format): one category a topic, each
 * question with its explanation and sources. Orderings become matchings, as GIFT has none. What it has no sign for, the
 * level and the shop, are tags in a comment, as Moodle writes them: a file that comes back in has lost nothing.
 */
import { say } from '#i18n/say.ts';
import { citationLine } from './citation-line.ts';
import type { DrawnQuestion } from './question.ts';

/** Characters that GIFT gives a meaning to stand behind a backslash. */
const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, '\\n');

/** Per cent of a question's mark for each of `count` right options, as Moodle knows them: five decimal places at most. */
const shareOf = (count: number): string => String(Math.round(1e7 / count) / 1e5);

const isRight = ({ key }: DrawnQuestion, place: number): boolean => 'chosen' in key && key.chosen.includes(place);

/** What stands between the braces, without the explanation. */
const answersOf = (question: DrawnQuestion): string[] => {
  const { kind, key, options, tolerance } = question;
  if ('figure' in key) return [`#${key.figure}:${tolerance}`];
  switch (kind) {
    case 'judge':
      return [isRight(question, 0) ? 'TRUE' : 'FALSE'];
    case 'order':
      return key.chosen.map(
        (place, step) =>
          `=${escaped(say('exports:questions.step', { n: step + 1 }))} -> ${escaped(options[place] ?? '')}`,
      );
    case 'multiple':
      return options.map((option, place) => {
        const share = isRight(question, place) ? shareOf(key.chosen.length) : '-100';
        return `~%${share}%${escaped(option)}`;
      });
    default:
      return options.map((option, place) => `${isRight(question, place) ? '=' : '~'}${escaped(option)}`);
  }
};

const giftOf = (question: DrawnQuestion): string => {
  const { id, stem, unit, level, shop } = question;
  const asked = unit === null ? stem : say('exports:questions.in-unit', { stem, unit });
  const explanation = `####${escaped([question.why ?? '', citationLine(question)].filter((line) => line !== '').join('\n'))}`;
  const tags = [`[tag:level-${level}]`, ...(shop === null ? [] : [`[tag:shop-${shop}]`])].join(' ');
  return [`// ${tags}`, `::${escaped(id)}::[plain]${escaped(asked)} {`, ...answersOf(question), explanation, '}'].join(
    '\n',
  );
};

/** `topics`: names by id, in the order their categories come in. Questions of none come last. */
export const questionsAsGift = (
  questions: readonly DrawnQuestion[],
  topics: readonly { id: string; name: string }[],
): string => {
  const all = [...topics, { id: null, name: say('school:questions.general') }];
  const parts = all.flatMap(({ id, name }) => {
    const own = questions.filter(({ topic }) => topic === id);
    const category = `$CATEGORY: ${say('exports:questions.title')}/${name.replaceAll('/', ' ')}`;
    return own.length === 0 ? [] : [category, ...own.map((question) => giftOf(question))];
  });
  return `${parts.join('\n\n')}\n`;
};
