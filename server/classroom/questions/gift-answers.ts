/** What stands between a question's braces, as kind, options and key; or the fault that keeps the bank from having it. */
import { say } from '#i18n/say.ts';
import { formatted, plainText } from './gift-marks.ts';
import { letterOf, type RawFault } from './raw-question.ts';

export type GiftAnswers = {
  kind: string;
  options: string[];
  key: string;
  tolerance: string;
  /** Words on single answers, each behind its letter: the bank has one explanation for all. */
  remarks: string[];
};
export type ReadAnswers = { answers: GiftAnswers } | { fault: RawFault };

const NOTHING: GiftAnswers = { kind: '', options: [], key: '', tolerance: '', remarks: [] };
const fault = (code: RawFault['code'], name: FaultName): ReadAnswers => ({
  fault: { code, column: 'kind', text: say(`school:questions.gift.${name}`) },
});
type FaultName = 'essay' | 'matching' | 'short-answer' | 'two-right' | 'no-right' | 'weights' | 'figures' | 'broken';

const JUDGED = /^(TRUE|T|FALSE|F)\s*(?:#([^#]*))?(?:#([^#]*))?$/i;

/** `text`: without the explanation. `format`: the stem's. */
export const giftAnswers = (text: string, format: string): ReadAnswers => {
  const body = text.trim();
  if (body === '') return fault('unsupported', 'essay');
  if (body.startsWith('#')) return figureAnswer(body.slice(1));
  const judged = JUDGED.exec(body);
  if (judged !== null) {
    const isRight = /^t/i.test(judged[1] ?? '');
    const remarks = judged.slice(2).map((words) => plainText(words ?? ''));
    return {
      answers: {
        ...{ ...NOTHING, kind: 'judge', key: isRight ? 'right' : 'wrong' },
        remarks: remarks.filter((words) => words !== ''),
      },
    };
  }
  return chosenAnswers(body, format);
};

type Answer = { isRight: boolean; weight: number | null; text: string; remark: string };

const chosenAnswers = (body: string, format: string): ReadAnswers => {
  if (!/^[~=]/.test(body)) return fault('broken', 'broken');
  const pieces = body.split(/(?=[~=])/);
  const answers = pieces.map((piece) => answerIn(piece, format));
  const isPaired = answers.some(({ text }) => text.includes('->'));
  if (isPaired && answers.every(({ isRight }) => isRight)) return orderAnswers(answers);
  if (answers.every(({ isRight }) => isRight)) return fault('unsupported', 'short-answer');
  const right = answers.filter((one) => one.isRight);
  if (right.length > 1) return fault('unsupported', 'two-right');
  return right.length === 1 ? singleAnswers(answers) : multipleAnswers(answers);
};

const answerIn = (piece: string, format: string): Answer => {
  const weight = /^[~=]\s*%(-?\d{1,3}(?:\.\d{1,10})?)%/.exec(piece);
  const [words = '', ...remark] = piece.slice(weight === null ? 1 : weight[0].length).split('#');
  return {
    isRight: piece.startsWith('='),
    weight: weight === null ? null : Number(weight[1]),
    text: plainText(formatted(words, format).text),
    remark: plainText(remark.join('#')),
  };
};

const remarksOf = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ remark }, place) =>
    remark === '' ? [] : [say('school:questions.gift.remark', { letter: letterOf(place), text: remark })],
  );

const singleAnswers = (answers: readonly Answer[]): ReadAnswers => {
  const isPart = answers.some(({ isRight, weight }) => weight !== null && (isRight ? weight !== 100 : weight > 0));
  if (isPart) return fault('weights', 'weights');
  const options = answers.map(({ text }) => text);
  const key = letterOf(answers.findIndex(({ isRight }) => isRight));
  return { answers: { ...NOTHING, kind: 'single', options, key, remarks: remarksOf(answers) } };
};

/** Shares of the mark are five decimals at most: three thirds make 99.99999. */
const WHOLE = { least: 99.9, most: 100.1 };

const multipleAnswers = (answers: readonly Answer[]): ReadAnswers => {
  const shares = answers.flatMap(({ weight }) => (weight !== null && weight > 0 ? [weight] : []));
  if (shares.length === 0) return fault('no-right', 'no-right');
  const sum = shares.reduce((all, share) => all + share, 0);
  const isEven = shares.every((share) => Math.abs(share - (shares[0] ?? 0)) < 0.01);
  if (!isEven || sum < WHOLE.least || sum > WHOLE.most) return fault('weights', 'weights');
  const key = answers.map(({ weight }, place) => (weight !== null && weight > 0 ? letterOf(place) : '')).join('');
  const options = answers.map(({ text }) => text);
  return { answers: { ...NOTHING, kind: 'multiple', options, key, remarks: remarksOf(answers) } };
};

/** `第 2 步`, `Step 2`: as the bank's own file has an order, which GIFT says by a matching. */
const STEP = /^(?:第\s*(\d{1,2})\s*步|step\s*(\d{1,2}))$/i;

const orderAnswers = (answers: readonly Answer[]): ReadAnswers => {
  const steps = answers.map(({ text }) => {
    const [left = '', ...rest] = text.split('->');
    const step = STEP.exec(left.trim());
    return { n: step === null ? null : Number(step[1] ?? step[2]), text: rest.join('->').trim() };
  });
  const sorted = steps.toSorted((a, b) => (a.n ?? 0) - (b.n ?? 0));
  if (!sorted.every(({ n }, index) => n === index + 1)) return fault('unsupported', 'matching');
  return {
    answers: { ...NOTHING, kind: 'order', options: sorted.map(({ text }) => text), remarks: remarksOf(answers) },
  };
};

const NUMBER = String.raw`-?\d{1,12}(?:\.\d{1,6})?`;
const FIGURE = new RegExp(`^(${NUMBER})(?::(${NUMBER}))?$`);
const RANGE = new RegExp(`^(${NUMBER})\\.\\.(${NUMBER})$`);
/** Keeps half of 1.1 to 1.3 from ending in 0.09999. */
const rounded = (figure: number): string => String(Math.round(figure * 1e6) / 1e6);

/** `#5:0.1`, `#4.9..5.1`, or one answer behind `=` with its words. */
const figureAnswer = (text: string): ReadAnswers => {
  const [, ...several] = text.split('=');
  if (several.length > 1 || (several.length === 1 && text.trimStart()[0] !== '='))
    return fault('unsupported', 'figures');
  const [written = '', ...remark] = (several[0] ?? text).split('#');
  const weight = /^\s*%(\d{1,3})%/.exec(written);
  if (weight !== null && weight[1] !== '100') return fault('weights', 'weights');
  const figure = (weight === null ? written : written.slice(weight[0].length)).trim();
  const remarks = [plainText(remark.join('#'))].filter((words) => words !== '');
  const range = RANGE.exec(figure);
  if (range !== null) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    const tolerance = rounded(Math.abs(high - low) / 2);
    return { answers: { ...NOTHING, kind: 'calculate', key: rounded((low + high) / 2), tolerance, remarks } };
  }
  const single = FIGURE.exec(figure);
  if (single === null) return fault('odd-figure', 'figures');
  // Moodle takes a figure without a tolerance for the figure alone.
  return { answers: { ...NOTHING, kind: 'calculate', key: single[1] ?? '', tolerance: single[2] ?? '0', remarks } };
};
