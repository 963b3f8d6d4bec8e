/** Where the waiting went, worked by hand: seconds in, client times in milliseconds since the round began. */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { Anatomy, DrillEvent } from '#engine/model/events.ts';
import type { AnatomyThresholds } from '#engine/model/rubric.ts';
import { rubricFile } from '#library/schema/schema.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, rubric, scenario } from '#tests/scoring/support/shoe-shop.ts';

const LINES: AnatomyThresholds = {
  date: '2026-11-20',
  fewestRounds: 3,
  fewestSlow: 2,
  share: 0.35,
  ahead: 0.1,
  busyShare: 0.5,
  unseenS: 8,
  lookUpS: 5,
  thinkS: 8,
  phraseS: 10,
  charactersPerMinute: 40,
  fewestCharacters: 8,
  deletedShare: 0.3,
};
const two: ContentData = {
  ...content,
  scenarios: [scenario, { ...scenario, id: 'product-advice/other', customer: { ...scenario.customer, name: '老陈' } }],
  rubric: { ...rubric, anatomy: LINES },
};
const anatomyOf = (events: readonly DrillEvent[], of: ContentData = two) => makeReport(of, events).anatomy;
const only = (events: readonly DrillEvent[]) => {
  const { rounds } = anatomyOf(events);
  expect(rounds).toHaveLength(1);
  const [round] = rounds;
  if (!round) throw new Error('no round');
  return round;
};
const parts = (events: readonly DrillEvent[]) => only(events).segments.map((s) => [s.kind, s.seconds]);

/** The browser's times in seconds, which are easier to write in tests. */
type Times = {
  seen?: number | null;
  cards?: [string, number][];
  key?: number | null;
  typed?: number;
  deleted?: number;
};
const times = ({ seen = 0, cards = [], key = null, typed = 20, deleted = 0 }: Times): Anatomy => ({
  seenMs: seen === null ? null : seen * 1000,
  lookedUp: cards.map(([card, s]) => ({ card, ms: s * 1000 })),
  firstKeyMs: key === null ? null : key * 1000,
  typed,
  deleted,
});
/** One customer asks at 0 s and is answered at `s`. */
const answered = (s: number, anatomy: Anatomy | null): DrillEvent[] =>
  new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' }).replies(s, '39.5', {}, 'c1', anatomy).events;
/** A round every 200 seconds, of so many seconds each. */
const rounds = (...each: [number, Times | null, ('typed' | 'quick-reply' | 'pasted')?][]): DrillEvent[] => {
  const log = new Log().arrives(0);
  each.forEach(([seconds, of, how = 'typed'], n) => {
    log.says(n * 200, `问题${n}`).replies(n * 200 + seconds, '39.5', {}, 'c1', of === null ? null : times(of));
    for (const e of log.events)
      if (e.kind === 'trainee-said' && e.at === (n * 200 + seconds) * 1000)
        e.made = { ...e.made, how, quickReply: how === 'quick-reply' ? 'sf6' : null };
  });
  return log.events;
};

describe('[M145] a wait', () => {
  it('runs from the end of the burst here too: what was seen and typed while the customer still wrote is no part of it', () => {
    const log = new Log().arrives(0).says(0, '在吗', { last: false }).says(5, '穿几码', { opens: 'q-size' });
    const { events } = log.replies(14, '39.5', {}, 'c1', times({ seen: 3, key: 9, typed: 4 }));
    const { conversations, anatomy } = makeReport(two, events);
    expect(only(events).seconds).toBe(9);
    expect(anatomy.rounds.map(({ seconds }) => seconds)).toEqual(
      conversations[0]?.rounds.map(({ seconds }) => seconds),
    );
    expect(parts(events)).toEqual([
      ['thought', 4],
      ['typed', 5],
    ]);
  });

  it('tells no more characters deleted than were typed in it and aren’t in what was sent', () => {
    const deleted = (typed: number, gone: number): number | null =>
      only(answered(20, times({ key: 8, typed, deleted: gone }))).deleted;
    expect(deleted(12, 10_000)).toBe(8);
    expect(deleted(4, 10_000)).toBe(0);
    expect(deleted(12, 3)).toBe(3);
  });
});

