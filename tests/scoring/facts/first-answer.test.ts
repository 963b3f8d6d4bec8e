import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { replayed } from '#scripts/fairness/replayed.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';
import { library } from '#tests/support/library.ts';

it('[T10] a question that the trainee put before the customer’s question doesn’t answer it', () => {
  const log = new Log().arrives(0);
  const text = '您拍的那双还没付，是拿不准码吗';
  log.replies(5, text, { asked: [{ fact: 'foot', again: false, quote: quote(log.nextMessage, text, '拿不准码') }] });
  log.says(20, '穿几码', { opens: 'q-size' });
  log.replies(46, '建议您拿 39.5', {
    answers: { 'q-size': 'answered' },
    points: [{ point: 'size', question: 'q-size' }],
    reaction: 'resolved',
  });
  log.changes(50, 'q-size', 'answered', 2);
  const report = makeReport(content, log.ends(52, 'kept', 'paid').finishes(60).events);
  expect(report.measures.find((m) => m.id === 'first-effective')?.value).toBe(26);
  expect(report.findings.filter((f) => f.code === 'merit:fast-first')).toEqual([]);
});

it.each(['not-recognised', 'clarifying'] as const)(
  '[M116] words sent before the question was shown answer nothing, and nobody doubts them: %s',
  (answer) => {
    const text = '您好，这双39.5在的，您想了解什么？';
    const firstDoubts = (isSentBefore: boolean) => {
      const log = new Log().arrives(0);
      if (isSentBefore) log.writes(1, text).says(4, '穿几码', { opens: 'q-size' });
      else log.says(4, '穿几码', { opens: 'q-size' }).writes(6, text);
      const message = isSentBefore ? 'm1' : 'm2';
      const points = [{ state: 'not-recognised' as const, quote: { message, start: 3, end: 9 } }];
      log.judges(isSentBefore ? 1 : 6, [message], text, { answers: { 'q-size': answer }, points });
      log.replies(60, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
      const report = makeReport(content, log.changes(64, 'q-size', 'answered', 2).finishes(80).events);
      const doubts = report.dimensions.flatMap(({ lost }) => lost.filter((row) => row.text.includes('算不算答')));
      return [report.measures.find(({ id }) => id === 'first-effective')?.value, doubts.length];
    };
    expect([firstDoubts(true), firstDoubts(false)]).toEqual([
      [56, 0],
      [2, 1],
    ]);
  },
);

it.each([
  ['脚长24.5穿39.5的多，您脚背高', 10],
  ['您平时39.5穿着紧吗？', 60],
  ['亲，咱们家的鞋子都很好看的呢', 60],
])(
  '[T281] words that state something of the question have touched it at once, though nobody could make them out: %s',
  (text, seconds) => {
    const log = asked().replies(10, text, { answers: { 'q-size': 'not-recognised' }, reaction: 'rephrase' });
    log.says(15, '所以穿几码', {}).replies(60, '建议您穿39.5码', {
      answers: { 'q-size': 'answered' },
      points: [{}],
      reaction: 'resolved',
    });
    const report = makeReport(content, log.changes(64, 'q-size', 'answered', 2).finishes(80).events);
    expect(report.measures.find(({ id }) => id === 'first-effective')?.value).toBe(seconds);
  },
);

describe('[M266] a question back that the customer’s case has an answer to', () => {
  it.each([
    ['a side fact is no doubt', 0, {}],
    ['one told before is one', 1, { again: true as const }],
  ])('%s', (_what, doubts, told) => {
    const text = '您签收了没有？';
    const log = asked().replies(10, text, {
      answers: { 'q-size': 'clarifying' },
      sideAsked: [{ fact: 'signed', quote: { message: 'm', start: 0, end: 7 }, ...told }],
    });
    log.replies(60, '建议您穿39.5码', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    const report = makeReport(content, log.changes(64, 'q-size', 'answered', 2).finishes(80).events);
    const lost = report.dimensions.flatMap((dimension) => dimension.lost);
    expect(lost.filter((row) => row.text.includes('算不算答'))).toHaveLength(doubts);
  });
});

it('[M150] a half told surely is a first answer, whatever the other half is', () => {
  // Of the boxes on this card one has gone out already: that it has, and that it may not be stopped, is the answer.
  const firstDoubts = (...says: string[]) => {
    const replies = toReplies(says.map((say) => ({ to: 'any', after: '10s', say })));
    const { doubted } = replayed(library, 'shipping-urge/ship-on-day-poshang', replies, { card: 9 });
    return doubted.filter((row) => row.says.includes('算不算答')).length;
  };
  const answer = '这盒今早8:50已经出库了，我先让快递拦，拦不拦得住要等他们回话，不敢跟您说一定行';
  expect(firstDoubts(answer, '拦没拦住，今天18:00前给您留言')).toBe(0);
});

describe('the first words that answer', () => {
  const wrongAt = (s: number, log = asked()) =>
    makeReport(
      content,
      log
        .replies(s, '拿41', {
          answers: { 'q-size': 'answered' },
          points: [{ state: 'wrong' }],
          reaction: 'wrong',
          bad: true,
        })
        .changes(s + 4, 'q-size', 'wrong', 1)
        .ends(s + 10, 'gone', 'lost')
        .finishes(s + 20).events,
    );
  const late = (report: ReturnType<typeof wrongAt>) => report.findings.find((f) => f.code === 'late-first');

  it('[T10] stop the clock when they are wrong, and the report says that they were wrong', () => {
    const report = wrongAt(71);
    expect(late(report)).toMatchObject({ seconds: 71, quote: '问完 1 分 11 秒才开口，还答错了' });
    expect(late(report)?.title).toContain('还答错了');
    expect(report.measures.find((m) => m.id === 'first-effective')).toMatchObject({
      value: 71,
      worked: '71；1 个会话这一句答错了',
    });
    expect(JSON.stringify([report.verdict, report.measures, late(report)])).not.toContain('答到了');
  });

  it('[T10] are not called the first words where the trainee spoke before', () => {
    const before = asked().replies(30, '在的亲', { answers: { 'q-size': 'untouched' } });
    expect(late(wrongAt(71, before))?.quote).toBe('问完 1 分 11 秒才答，还答错了');
  });

  it('[M7] get no praise for speed when they are wrong', () => {
    const report = wrongAt(10);
    expect(report.findings.map((f) => f.code)).not.toContain('merit:fast-first');
    expect(report.verdict).not.toContain('问完');
  });

  it('[T10] are not praised as a quick answer when they ask back or only give a time', () => {
    const text = '脚长多少';
    const asks = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    asks.replies(10, text, { asked: [{ fact: 'foot', again: false, quote: quote(asks.nextMessage, text, text) }] });
    expect(makeReport(content, asks.events).verdict).not.toContain('10 秒');
    const holds = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
    holds.replies(10, '我看下，半分钟', { hold: { seconds: 30, quote: null } });
    expect(makeReport(content, holds.events).verdict).not.toContain('10 秒');
  });

  it('[M1] are in time up to the threshold’s very second, and late by whole seconds after it', () => {
    const lateAt = (seconds: number) =>
      makeReport(
        content,
        asked()
          .replies(seconds, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
          .finishes(40).events,
      );
    const passS = content.rubric.tiers[0]?.passS ?? 0;
    expect(late(lateAt(passS + 0.4))).toBeUndefined();
    expect(late(lateAt(passS + 0.6))).toMatchObject({ quote: `问完 ${passS + 1} 秒才有一句答到` });
    expect(late(lateAt(passS + 0.6))?.why).toContain(`线是 ${passS} 秒`);
  });
});

describe('words that something is being looked up', () => {
  /** Holds at 14 s with or without a look-up, is back at `backS` or not at all, and answers then. */
  const lookedUp = ({ acts, backS, actsS = 12 }: { acts: string | null; backS: number | null; actsS?: number }) => {
    const log = asked();
    if (acts !== null && actsS < 14) log.acts(actsS, acts);
    const text = '我先看下单子';
    const hold = { seconds: null, quote: quote(log.nextMessage, text, text) };
    log.replies(14, text, { answers: { 'q-size': 'held' }, hold, reaction: 'hold' }).holds(14, 1, 84, false);
    if (acts !== null && actsS > 14) log.acts(actsS, acts);
    if (backS !== null) {
      log.endsHold(backS, true);
      log.replies(backS, '建议您拿 39.5', {
        answers: { 'q-size': 'answered' },
        points: [{ point: 'size', question: 'q-size' }],
        reaction: 'resolved',
      });
    }
    const report = makeReport(content, log.ends(95, 'kept', 'paid').finishes(100).events);
    return report.measures.find((m) => m.id === 'first-effective')?.value;
  };

  it('[T10] are the first response where the order is opened and the trainee comes back', () => {
    expect(lookedUp({ acts: 'check-order', backS: 40 })).toBeLessThan(15);
    // The button comes a little after the words.
    expect(lookedUp({ acts: 'check-order', backS: 40, actsS: 25 })).toBeLessThan(15);
    expect(lookedUp({ acts: 'check-order', backS: 40, actsS: 60 })).toBeGreaterThan(30);
  });

  it('[T10] are none without opening anything, by another operation, or where nobody comes back', () => {
    expect(lookedUp({ acts: null, backS: 40 })).toBeGreaterThan(30);
    expect(lookedUp({ acts: 'remark', backS: 40 })).toBeGreaterThan(30);
    expect(lookedUp({ acts: 'check-order', backS: null }) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(30);
  });
});

describe('words that the customer made sure of', () => {
  const line = (text: string) => ({
    bursts: [[{ kind: 'text' as const, text }]],
    mood: null,
    then: null,
    afterS: null,
  });
  const checked: ContentData = {
    ...content,
    scenarios: content.scenarios.map((scenario) => ({
      ...scenario,
      beats: scenario.beats.map((beat) => ({
        ...beat,
        asks: beat.asks.map((question) => ({
          ...question,
          points: question.points.map((one) =>
            one.id === 'size'
              ? { ...one, check: { right: line('那就大半码 是吧'), wrong: line('那还是39 是吧') } }
              : one,
          ),
        })),
      })),
    })),
  };
  /** Answers at 8 s in words nobody makes out; the customer says `line`, and the next turn at 25 s has the point as `state`. */
  const report = (line: string, state: 'covered' | 'wrong') => {
    const log = asked().replies(8, '平时那个往上半号', {
      answers: { 'q-size': 'not-recognised' },
      reaction: 'rephrase',
      detail: 'size',
    });
    log.says(14, line, { why: { kind: 'reaction', reaction: 'rephrase', turn: 1 } });
    log.replies(25, '对的', {
      answers: { 'q-size': state === 'covered' ? 'answered' : 'partial' },
      points: [{ point: 'size', question: 'q-size', state }],
    });
    return makeReport(checked, log.ends(40, 'kept', 'paid').finishes(45).events);
  };
  const firstOf = (made: ReturnType<typeof report>) => made.measures.find(({ id }) => id === 'first-effective')?.value;

  it('[T128] are the first response where the next turn says yes to it', () => {
    expect(firstOf(report('那就大半码 是吧', 'covered'))).toBe(8);
  });

  it('[T128] are none where the customer asked for it instead, or the next turn says no', () => {
    expect(firstOf(report('那穿几码嘛', 'covered'))).toBe(25);
    expect(firstOf(report('那就大半码 是吧', 'wrong'))).toBe(25);
  });
});

describe('the first message of a turn that answers', () => {
  /** Both in one turn, two seconds apart; only the second tells the point. */
  const firstOf = (first: string): number | string | null | undefined => {
    const log = asked();
    const [one, two] = [log.nextMessage, `m${Number(log.nextMessage.slice(1)) + 1}`];
    const second = '建议您拿39.5';
    const judged = {
      answers: { 'q-size': 'answered' as const },
      points: [{ quote: quote(two, second, second) }],
      reaction: 'resolved' as const,
    };
    log.writes(29, first).writes(31, second).judges(31, [one, two], `${first}\n${second}`, judged);
    const report = makeReport(content, log.ends(40, 'kept', 'paid').finishes(50).events);
    return report.measures.find(({ id }) => id === 'first-effective')?.value;
  };

  it('[T133] stops the clock where it is on what must be told', () => {
    expect(firstOf('脚背高的，39.5码有')).toBe(29);
    expect(firstOf('您问码吗，39.5码合适')).toBe(29);
  });

  it.each(['您好，在的', '您问的是39.5码吗'])(
    '[T133] doesn’t stop it by a greeting or a question back: %s',
    (words) => {
      expect(firstOf(words)).toBe(31);
    },
  );
});

describe('[M111] whether first words are an answer', () => {
  const askedBack = (s: number) => {
    const log = asked().replies(2, '您这脚是怎么样的', { answers: { 'q-size': 'clarifying' }, acts: ['ask-info'] });
    log.replies(s, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    return makeReport(content, log.changes(s + 4, 'q-size', 'answered', 2).finishes(200).events);
  };
  const ofResponse = (report: ReturnType<typeof askedBack>) => report.dimensions.find(({ id }) => id === 'response');

  it('is no doubt where the answer behind them is as good in time', () => {
    const report = askedBack(14);
    expect(ofResponse(report)?.lost).toEqual([]);
    expect(report.measures.find(({ id }) => id === 'first-effective')?.value).toBe(14);
  });

  it('is one where that came late, and it can be looked at though nobody can rule on it', () => {
    const doubts = ofResponse(askedBack(90))?.lost.flatMap((row) => row.doubts ?? []);
    expect(doubts).toEqual([{ conversation: 'c1', at: 0, text: '「您这脚是怎么样的」算不算答' }]);
  });
});

it('[M141] words that are charged as an answer nobody may give are the first answer', () => {
  const firstAt = (redLine: boolean) => {
    const log = new Log().arrives(0).says(4, '穿几码', { opens: 'q-size' });
    const said = '老人少穿点应该没事';
    const redLines = redLine
      ? [
          {
            code: 'false-claim' as const,
            confidence: 'high' as const,
            quote: quote(log.nextMessage, said, said),
            rule: '',
          },
        ]
      : [];
    log.replies(30, said, { answers: { 'q-size': 'vague' }, redLines });
    log.replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' });
    const report = makeReport(content, log.changes(74, 'q-size', 'answered', 2).finishes(90).events);
    return report.measures.find(({ id }) => id === 'first-effective')?.value;
  };
  expect([firstAt(true), firstAt(false)]).toEqual([26, 66]);
});
