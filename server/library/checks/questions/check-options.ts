/** Keys that fit their kind, options that give nothing away, texts that can be read at a glance. */
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { isJudged } from '#library/questions/to-bank.ts';
import type { AuthoredQuestion } from '#library/schema/questions.ts';

export const MAX_STEM_CHARS = 60;
export const MAX_WHY_CHARS = 80;
/** Options of a choice: 3 to 5 of a single one, one more of several. */
const MIN_OPTIONS = 3;
const MAX_OPTIONS = { single: 5, multiple: 6, order: 6 } as const;

/** Where the key is missing or doesn't fit, and why; null: it fits. */
export const keyFault = (question: AuthoredQuestion): { field: string; message: string } | null => {
  const { kind, answer, options } = question;
  if (kind === 'judge')
    return isJudged(answer) && options === undefined ? null : wrong('answer', 'checker:bank.key-judge');
  if (kind === 'calculate') return calculationFault(question);
  const most = MAX_OPTIONS[kind];
  if (options === undefined || options.length < MIN_OPTIONS || options.length > most)
    return { field: 'options', message: say('checker:bank.key-options', { least: MIN_OPTIONS, most }) };
  if (kind === 'order') return answer === undefined ? null : wrong('answer', 'checker:bank.key-order');
  const letters = 'ABCDEF'.slice(0, options.length);
  const isOrdered = answer !== undefined && [...letters].filter((one) => answer.includes(one)).join('') === answer;
  if (kind === 'single') return isOrdered && answer.length === 1 ? null : wrong('answer', 'checker:bank.key-single');
  const isSome = isOrdered && answer.length > 1 && answer.length < options.length;
  return isSome ? null : wrong('answer', 'checker:bank.key-multiple');
};

const calculationFault = ({ answer, unit, draw, options }: AuthoredQuestion) => {
  if (answer === undefined) return wrong('answer', 'checker:bank.key-calculation');
  if (unit === undefined || draw === undefined || options !== undefined)
    return wrong('kind', 'checker:bank.key-calculation');
  return null;
};

type KeyMessage = Parameters<typeof say>[0] &
  `checker:bank.key-${'judge' | 'order' | 'single' | 'multiple' | 'calculation'}`;
const wrong = (field: string, key: KeyMessage) => ({ field, message: say(key) });

/** The longest option may have this many times the characters of the shortest, and a few more. */
const LENGTH_FACTOR = 2;
const LENGTH_ROOM = 4;
/** What says nothing of its own, or gives the key away. */
const ALL_OR_NONE = /以上(?:都|皆|全|均)|都(?:不)?对$|全(?:都)?(?:不)?对$/;

/** Options that repeat one another, stand for the others, or differ so much in length that the key shows. */
export function* checkOptions({ kind, options }: AuthoredQuestion, path: Path): Iterable<Fault> {
  if (options === undefined) return;
  const code = 'question-options';
  const lengths = options.map((option) => [...option].length);
  if (new Set(options).size < options.length)
    yield { code, path: [...path, 'options'], message: say('checker:bank.same-option') };
  for (const [index, option] of options.entries())
    if (ALL_OR_NONE.test(option))
      yield { code, path: [...path, 'options', index], message: say('checker:bank.all-or-none') };
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (kind !== 'order' && most > least * LENGTH_FACTOR + LENGTH_ROOM)
    yield { code, path: [...path, 'options'], message: say('checker:bank.lengths', { least, most }) };
}

export function* textFaults({ stem, why }: Pick<AuthoredQuestion, 'stem' | 'why'>, path: Path): Iterable<Fault> {
  const texts = [
    { field: 'stem', text: stem, most: MAX_STEM_CHARS },
    { field: 'why', text: why, most: MAX_WHY_CHARS },
  ];
  for (const { field, text, most } of texts) {
    const length = [...text].length;
    if (length > most)
      yield { code: 'question-too-long', path: [...path, field], message: say('checker:bank.long', { length, most }) };
  }
}

/** From this many questions on their spread says something. */
const MIN_SPREAD = 8;
/** Of the even share of each letter. */
const LETTER_SHARE = { least: 0.5, most: 1.6 };
/** Of judgements that are right, and of choices whose right option is the longest. */
const JUDGE_SHARE = { least: 0.3, most: 0.7 };
const LONGEST_SHARE = 0.5;

/** Over one file: right letters, right judgements and long right options evenly spread, or guessing pays. */
export function* checkSpread(questions: readonly AuthoredQuestion[]): Iterable<Fault> {
  const path = ['questions'];
  const code = 'question-letters';
  const single = questions.filter(({ kind, options }) => kind === 'single' && options?.length === 4);
  if (single.length >= MIN_SPREAD) {
    const even = single.length / 4;
    for (const letter of 'ABCD') {
      const count = single.filter(({ answer }) => answer === letter).length;
      if (count < even * LETTER_SHARE.least || count > even * LETTER_SHARE.most)
        yield { code, path, message: say('checker:bank.letter', { letter, count, of: single.length }) };
    }
    const longest = single.filter(isLongestRight).length;
    if (longest > single.length * LONGEST_SHARE)
      yield { code, path, message: say('checker:bank.longest', { count: longest, of: single.length }) };
  }
  const judged = questions.filter(({ kind }) => kind === 'judge');
  const right = judged.filter(({ answer }) => answer === 'right').length;
  const isEven = right >= judged.length * JUDGE_SHARE.least && right <= judged.length * JUDGE_SHARE.most;
  if (judged.length >= MIN_SPREAD / 2 && !isEven)
    yield { code, path, message: say('checker:bank.judged', { count: right, of: judged.length }) };
}

/** Longer than every other option. */
const isLongestRight = ({ options = [], answer }: AuthoredQuestion): boolean => {
  const right = 'ABCDEF'.indexOf(answer ?? '?');
  const length = [...(options[right] ?? '')].length;
  return options.every((option, place) => place === right || [...option].length < length);
};
