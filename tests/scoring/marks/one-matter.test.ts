/** One matter told wrong or asked for more than once is one charge, with the other places folded under it (RULES M143). */
import { describe, expect, it } from 'vitest';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import { type Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked } from '#tests/scoring/support/reading.ts';
import { beat, contentWith, point, question } from '#tests/scoring/support/shoe-shop.ts';

const content = contentWith({
  duties: [],
  beats: [
    beat('size', {
      asks: [
        question(
          'q-size',
          '要赔这个数，找谁定、几时回',
          [point('who', '这个数要报主管定'), point('hour', '2小时内给您回话')],
          '这个数要主管定，2小时内回您',
        ),
      ],
    }),
  ],
});

type Told = { words: string; points: Readonly<Record<string, PointNote['state']>> };

/** A log of the turns, twenty seconds apart, each telling points of the question. */
const told = (...turns: readonly Told[]): Log =>
  turns.reduce(
    (log, { words, points }, i) =>
      log.replies(5 + i * 20, words, {
        answers: { 'q-size': 'partial' },
        points: Object.entries(points).map(([id, state], place) => ({
          ...{ point: id, question: 'q-size', state },
          quote: { ...quote(`m${i + 2}`, words, words), start: place * 8, end: place === 0 ? 8 : words.length },
        })),
        reaction: Object.values(points).includes('wrong') ? 'wrong' : 'none',
      }),
    asked(),
  );

const wrong = (log: Log) => all(log.events, content).filter(({ code }) => code === 'wrong-fact');
const first: Told = { words: '我现在就报班长，最晚20:12前给您准话', points: { who: 'wrong', hour: 'wrong' } };
const again: Told = { words: '刚刚已经报上去，20:41前给您回话', points: { hour: 'wrong' } };

describe('[M143] the hour that hangs on who decides', () => {
  it('is no charge of its own, however often it is said while that stands wrong', () => {
    const found = wrong(told(first, again, { ...again, words: '刚刚已经报上去，20:50前给您回话' }));
    expect(found).toHaveLength(1);
    expect(found[0]?.title).toContain('主管');
    expect(found[0]?.why).toContain('跟着一起说错的：应当是「2小时内给您回话」');
    expect(found[0]?.why?.match(/又说了一遍/g)).toHaveLength(2);
    expect(wrong(told(first))).toHaveLength(1);
  });

  it('is a fault of its own once that was put right, and where it never was wrong', () => {
    const right: Told = { words: '刚才说错了：要报主管来定的', points: { who: 'covered' } };
    expect(wrong(told({ ...first, points: { who: 'wrong' } }, right, again))).toHaveLength(2);
    expect(wrong(told(right, again))).toHaveLength(1);
  });
});

describe('[M143] what was told and is asked for again', () => {
  const askedFor = (...whats: readonly string[]): Log =>
    whats.reduce((log, what, i) => {
      const words = `您的${what}是多少`;
      return log.replies(5 + i * 20, words, {
        askedAgain: [{ what, quote: quote(`m${i + 2}`, words, words) }],
        reaction: 'asked-again',
      });
    }, asked());
  const found = (log: Log) => all(log.events, content).filter(({ code }) => code === 'asked-again');

  it('is one fault with both places, and another thing a second', () => {
    const twice = found(askedFor('脚长', '脚长'));
    expect(twice).toHaveLength(1);
    expect(twice[0]?.why).toContain('又问了一遍');
    expect(found(askedFor('脚长', '脚背'))).toHaveLength(2);
  });
});
