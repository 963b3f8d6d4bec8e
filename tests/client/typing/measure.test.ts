import { describe, expect, it } from 'vitest';
import { align } from '#client/features/typing/model/align.ts';
import {
  BOUT_MS,
  type Bout,
  countsIn,
  figuresOf,
  isOver,
  newBout,
  passedOn,
  perMinute,
  started,
  typed,
} from '#client/features/typing/model/bout.ts';
import { ghostMarks, ghostsOf, mostFrequent, resultOf } from '#client/features/typing/model/bout-result.ts';
import { packMarks, placeAt, unpackMarks } from '#client/features/typing/model/ghost.ts';
import { inOrder } from '#client/features/typing/model/in-order.ts';
import { isRight } from '#client/features/typing/model/mark-widths.ts';
import { piecesOf } from '#client/features/typing/model/text-pieces.ts';
import {
  accuracyOf,
  countsOf,
  isAtEnd,
  isFinished,
  slipsLeft,
  startRun,
  typeInto,
} from '#client/features/typing/model/text-run.ts';

const TEXT = '订单4417820963还没打包，SPF50+那支99元能改。';
const kinds = (value: string, text: string) =>
  align([...value], [...text])
    .steps.map(({ kind, at }) => (kind === 'right' ? '' : `${kind} ${at}`))
    .filter((one) => one !== '');
const runOf = (text: string, ...values: string[]) =>
  values.reduce((run, value, at) => typeInto(run, value, at * 1000), startRun(text));

describe('what is right [Y1]', () => {
  it('is each character by itself, whatever it is: Chinese, digit, letter or mark', () => {
    const run = runOf(TEXT, TEXT);
    expect(countsOf(run)).toEqual({ right: [...TEXT].length, wrong: 0, corrected: 0 });
    expect(accuracyOf(countsOf(run))).toBe(1);
  });

  it.each([
    [',', '，', true],
    ['，', ',', true],
    ['.', '。', true],
    ['?', '？', true],
    [':', '：', true],
    ['：', ':', true],
    ['(', '（', true],
    ['\\', '、', true],
    ['。', '.', false],
    ['４', '4', false],
    ['Ａ', 'A', false],
    ['a', 'A', false],
    ['。', '，', false],
  ])('%s for %s: %s', (given, expected, right) => {
    expect(isRight(given, expected)).toBe(right);
  });

  it('counts a correction once, and a right character taken back on the way to it not at all', () => {
    const run = runOf('运费险', '运费', '运费显', '运费', '运', '运费险');
    expect(countsOf(run)).toEqual({ right: 3, wrong: 0, corrected: 1 });
    expect(run.corrected).toEqual([{ expected: '险', typed: '显' }]);
    expect(accuracyOf(countsOf(run))).toBe(0.75);
  });

  it('finds a correction in the middle too, and one that an automatic replacement makes', () => {
    const run = runOf('分摊运费', '分滩运费', '分摊运费');
    expect(countsOf(run)).toEqual({ right: 4, wrong: 0, corrected: 1 });
  });

  it('leaves out nothing: what is wrong, extra or missed is part of the accuracy', () => {
    const counts = countsOf(runOf('您好，在的', '您号，的的'));
    expect(counts).toEqual({ right: 3, wrong: 2, corrected: 0 });
    expect(accuracyOf(counts)).toBe(0.6);
    expect(accuracyOf({ right: 0, wrong: 0, corrected: 0 })).toBeNull();
  });
});

describe('a slip [Y3]', () => {
  it.each([
    ['a skipped character', '订单41782', '订单441782', ['missed 2']],
    ['a skipped one in the middle', '您好在的请说', '您好，在的请说', ['missed 2']],
    ['an extra one', '您好好，在的', '您好，在的', ['extra 1']],
    ['a wrong one', '分滩运费', '分摊运费', ['wrong 1']],
    ['two in different places', '您好在的亲说', '您好，在的请说', ['missed 2', 'wrong 5']],
    ['none', '', '您好', []],
  ])('%s condemns nothing after it', (_, value, text, slips) => {
    const found = kinds(value, text);
    if (found[0]?.startsWith('extra')) expect(found).toHaveLength(1);
    else expect(found).toEqual(slips);
  });

  it('in the last character typed is a wrong one, also after a skipped one', () => {
    expect(kinds('订单41782号', '订单4417820963')).toEqual(['missed 2', 'wrong 8']);
  });

  it('at the last character leaves the end reached, and the text not finished', () => {
    const text = '您看这样可以吗？';
    expect(isFinished(runOf(text, '您看这样可以吗'))).toBe(false);
    expect(isFinished(runOf(text, text))).toBe(true);
    const wrong = runOf(text, '您看这样可以吗！');
    expect([isAtEnd(wrong), isFinished(wrong)]).toEqual([true, false]);
    // What a phrase of the input method brought too much doesn't hold it up.
    expect(isFinished(runOf(text, `${text}！`))).toBe(true);
  });

  it('can’t be made a jump: the last character alone is no finished text', () => {
    expect(align(['。'], [...TEXT]).reached).toBe(1);
  });

  it('is shown where it stands, with what was typed', () => {
    const run = runOf('您好，在的请说吧', '您好好在地请');
    expect(slipsLeft(run).length).toBe(2);
    const pieces = piecesOf(run, 1);
    expect(pieces.map(({ text }) => text).join('')).toBe('您好，在的请说吧');
    expect(pieces.find(({ kind }) => kind === 'current')?.text).toBe('说');
    expect(pieces.filter(({ kind }) => kind === 'wrong').map((one) => [one.text, one.typed])).toContainEqual([
      '的',
      '地',
    ]);
    expect(pieces.filter(({ hasGhost }) => hasGhost).map(({ from }) => from)).toEqual([1]);
  });
});