describe('a round’s seconds', () => {
  it('are split into not seen, thought, looked up and typed, in the order they happened', () => {
    const events = answered(60, times({ seen: 12, cards: [['s01', 20]], key: 50, typed: 31, deleted: 4 }));
    expect(parts(events)).toEqual([
      ['unseen', 12],
      ['thought', 8],
      ['looked-up', 30],
      ['typed', 10],
    ]);
    expect(only(events)).toMatchObject({
      name: '一颗柚子',
      about: '这双我穿几码',
      at: 0,
      seconds: 60,
      typed: 31,
      deleted: 4,
      cards: [{ title: '逐峰3 缓震跑鞋', whileTyping: false }],
      cut: null,
    });
  });

  it('[M105] end 查资料 where another customer is served beside an open card', () => {
    const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2').says(0, '穿几码', { opens: 'q-size' });
    log.says(5, '在吗', { conversation: 'c2' }).replies(15, '在的', {}, 'c2');
    log.replies(60, '39.5', {}, 'c1', times({ seen: 2, cards: [['s01', 10]], key: 50 }));
    const round = anatomyOf(log.events).rounds.find(({ conversation }) => conversation === 'c1');
    expect(round?.segments.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['unseen', 2],
      ['thought', 8],
      ['looked-up', 5],
      ['untimed', 35],
      ['typed', 10],
    ]);
  });

  it('count a card opened after the first key as typing, and name only cards the shop has', () => {
    const events = answered(
      60,
      times({
        seen: 0,
        key: 10,
        cards: [
          ['s-ship', 30],
          ['nobody’s', 40],
        ],
      }),
    );
    expect(parts(events)).toEqual([
      ['thought', 10],
      ['typed', 50],
    ]);
    expect(only(events).cards).toEqual([{ title: '几点前付今天发', whileTyping: true }]);
  });

  it('are untimed without the browser’s times, or as far as these are missing', () => {
    expect(parts(answered(40, null))).toEqual([['untimed', 40]]);
    expect(only(answered(40, null))).toMatchObject({ typed: null, deleted: null, aloneSeconds: 0 });
    expect(parts(answered(40, times({ seen: null, key: 30 })))).toEqual([
      ['untimed', 30],
      ['typed', 10],
    ]);
    expect(parts(answered(40, times({ seen: null })))).toEqual([['untimed', 40]]);
  });

  it('are the server’s: longer browser times are cut, and times out of order follow those before', () => {
    const long = answered(20, times({ seen: 5, key: 28.5 }));
    expect(parts(long)).toEqual([
      ['unseen', 5],
      ['thought', 15],
    ]);
    expect(only(long).cut).toBe(8.5);
    const mixed = answered(20, times({ seen: 10, cards: [['s01', 2]], key: 6 }));
    expect(parts(mixed)).toEqual([
      ['unseen', 10],
      ['typed', 10],
    ]);
  });

  it('have no times for a card as the answer, and no round stands for a silence', () => {
    const card = new Log().arrives(0).says(0, '有图吗').acts(25, 'send-product', { sends: true }).events;
    expect(only(card)).toMatchObject({ how: 'card', about: '有图吗', segments: [{ kind: 'untimed', seconds: 25 }] });
    expect(anatomyOf(new Log().arrives(0).says(0, '穿几码').finishes(90).events)).toMatchObject({
      rounds: [],
      cause: null,
      evidence: '没有回过一次，没有时间可看。',
    });
  });

  it('tell who else waited before the conversation was opened, and for how long nobody else did', () => {
    const log = new Log(['c1', 'c2']);
    const opened = log.events[0];
    if (opened?.kind !== 'drill-opened') throw new Error('no opening');
    opened.customers = opened.customers.map((c) =>
      c.conversation === 'c2' ? { ...c, scenario: 'product-advice/other' } : c,
    );
    log.arrives(0).says(0, '穿几码').arrives(10, 'c2').says(10, '在吗', { conversation: 'c2' });
    log.replies(30, '39.5', {}, 'c1', times({ seen: 0, key: 20 }));
    log.replies(70, '在的', {}, 'c2', times({ seen: 45, key: 55 }));
    const second = anatomyOf(log.events).rounds.find((r) => r.conversation === 'c2');
    // Waits from 10 s, opened at 55 s; the other one waited until 30 s.
    expect(second).toMatchObject({ name: '老陈', waiting: ['一颗柚子'], aloneSeconds: 25 });
  });
});

