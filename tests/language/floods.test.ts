/** Whatever is pasted, judging stays quick, grows no faster than the text, and quotes whole characters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { timesAsLong } from './shortest.ts';

const POINTS = [
  { id: 'size', says: '这款按平时的尺码拍', also: ['正码'], contradicts: ['偏小一码'] },
  { id: 'freight', says: '退回的运费您先垫付', contradicts: ['运费我们出'] },
].map((point) => compilePoint(point));
const CUSTOMER = '这个偏不偏码？不合适退回去运费谁出呀';
const QUESTIONS = [
  { id: 'fit', text: '偏不偏码', pointIds: ['size'] },
  { id: 'back', text: '运费谁出', pointIds: ['freight'] },
];
const judged = (reply: string) => judge({ reply, customer: CUSTOMER, points: POINTS, questions: QUESTIONS });

const FLOODS: readonly [string, string][] = [
  ['one character', '亲'],
  ['加微', '加微'],
  ['是不是', '是不是'],
  ['digits', '13800138000'],
  ['one digit', '9'],
  ['Chinese numerals', '一百二十'],
  ['emoji', '😀🙏'],
  ['full stops', '。'],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['question marks', '？'],
  ['mixed letters', 'vXqQwei1'],
  ['no punctuation', '您好这款鞋子是正码的按平时穿的码拍就可以不合适七天内可以退运费您先垫着'],
  ['refusals', '不能不要别'],
  ['conditions', '如果质量问题的话，'],
  ['times', '明天下午三点前'],
  ['open brackets', '（'],
  ['quotes', '"亲'],
  ['marks between letters', '微-信.'],
];
/** Linear time is four; a pattern that backtracks over the text takes sixteen times as long for four times the text. */
const MOST_FOR_FOUR = 9;

const textOf = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('floods', () => {
  test.each(FLOODS)('%s: time grows no faster than the text', (_, piece) => {
    const [quarter, whole] = [textOf(piece, 2500), textOf(piece, 10_000)];
    expect(
      timesAsLong(
        () => judged(whole),
        () => judged(quarter),
        MOST_FOR_FOUR,
      ),
    ).toBeLessThan(MOST_FOR_FOUR);
  });

  test('text beyond the longest that is read changes nothing', () => {
    const read = textOf('您好，', 10_000);
    expect(judged(`${read}滚`)).toEqual(judged(read));
  });
});

const PIECES = [
  '亲',
  '您好，',
  '加微信',
  '薇❤️',
  '🅥🅧',
  '😀',
  '👨‍👩‍👧',
  '🙄',
  'e\u0301',
  'が',
  '\u200b',
  '\ufe0f',
  '𠮷',
  '㊙',
  'ﬁ',
  '①',
  '１３８００１３８０００',
  '运费您先垫',
  '运费我们出',
  '正码',
  '偏小一码',
  '稍等，',
  '明天下午三点前回您',
  '验证码发我',
  '滚',
  '说过了吧',
  '抱歉让您久等了',
  '？',
  '。',
  '\n',
  ' ',
  'VX-200',
  '"',
  '（',
  '\ud83d',
  '\ude00',
];
const mixture = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), {
  maxLength: 24,
});

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
/** Whether `at` stands between the two halves of one character. */
const splits = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

describe('spans', () => {
  test('lie within the reply as typed and cut no character in two', () => {
    fc.assert(
      fc.property(mixture, (pieces) => {
        const reply = pieces.join('');
        const { points, redLines, evidence } = judged(reply);
        for (const { start, end } of [...points, ...redLines, ...evidence]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(reply.length);
          expect([splits(reply, start), splits(reply, end)]).toEqual([false, false]);
        }
      }),
      { numRuns: 400, seed: 20261120 },
    );
  });

  test('the same turn is judged the same, whatever was judged in between', () => {
    fc.assert(
      fc.property(mixture, mixture, (one, other) => {
        const first = judged(one.join(''));
        judged(other.join(''));
        expect(judged(one.join(''))).toEqual(first);
      }),
      { numRuns: 100, seed: 20261120 },
    );
  });
});