const texts = [
  { id: 'a', text: '您好，在的，请您说，我这就帮您查一下单号，您稍等。' },
  { id: 'b', text: '好的，这就给您改。' },
];
const first = texts[0]?.text ?? '';
const write = (bout: Bout, text: string, from: number, stepMs: number): Bout =>
  [...text].reduce((now, _, place) => typed(now, text.slice(0, place + 1), from + (place + 1) * stepMs), bout);

describe('a bout', () => {
  it('starts its clock at the first key, before anything is judged [Y2]', () => {
    const bout = started(newBout(texts), 5_000);
    expect(countsIn(bout)).toEqual({ right: 0, wrong: 0, corrected: 0 });
    expect(figuresOf(bout, 15_000).leftMs).toBe(BOUT_MS - 10_000);
    // A composition of ten seconds is part of the time.
    expect(figuresOf(typed(bout, '您好，在的', 15_000), 15_000).overall).toBe(30);
    expect(started(bout, 9_000)).toBe(bout);
  });

  it('goes on with the next text, and from the first again after the last', () => {
    let bout = write(started(newBout(texts), 0), first, 0, 500);
    expect(bout.current).toMatchObject({ id: 'b', from: first.length * 500 });
    bout = write(bout, '好的，这就给您改。', 20_000, 500);
    expect(bout.current.id).toBe('a');
    expect(bout.done.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(countsIn(bout).right).toBe(first.length + 9);
  });

  it('passes on by Enter only where the end is reached', () => {
    const bout = started(newBout([{ id: 'x', text: '在的。' }]), 0);
    const early = typed(bout, '在', 1000);
    expect(passedOn(early, 2000)).toBe(early);
    expect(passedOn(typed(bout, '在的！', 1000), 2000).done).toHaveLength(1);
  });

  it('counts right characters of whole minutes alone, and none after its end [Y1]', () => {
    expect([perMinute(109, BOUT_MS), perMinute(110, BOUT_MS)]).toEqual([54, 55]);
    const bout = typed(started(newBout(texts), 0), '您好', 1000);
    expect(isOver(bout, BOUT_MS - 1)).toBe(false);
    expect(isOver(bout, BOUT_MS)).toBe(true);
    expect(typed(bout, '您好，在的', BOUT_MS)).toBe(bout);
  });

  it('says nothing of the first seconds, and of now by the last fifteen', () => {
    const bout = write(started(newBout(texts), 0), first.slice(0, 20), 0, 1000);
    expect(figuresOf(bout, 2000).overall).toBeNull();
    expect(figuresOf(bout, 40_000)).toMatchObject({ overall: 30, recent: 0, accuracy: 1 });
    expect(figuresOf(bout, 20_000).recent).toBe(60);
  });

  it('that has fewer than twenty right characters isn’t counted', () => {
    const short = write(started(newBout(texts), 0), first.slice(0, 19), 0, 1000);
    expect(resultOf(short, 1).isCounted).toBe(false);
    const long = write(started(newBout(texts), 0), first.slice(0, 20), 0, 1000);
    expect(resultOf(long, 1)).toMatchObject({ isCounted: true, right: 20, speed: 10, accuracy: 1, slips: [] });
  });

  it('tells which characters went wrong most, left and corrected ones', () => {
    const slips = [
      { expected: '赔', typed: '陪' },
      { expected: '险', typed: '' },
      { expected: '赔', typed: '陪' },
    ];
    expect(mostFrequent(slips, 1)).toEqual([{ expected: '赔', typed: '陪', count: 2 }]);
    const bout = typed(typed(started(newBout(texts), 0), '您号，在地', 1000), '您好，在地', 2000);
    expect(resultOf(bout, 1).slips).toEqual([
      { expected: '的', typed: '地' },
      { expected: '好', typed: '号' },
    ]);
  });
});

describe('the ghost', () => {
  it('is the run of then, packed to a tenth of a second', () => {
    const marks = [310, 310, 940, 12_000, 12_049, 60_000];
    const packed = packMarks(marks);
    expect(unpackMarks(packed)).toEqual([300, 300, 900, 12_000, 12_000, 60_000]);
    expect(packMarks(Array.from({ length: 160 }, (_, place) => place * 700)).length).toBeLessThan(400);
    expect([placeAt(marks, 0), placeAt(marks, 310), placeAt(marks, 12_040), placeAt(marks, 99_000)]).toEqual([
      0, 2, 4, 6,
    ]);
    expect(unpackMarks('a b ! ')).toHaveLength(2);
  });

  it('is kept of every text that was typed far enough, and is none of a text that was changed', () => {
    const bout = write(started(newBout(texts), 0), first, 0, 500);
    const ghosts = ghostsOf(bout);
    expect(Object.keys(ghosts)).toEqual(['a']);
    expect(ghosts.a).toMatchObject({ speed: 120, length: first.length });
    expect(ghostMarks(ghosts, 'a', first.length)?.slice(0, 2)).toEqual([500, 1000]);
    expect(ghostMarks(ghosts, 'a', first.length + 1)).toBeNull();
    expect(ghostMarks(ghosts, 'b', 9)).toBeNull();
  });
});

it('texts come in an order of the seed alone, each once, another at another seed [Y6]', () => {
  const many = Array.from({ length: 24 }, (_, place) => ({ id: `text-${place}` }));
  const order = (seed: string) => inOrder(many, seed).map(({ id }) => id);
  expect(order('7')).toEqual(order('7'));
  expect(order('8')).not.toEqual(order('7'));
  expect(order('7').toSorted()).toEqual(many.map(({ id }) => id).toSorted());
  expect(new Set(Array.from({ length: 60 }, (_, seed) => order(String(seed))[0])).size).toBeGreaterThan(15);
});