describe('the cause of slowness', () => {
  it('is the goods when looking at cards takes the time', () => {
    const looked = (seconds: number): [number, Times] => [
      seconds,
      { seen: 1, cards: [['s01', 4]], key: seconds - 10, typed: 20 },
    ];
    const { cause, evidence } = anatomyOf(rounds(looked(50), looked(70), [15, { seen: 1, key: 5 }]));
    expect(cause).toEqual({ id: 'product', title: '商品和规则不熟' });
    // 36 + 56 of 50 + 70
    expect(evidence).toBe(
      '超过及格线的 2 次里，2 次先查了资料，共 1 分 32 秒，占等待的 77%；「逐峰3 缓震跑鞋」翻了 2 次。',
    );
  });

  it('[M200] is not the goods where an order alone was looked at: the sentence says where the time went', () => {
    const looked = (seconds: number): [number, Times] => [
      seconds,
      { seen: 1, cards: [['panel:orders', 4]], key: seconds - 10, typed: 20 },
    ];
    const { cause, evidence } = anatomyOf(rounds(looked(50), looked(70), [15, { seen: 1, key: 5 }]));
    expect(cause).toBeNull();
    expect(evidence).toBe(
      '超过及格线的 2 次里，查资料占等待的 77%，商品和规则一张都没翻，时间多半花在查订单上，不算四种原因里的哪一种。',
    );
  });

  it('[M201] tells apart slow replies that have no times', () => {
    const slow: [number, Times] = [50, { seen: 1, key: 45 }];
    const { evidence } = anatomyOf(rounds(slow, slow, [50, null], [10, { key: 2 }]));
    expect(evidence).toContain('超过及格线的 2 次里');
    expect(evidence).toContain('另有 1 次也超过及格线，没有计时，不在这几个数里。');
  });

  it('is nerves when nothing is looked up and much is deleted', () => {
    const { cause, evidence } = anatomyOf(
      rounds(
        [50, { seen: 2, key: 30, typed: 40, deleted: 20 }],
        [40, { seen: 0, key: 30, typed: 20 }],
        [10, { key: 2 }],
      ),
    );
    expect(cause?.id).toBe('nerves');
    // 28 + 20 of the first, 30 of the second, of 90
    expect(evidence).toBe(
      '超过及格线的 2 次里，2 次看到了、没有查什么，平均过了 29 秒才动手，共 1 分 18 秒，占等待的 87%；1 次打了 40 字又删 20 字。',
    );
  });

  it('[M161] is no nerves where the words came sooner than a hand types', () => {
    const ready: [number, Times] = [60, { seen: 2, key: 59, typed: 60 }];
    const { cause, evidence } = anatomyOf(rounds(ready, ready, [10, { key: 2 }]));
    expect(cause).toBeNull();
    expect(evidence).not.toContain('犹豫');
    expect(
      anatomyOf(rounds([60, { seen: 2, key: 55, typed: 10 }], [60, { seen: 2, key: 55, typed: 10 }], [10, { key: 2 }]))
        .cause?.id,
    ).toBe('nerves');
  });

  it('is nerves when much is deleted after long thought, and counts that once', () => {
    const redone: [number, Times] = [100, { seen: 1, key: 9, typed: 200, deleted: 100 }];
    const { cause, evidence } = anatomyOf(rounds(redone, redone, [10, { key: 2 }]));
    expect(cause?.id).toBe('nerves');
    expect(evidence).toContain('共 3 分 18 秒，占等待的 99%；2 次打了 400 字又删 200 字。');
  });

  it('is the tool when quick replies are found late and keys come slowly', () => {
    const { cause, evidence } = anatomyOf(
      rounds(
        [50, { seen: 2, key: 5, typed: 3 }, 'quick-reply'],
        [40, { seen: 0, key: 4, typed: 12 }],
        [10, { key: 2 }],
      ),
    );
    expect(cause?.id).toBe('tool');
    // 45 + 36 of 90; 12 characters in 36 s
    expect(evidence).toBe(
      '超过及格线的 2 次里，2 次慢在动手之后，共 1 分 21 秒，占等待的 90%；1 次用短语，从第一个键到发出共 45 秒；1 次打字每分钟 20 字。',
    );
  });

  it('is no sense of time when nobody else waits and the conversation is opened late', () => {
    const late = (seconds: number): [number, Times] => [seconds, { seen: seconds - 12, key: seconds - 10 }];
    const { cause, evidence } = anatomyOf(rounds(late(42), late(52), [10, { key: 2 }]));
    expect(cause).toEqual({ id: 'clock', title: '没有时间概念' });
    // 30 + 40 of 94
    expect(evidence).toBe('超过及格线的 2 次里，2 次没有别的客户在等，还是晚打开，共 1 分 10 秒，占等待的 74%。');
  });

  it('[M43] is none where the part that took most is below its threshold, and that part is named instead', () => {
    const long: [number, Times] = [40, { seen: 2, key: 6, typed: 100 }];
    const { cause, evidence } = anatomyOf(rounds(long, long, long));
    expect(cause).toBeNull();
    expect(evidence).toBe('超过及格线的 3 次里，打字占等待的 85%，够不上哪一种原因的线，说不出主要是哪一种。');
  });

  /** Three times two at once: `c2` is answered at 16 s, and `c1`, who was opened only then, at 40 s. */
  const openedLate = (firstReply: Anatomy): DrillEvent[] => {
    const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
    for (const n of [0, 1, 2]) {
      log.says(n * 200, `问题${n}`).says(n * 200, `在吗${n}`, { conversation: 'c2' });
      log.replies(n * 200 + 16, '在的', {}, 'c2', times({ key: 1 }));
      log.replies(n * 200 + 40, '39.5', {}, 'c1', firstReply);
    }
    return log.events;
  };

  it('[M137] [M207] names the longest part with its share of the whole wait, unopened or not', () => {
    const unopened = times({ seen: 16, cards: [['s01', 24]], key: 32, typed: 100 });
    expect(anatomyOf(openedLate(unopened)).evidence).toMatch(/没看到占等待的 40%，那时多半有别的客户也在等/);
    expect(anatomyOf(openedLate(times({ seen: 16, key: 18, typed: 100 }))).evidence).toMatch(/打字占等待的 55%，/);
  });

  it('is not told from too few rounds, and the sentence says why', () => {
    const slow: [number, Times] = [50, { seen: 40, key: 42 }];
    const quick: [number, Times] = [10, { key: 2 }];
    const why = (...each: Parameters<typeof rounds>) => {
      const { cause, evidence } = anatomyOf(rounds(...each));
      expect(cause).toBeNull();
      return evidence;
    };
    expect(why([50, null], [60, null])).toBe('回过的 2 次都没有计时，看不出时间花在哪。');
    expect(why(slow, slow, [50, null])).toBe('有计时的只有 2 次，不到 3 次，太少，慢在哪不下结论。');
    expect(why(quick, quick, quick)).toBe('有计时的 3 次都在及格线以内，不用找慢的原因。');
    expect(why(slow, quick, quick)).toBe('有计时的 3 次里，超过及格线的只有 1 次，太少，慢在哪不下结论，逐次看就行。');
    // Every part takes 10 s: none reaches its threshold in seconds, and none is a third of the wait.
    const even: [number, Times] = [34, { seen: 7, cards: [['s01', 14]], key: 23, typed: 100 }];
    expect(why(even, even, even)).toBe('超过及格线的 3 次里，没有哪一种原因占到等待的 35%，说不出主要是哪一种。');
    expect(why([80, { seen: 70, key: 72 }], [32, { seen: 2, key: 8, typed: 90 }], quick)).toBe(
      '超过及格线的 2 次里，「没有时间概念」只在 1 次里看得到，说不出是不是常这样。',
    );
  });

  it('[M169] names the longest part of the table beside two causes that come near each other', () => {
    const both: [number, Times] = [50, { seen: 20, cards: [['s01', 21]], key: 43 }];
    const { cause, evidence } = anatomyOf(rounds(both, both, [10, { key: 2 }]));
    expect(cause).toBeNull();
    expect(evidence).toBe(
      '超过及格线的 2 次里，最长的一段是查资料，占等待的 44%。够得上原因的，「商品和规则不熟」占 44%，「没有时间概念」占 40%，差不多，说不出主要是哪一种。',
    );
  });

  /** Three times two customers at once: `c2` is answered first, then `c1`, who was opened only then. */
  const oneAfterTheOther = (firstS: number, secondS: number): DrillEvent[] => {
    const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
    for (const from of [0, 200, 400]) {
      log.says(from, '在吗', { conversation: 'c2' }).says(from, '穿几码');
      log.replies(from + firstS, '在的', {}, 'c2', times({ seen: 0, key: firstS - 5, cards: [['s01', 1]] }));
      log.replies(from + secondS, '39.5', {}, 'c1', times({ seen: firstS, key: secondS - 10 }));
    }
    return log.events;
  };

  it('leaves out the time that other customers’ turns took', () => {
    // 3 × (35 + 61), less 3 × 35 unopened; 3 × 29 over a card
    expect(anatomyOf(oneAfterTheOther(35, 61))).toMatchObject({
      cause: { id: 'product' },
      evidence:
        '超过及格线的 6 次里，3 次先查了资料，共 1 分 27 秒，占等待的 48%（还没打开、别的客户也在等的 1 分 45 秒不算）；「逐峰3 缓震跑鞋」翻了 3 次。',
    });
  });

  it('is none of the four when other customers’ turns took most of the time', () => {
    // 3 × 28 of 3 × 45; the others were quick enough
    expect(anatomyOf(oneAfterTheOther(28, 45))).toMatchObject({
      cause: null,
      evidence:
        '超过及格线的 3 次里，1 分 24 秒是还没打开、别的客户也在等，占等待的 62%。这是顾不过来，不算四种原因里的哪一种。',
    });
  });

  it('[C4] leaves a round across a long stop out', () => {
    const log = new Log().arrives(0);
    for (const from of [0, 200, 400]) {
      log.says(from, '穿几码').stops(from + 1, 30);
      log.replies(from + 50, '39.5', {}, 'c1', times({ seen: 40, key: 42 }));
    }
    expect(anatomyOf(log.events).evidence).toBe('有计时的 3 次都跨过暂停，不算数，慢在哪不下结论。');
  });

  it('has its thresholds in the rubric, with a date, and is not told without them', () => {
    expect(rubric.anatomy).toEqual(LINES);
    const slow: [number, Times] = [50, { seen: 40, key: 42 }];
    const events = rounds(slow, slow, slow);
    expect(anatomyOf(events)).toMatchObject({ cause: { id: 'clock' }, linesDate: '2026-11-20' });
    const { anatomy: _, ...older } = rubric;
    expect(anatomyOf(events, { ...two, rubric: older })).toMatchObject({
      cause: null,
      linesDate: null,
      evidence: '这一场用的评分标准没有定判断原因的线，只列时间。',
    });
    const strict = { ...two, rubric: { ...rubric, anatomy: { ...LINES, share: 0.9 } } };
    expect(anatomyOf(events, strict).cause).toBeNull();
    expect(rubricFile.safeParse({ ...rubric, anatomy: { ...LINES, date: 'neulich' } }).success).toBe(false);
  });

  it('changes no mark', () => {
    const slow: Times = { seen: 40, key: 42 };
    const score = (of: Times | null) => makeReport(two, rounds([50, of], [50, of], [50, of])).score;
    expect(score(slow)).toBe(score(null));
  });
});
