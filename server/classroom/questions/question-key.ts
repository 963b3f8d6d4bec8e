/** What is right, from the cells of a row. */
import { OPTIONS_MAX, type OwnQuestion } from '#contract/practice/own-questions.ts';
import { say } from '#i18n/say.ts';
import { type AddFault, letterOf, type RawQuestion } from './raw-question.ts';
import { judgedPlace } from './said-in-files.ts';

export type QuestionKey = {
  options: readonly string[];
  right: number[];
  figure: number | null;
  tolerance: number | null;
};

/** Null: something is wrong, which is told. */
export const keyOf = (kind: OwnQuestion['kind'], raw: RawQuestion, add: AddFault): QuestionKey | null => {
  if (kind === 'judge') return judgement(raw, add);
  if (kind === 'calculate') return calculation(raw, add);
  const { options, cells } = raw;
  if (!areOptionsFit(options, add)) return null;
  const right = lettersIn(cells.key, options.length);
  const key = { options, figure: null, tolerance: null };
  if (kind === 'order') {
    // Without letters the options stand as they are done.
    if (cells.key === '') return { ...key, right: options.map((_, place) => place) };
    if (right === null || right.length !== options.length) {
      add(
        'odd-key',
        'key',
        say('school:questions.fault.key-order', { said: cells.key.slice(0, 20), count: options.length }),
      );
      return null;
    }
    return { ...key, right };
  }
  const [least, most] = kind === 'single' ? [1, 1] : [2, options.length];
  if (right === null || right.length < least || right.length > most) {
    const words = { said: cells.key.slice(0, 20), last: letterOf(options.length - 1) };
    const code = cells.key === '' ? 'missing' : 'odd-key';
    add(
      code,
      'key',
      say(kind === 'single' ? 'school:questions.fault.key-single' : 'school:questions.fault.key-multiple', words),
    );
    return null;
  }
  return { ...key, right: right.toSorted((a, b) => a - b) };
};

const areOptionsFit = (options: readonly string[], add: AddFault): boolean => {
  const fault = (text: string): false => {
    add('options', 'options', text);
    return false;
  };
  if (options.length < 2) return fault(say('school:questions.fault.few-options'));
  if (options.length > OPTIONS_MAX)
    return fault(say('school:questions.fault.many-options', { now: options.length, most: OPTIONS_MAX }));
  const gap = options.indexOf('');
  if (gap >= 0) return fault(say('school:questions.fault.gap', { letter: letterOf(gap) }));
  const second = options.findIndex((option, place) => options.indexOf(option) < place);
  if (second < 0) return true;
  const first = letterOf(options.indexOf(options[second] ?? ''));
  return fault(say('school:questions.fault.same-options', { first, second: letterOf(second) }));
};

/** Places of `ACD`, `A、C、D`; null: another sign, a letter without an option, or one twice. */
const lettersIn = (key: string, count: number): number[] | null => {
  const letters = [
    ...key
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s,、;.|/]/g, ''),
  ];
  const places = letters.map((letter) => letter.charCodeAt(0) - 65);
  const isFit = letters.every((letter, index) => /^[A-F]$/.test(letter) && (places[index] ?? 0) < count);
  return isFit && new Set(letters).size === letters.length && letters.length > 0 ? places : null;
};

const judgement = ({ cells, options }: RawQuestion, add: AddFault): QuestionKey | null => {
  // A table of another school may write 对 and 错 as options A and B.
  const said = /^[AB]$/i.test(cells.key) ? (options[cells.key.toUpperCase() === 'A' ? 0 : 1] ?? '') : cells.key;
  const place = judgedPlace(said);
  if (place === null) {
    const code = cells.key === '' ? 'missing' : 'odd-key';
    add(code, 'key', say('school:questions.fault.key-judge', { said: cells.key.slice(0, 20) }));
    return null;
  }
  return { options: [], right: [place], figure: null, tolerance: null };
};

const FIGURE = /^-?\d{1,12}(\.\d{1,10})?$/;
/** `1,234.50` and `￥12` are figures, too. */
const figureIn = (cell: string): number | null => {
  const digits = cell.normalize('NFKC').replace(/[,\s¥￥]/g, '');
  return FIGURE.test(digits) ? Number(digits) : null;
};

const calculation = ({ cells }: RawQuestion, add: AddFault): QuestionKey | null => {
  const figure = figureIn(cells.key);
  const tolerance = cells.tolerance === '' ? null : figureIn(cells.tolerance);
  if (figure === null) {
    const code = cells.key === '' ? 'missing' : 'odd-figure';
    add(code, 'key', say('school:questions.fault.figure', { said: cells.key.slice(0, 20) }));
  }
  if (cells.unit === '') add('missing', 'unit', say('school:questions.fault.unit'));
  const isToleranceOdd = cells.tolerance !== '' && (tolerance === null || tolerance < 0);
  if (isToleranceOdd)
    add('odd-figure', 'tolerance', say('school:questions.fault.tolerance', { said: cells.tolerance.slice(0, 20) }));
  return figure === null || cells.unit === '' || isToleranceOdd ? null : { options: [], right: [], figure, tolerance };
};
