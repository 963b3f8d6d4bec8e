/** Praise rests on each thing it names (RULES T74). */
import { describe, expect, it } from 'vitest';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked, one } from '#tests/scoring/support/reading.ts';

const WHOLE = '39.5，脚背高往大半码';
const merits = (log: ReturnType<typeof asked>): string[] =>
  all(log.events).flatMap(({ code, severity }) => (severity === 'merit' ? [code] : []));

/** The answer at 10 s, each of its two points heard with a chance of its own. */
const answered = (size: number, why: number) => {
  const log = asked();
  return log.replies(10, WHOLE, {
    answers: { 'q-size': 'answered' },
    points: [
      { quote: quote(log.nextMessage, WHOLE, '39.5'), confidence: size },
      { point: 'why', quote: quote(log.nextMessage, WHOLE, '脚背高往大半码'), confidence: why },
    ],
    reaction: 'resolved',
  });
};

describe('[T74] an answer praised as whole', () => {
  const { praised } = VERDICT_THRESHOLDS.covered;

  it('has each of its points heard surely enough, whichever it is', () => {
    expect(merits(answered(0.9, praised))).toEqual(['merit:full-answer']);
    expect(merits(answered(0.9, praised - 0.01))).toEqual([]);
    expect(merits(answered(praised - 0.01, 0.9))).toEqual([]);
  });

  it('costs nothing where the praise is left out', () => {
    const marks = (log: ReturnType<typeof asked>) => all(log.events).map((finding) => finding.marks);
    expect(marks(answered(0.9, 0.5))).toEqual([]);
  });
});

describe('[T74] a question praised for what the customer told', () => {
  const drawn = (words: string, aside?: true) => {
    const log = asked();
    const request = { fact: 'foot', quote: quote(log.nextMessage, words, words), again: false };
    log.replies(10, words, {
      answers: { 'q-size': 'clarifying' },
      asked: [aside ? { ...request, aside } : request],
    });
    log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    return merits(log.says(16, '24.5'));
  };

  it('asks for that, and likelier for nothing else', () => {
    expect(drawn('脚长多少')).toEqual(['merit:asked-first']);
    expect(drawn('脚长多少', true)).toEqual([]);
  });

  it('[M154] quotes of the words that ask for it those that are a question', () => {
    const log = asked();
    const words = '看脚长多少哈：240穿38\n您脚长是多少？爱穿松点吗';
    const heard = quote(log.nextMessage, words, '看脚长多少哈');
    log.replies(10, words, {
      answers: { 'q-size': 'clarifying' },
      asked: [{ fact: 'foot', quote: heard, again: false }],
    });
    log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    expect(one(log.says(16, '24.5').events, 'merit:asked-first').quote).toMatch(/^您脚长是多少？?$/);
  });

  it('is no look-up of the shop’s own', () => {
    expect(drawn('我给您看一眼还有没有')).toEqual([]);
  });
});

describe('[M128] a praise names', () => {
  const whyOf = (log: ReturnType<typeof asked>, code: string) =>
    all(log.events).find((found) => found.code === code)?.why;

  it('the points of a whole answer where each stands in the words', () => {
    expect(whyOf(answered(0.9, 0.9), 'merit:full-answer')).toContain('这一句都有：');
    const log = asked();
    const words = '39.5，就拿这个';
    log.replies(10, words, {
      answers: { 'q-size': 'answered' },
      points: [
        { quote: quote(log.nextMessage, words, '39.5'), confidence: 0.9 },
        { point: 'why', quote: quote(log.nextMessage, words, '就拿这个'), confidence: 0.9 },
      ],
      reaction: 'resolved',
    });
    const why = whyOf(log, 'merit:full-answer');
    expect(why).toContain('这一句都有');
    expect(why).not.toContain('这一句都有：');
  });

  const ahead = (words: string, telling = words) => {
    const log = asked();
    const told = { point: 'ship', question: 'q-ship', asked: false, confidence: 0.99 };
    log.replies(10, `39.5，${words}`, {
      answers: { 'q-size': 'answered' },
      points: [{}, { ...told, quote: quote(log.nextMessage, `39.5，${words}`, telling) }],
      reaction: 'resolved',
    });
    return whyOf(log, 'merit:answered-ahead');
  };

  it('the question told ahead where its words speak of it', () => {
    expect(ahead('四点前付的今天发')).toContain('还没问，你先说了');
    expect(ahead('一个字都不能说')).not.toContain('还没问，你先说了');
  });

  it('[M153] the words where they name no question, and the question where they tell its figure', () => {
    expect(ahead('一个字都不能说')).toContain('「一个字都不能说」客户还没问');
    const log = new Log().arrives(0).says(0, '在吗');
    const told = { point: 'size', question: 'q-size', asked: false, confidence: 0.99 };
    log.replies(5, '拿39.5码', { points: [{ ...told, quote: quote(log.nextMessage, '拿39.5码', '39.5码') }] });
    expect(whyOf(log, 'merit:answered-ahead')).toContain('「这双我穿几码」还没问');
  });

  it('[M153] nothing where the sentence is of the question that stands open', () => {
    expect(ahead('您穿几码得量了才知道，这个我说了不算', '这个我说了不算')).toBeUndefined();
    expect(ahead('您穿几码得量。这个我说了不算', '这个我说了不算')).toContain('「这个我说了不算」客户还没问');
  });
});
