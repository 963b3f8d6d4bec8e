import { describe, expect, it } from 'vitest';
import { reportSchema } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import { makeReport } from '#scoring/report.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

type Tone = TurnJudgement['tone'];

const OPENED: OpenedRush = {
  ...{ profile: 'd11-open', level: 2, minutes: 15, dial: true, capacity: 2 },
  ...{ colleagueAfterMs: 90_000, closingMs: 300_000, greeting: null },
};

/** The log as a rush, with what happens at the door; in order of time. */
const rushed = (log: Log, door: readonly DrillEvent[] = []): DrillEvent[] =>
  [...log.events, ...door]
    .map((event) => (event.kind === 'drill-opened' ? { ...event, rush: OPENED } : event))
    .toSorted((a, b) => a.at - b.at);
const queued = (s: number, conversation: string): DrillEvent => ({
  kind: 'customer-queued',
  at: s * 1000,
  conversation,
});
const left = (s: number, conversation: string, how: 'gave-up' | 'colleague' | 'rush-over'): DrillEvent => ({
  kind: 'queue-left',
  at: s * 1000,
  conversation,
  how,
});

const rushOf = (
  events: readonly DrillEvent[],
  ...more: Parameters<typeof makeReport> extends [unknown, unknown, ...infer R] ? R : never
) => {
  const report = makeReport(content, events, ...more);
  reportSchema.parse(report);
  return report.rush;
};

const ORDER = { id: 'order', no: '…1', status: 'signed', placed: '10-01 10:00', items: [] } as never;
const KEYS = ['c1', 'c2', 'c3', 'c4', 'c5'];

/** One answered question of c1, `gap` seconds after it was asked. */
const ask = (log: Log, at: number, gap: number, tone: Tone = 'neutral'): void => {
  const opens = `q-${at}`;
  log.says(at, `问 ${opens}`, { opens });
  log.replies(at + gap, `答 ${opens}`, {
    tone,
    toneConfidence: 1,
    answers: { [opens]: 'answered' },
    reaction: 'resolved',
  });
  log.changes(at + gap + 4, opens, 'answered');
};

/** Six turns alone, then six while five are at the desk; so many of each cold. */
const loaded = (coldFew: number, coldMany: number): DrillEvent[] => {
  const log = new Log(KEYS).arrives(0);
  for (let i = 0; i < 6; i++) ask(log, 10 + i * 30, 8, i < coldFew ? 'cold' : 'neutral');
  for (const key of KEYS.slice(1)) log.arrives(300, key);
  for (let i = 0; i < 6; i++) ask(log, 310 + i * 30, 20, i < coldMany ? 'cold' : 'neutral');
  return rushed(log.finishes(520, KEYS));
};

describe('the report of a rush', () => {
  it('[Q9] tells what became of each who came, once, and how long they were in the queue', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.arrives(50, 'c2', { queuedMs: 20_000 });
    const door: DrillEvent[] = [
      ...[queued(30, 'c2'), queued(35, 'c3'), queued(40, 'c4'), queued(800, 'c5')],
      ...[left(75, 'c3', 'gave-up'), left(130, 'c4', 'colleague'), left(900, 'c5', 'rush-over')],
      { kind: 'conversation-closed', at: 60_000, conversation: 'c2', by: 'transfer', note: '换码' },
    ];
    const rush = rushOf(rushed(log.finishes(950, ['c1']), door));
    expect(rush).toMatchObject({
      ...{ came: 5, leftQueue: 1, colleague: 1, unserved: 1, transferred: 1, leftDesk: 0 },
      queue: { waited: 4, longestS: 100, meanS: 62.5 },
      said: '来了 5 位，接完 0 位，排队等不及走了 1 位，同事接走 1 位，转给同事 1 位，到点还在排队 1 位，结束时没接完 1 位。',
      broke: { kind: 'gave-up', minute: 2, open: 1 },
    });
    const all = ['served', 'lost', 'leftQueue', 'leftDesk', 'transferred', 'colleague', 'unserved'] as const;
    expect(all.reduce((sum, one) => sum + (rush?.[one] ?? 0), 0)).toBeLessThanOrEqual(rush?.came ?? 0);
  });

  it('[Q9][M157] calls nobody served who was answered and went without what they came for', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.ends(60, 'kept', 'paid').arrives(70, 'c2').ends(100, 'gone', 'lost', { conversation: 'c2' });
    log.arrives(110, 'c3').ends(170, 'gone', 'lost', { conversation: 'c3', silent: true });
    expect(rushOf(rushed(log.finishes(200, ['c1', 'c2', 'c3'])))).toMatchObject({
      ...{ came: 3, served: 1, lost: 1, leftDesk: 1 },
      said: '来了 3 位，接完 1 位，没谈妥走了 1 位，接进来一句没回就走了 1 位。',
    });
  });

  it('[M176] tells who had all answers and placed no order from who went without what they came for', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.ends(60, 'gone', 'lost').arrives(70, 'c2').says(71, '能退吗', { opens: 'q-c2', conversation: 'c2' });
    log.ends(100, 'gone', 'lost', { conversation: 'c2' });
    const report = makeReport(content, rushed(log.finishes(200, ['c1', 'c2'])));
    expect(report.rush?.said).toBe('来了 2 位，接完 0 位，都答了没下单 1 位，没谈妥走了 1 位。');
    expect(report.conversations.map(({ outcome }) => outcome)).toEqual(['没下单', '走了']);
  });

  it('[M193] counts in one word who was answered and ordered nothing: content, going off to think, or a regular', () => {
    const log = new Log(KEYS).arrives(5, 'c1', { orders: [ORDER] });
    ask(log, 6, 10);
    log.opensWindow(30, 'order-prompt', 60).closesWindow(60, 'order-prompt', 'missed').ends(60, 'gone', 'lost');
    log.arrives(70, 'c2').ends(100, 'kept', 'kept', { conversation: 'c2' });
    const events = rushed(log.finishes(200, ['c1', 'c2']));
    const types = [{ id: 'product-advice', name: '', stage: 'before' as const }];
    const report = makeReport({ ...content, types }, events);
    expect(report.rush?.said).toBe('来了 2 位，接完 0 位，都答了没下单 2 位。');
    expect(report.conversations.map(({ outcome }) => outcome)).toEqual(['没下单', '没下单']);
    const results = report.transcript.filter(({ text }) => text.startsWith('结果')).map(({ text }) => text.slice(3, 6));
    expect(results).toEqual(['没下单', '没下单']);
    expect(drillResult(report, events).rush).toMatchObject({ served: 2, lost: 0 });
  });

  it('[Q9] tells who went without a word to them from who had replies and waited for the next', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.ends(90, 'gone', 'lost', { silent: true }).arrives(80, 'c2');
    log.ends(170, 'gone', 'lost', { conversation: 'c2', silent: true });
    const rush = rushOf(rushed(log.finishes(200, ['c1', 'c2'])));
    expect(rush).toMatchObject({
      ...{ came: 2, served: 0, leftDesk: 1, leftMidway: 1 },
      said: '来了 2 位，接完 0 位，接进来一句没回就走了 1 位，回过话、后面没等到走了 1 位。',
      broke: { kind: 'left-midway', said: expect.stringContaining('等不到下一句，走了') },
    });
  });

  it('[M225] tells how many of those served are still waited on', () => {
    const returning = (...clicked: string[]) => {
      const log = new Log(KEYS).arrives(5);
      ask(log, 6, 10);
      for (const action of clicked) log.acts(20, action);
      return rushOf(rushed(log.ends(60, 'kept', 'returned').finishes(100, ['c1'])))?.said;
    };
    expect(returning()).toBe('来了 1 位，接完 1 位（其中 1 位的事还没办完）。');
    expect(returning('approve-return')).toBe('来了 1 位，接完 1 位。');
  });

  it('[Q9] counts, row and verdict have one outcome: escalated, handed over in its course, over before, and unfinished', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.ends(60, 'up', 'escalated').arrives(70, 'c2').ends(100, 'kept', 'kept', { conversation: 'c2' });
    log.arrives(110, 'c3').arrives(120, 'c4');
    const door: DrillEvent[] = ['c2', 'c3'].map((conversation, i) => ({
      ...{ kind: 'conversation-closed', at: 130_000 + i, conversation, by: 'transfer', note: '换码' },
    }));
    const report = makeReport(content, rushed(log.finishes(200, ['c1', 'c4']), door));
    expect(report.rush).toMatchObject({ came: 4, served: 1, escalated: 1, transferred: 1, open: 1, lost: 0 });
    expect(report.rush?.said).toBe('来了 4 位，接完 1 位，升级 1 位，转给同事 1 位，结束时没接完 1 位。');
    expect(report.conversations.map(({ outcome, rating }) => [outcome, rating === null])).toEqual([
      ...[
        ['升级', false],
        ['办妥', false],
        ['转给同事', true],
        [null, true],
      ],
    ]);
  });

  it('[Q9] counts the wait of who is still in the queue when the drill is ended before its minutes are over', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    const rush = rushOf(rushed(log.finishes(120, ['c1']), [queued(30, 'c2')]));
    expect(rush).toMatchObject({ came: 2, unserved: 0, queue: { waited: 1, longestS: 90, meanS: 90 } });
  });

  it('[Q9] has response times by the customers at the desk at once', () => {
    const rush = rushOf(loaded(0, 0));
    expect(rush?.byLoad).toMatchObject([
      { from: 1, to: 2, rounds: 6, medianS: 8, p80S: 8 },
      { from: 5, to: null, rounds: 6, medianS: 20, p80S: 20 },
    ]);
    expect(rush?.byLoad[0]?.medianFirstS).toBe(8);
    expect(rush?.byLoad[1]?.medianFirstS).toBeNull();
  });

  it('[M136] has the mean of the two in the middle as the median of an even number', () => {
    const log = new Log().arrives(0);
    ask(log, 10, 10);
    ask(log, 60, 17);
    expect(rushOf(rushed(log.finishes(120)))?.byLoad).toMatchObject([{ rounds: 2, medianS: 13.5 }]);
  });

  it('[Q9] counts first responses from the first bubble, as the desk and the measures do', () => {
    const log = new Log().arrives(0).says(10, '在吗', { last: false }).says(16, '问', { opens: 'q' });
    log.replies(26, '答', { answers: { q: 'answered' }, reaction: 'resolved' }).changes(30, 'q', 'answered');
    const events = rushed(log.finishes(60));
    expect(rushOf(events)?.byLoad).toMatchObject([{ rounds: 1, medianFirstS: 16, medianS: 16, p80S: 16 }]);
    const measures = makeReport(content, events).measures;
    expect(measures.find(({ id }) => id === 'first-response')?.value).toBe(16);
  });

  it('[Q9] says how many there were at the most, as the timeline counts them, and not how many were given', () => {
    const events = loaded(0, 0);
    expect(rushOf(events)).toMatchObject({ capacity: 2, mostAtOnce: 5 });
    const { conversations } = makeReport(content, events);
    expect(conversations.every(({ stays }) => stays?.length === 1)).toBe(true);
    expect(conversations.filter(({ stays }) => stays?.some(({ from }) => from === 300_000))).toHaveLength(4);
  });

  it('[Q9] a stay ends with the goodbye, in the timeline as in the response limits', () => {
    const log = new Log(KEYS).arrives(0);
    ask(log, 10, 8);
    log.opensWindow(30, 'goodbye', 60).closesWindow(40, 'goodbye', 'taken');
    log.arrives(50, 'c2');
    const events = rushed(log.finishes(100, ['c1', 'c2']));
    expect(rushOf(events)?.mostAtOnce).toBe(1);
    expect(makeReport(content, events).conversations[0]?.stays).toEqual([{ from: 0, until: 40_000 }]);
  });

  it('[Q9] breaks first where somebody waited too long for the queue, a colleague’s customer like one who gave up', () => {
    const log = new Log(KEYS).arrives(0);
    ask(log, 10, 8);
    const door = [queued(20, 'c2'), left(110, 'c2', 'colleague')];
    expect(rushOf(rushed(log.finishes(200, ['c1']), door))?.broke).toMatchObject({
      ...{ kind: 'colleague', minute: 2, open: 1, moment: { at: 110_000, conversation: 'c2' } },
      said: '第 2 分钟，同时 1 位：一颗柚子排了 1 分 30 秒的队，同事接走了。',
    });
    // Whom the end of the rush left over is nobody's fault (RULES Q4).
    expect(
      rushOf(rushed(log.finishes(200, ['c1']), [queued(20, 'c2'), left(110, 'c2', 'rush-over')]))?.broke,
    ).toBeNull();
  });

  it('[Q9] compares tone with few and with many, and flags half as many again, in the trainee’s words', () => {
    const worse = rushOf(loaded(1, 3))?.tone;
    expect(worse).toMatchObject({ few: { turns: 6, cold: 1 }, many: { turns: 6, cold: 3 }, times: 3, flagged: true });
    expect(worse?.moments.map(({ text }) => text)).toEqual(['答 q-310', '答 q-340', '答 q-370']);
    expect(rushOf(loaded(2, 2))?.tone).toMatchObject({ times: 1, flagged: false });
    expect(rushOf(loaded(0, 1))?.tone).toMatchObject({ times: null, flagged: false });
    expect(rushOf(loaded(0, 2))?.tone).toMatchObject({ times: null, flagged: true });
  });

  it('[Q9] says nothing of tone with fewer than six turns on a side', () => {
    const log = new Log(KEYS).arrives(0);
    for (let i = 0; i < 6; i++) ask(log, 10 + i * 30, 8, 'cold');
    expect(rushOf(rushed(log.finishes(300, KEYS)))?.tone).toBeNull();
  });

  it('[Q9] names where it broke first, with the words where words are to blame, and one thing to do', () => {
    expect(rushOf(loaded(0, 2))?.broke).toMatchObject({
      ...{ kind: 'cold', minute: 6, open: 5, said: '第 6 分钟，同时 5 位：你对一颗柚子说「答 q-310」' },
      todo: '人再多，也先接一句客户说的事，再说下一步。',
    });
    const slow = new Log(KEYS).arrives(0).arrives(0, 'c2');
    ask(slow, 10, 100);
    // The limit for one or two customers is sixty seconds.
    expect(rushOf(rushed(slow.finishes(200, ['c1', 'c2'])))?.broke).toMatchObject({
      ...{ kind: 'late', minute: 2, open: 2, moment: { at: 70_000, conversation: 'c1', text: '问 q-10' } },
      said: '第 2 分钟，同时 2 位：一颗柚子等了 1 分 40 秒。',
    });
    expect(rushOf(loaded(0, 0))?.broke).toBeNull();
  });

  it('[M172] [M209] advises to look first at who waited longest only where somebody else was answered before', () => {
    const late = (keys: readonly string[], othersAskAt = -1): string | undefined => {
      const log = new Log([...keys]);
      for (const key of keys) log.arrives(0, key);
      for (const key of othersAskAt < 0 ? [] : keys.slice(1))
        log.says(othersAskAt, '在吗', { conversation: key }).replies(20, '在的', {}, key);
      ask(log, 10, 100);
      return rushOf(rushed(log.finishes(200, [...keys])))?.broke?.todo;
    };
    expect(late(['c1', 'c2'], 12)).toBe('每回完一句，先看等得最久的那位。');
    expect(late(['c1', 'c2'], 5)).toBe('没有跳过谁，还是晚了：先回一句短的，要查的说几分钟回。');
  });

  it('[M223] calls nothing a break by the crowd with fewer at once than the desk is given, or than three', () => {
    const broke = (here: number, capacity: number) => {
      const log = new Log(KEYS);
      for (const key of KEYS.slice(0, here)) log.arrives(0, key);
      ask(log, 10, 100);
      const events = rushed(log.finishes(200, KEYS.slice(0, here)));
      return rushOf(
        events.map((event) => (event.kind === 'drill-opened' ? { ...event, rush: { ...OPENED, capacity } } : event)),
      )?.broke;
    };
    expect([broke(1, 12), broke(2, 12), broke(1, 2)]).toEqual([null, null, null]);
    expect(broke(1, 1)?.todo).toBe('手上只有一位时，看见就回：要查的先说几分钟回，再去查。');
    expect([broke(3, 12), broke(2, 2), broke(1, 1)].map((each) => each?.open)).toEqual([3, 2, 1]);
  });

  it('[Q9] tells each turn of the dial with its time and reason', () => {
    const log = new Log().arrives(0);
    ask(log, 10, 8);
    const door: DrillEvent[] = [
      { kind: 'dial-turned', at: 60_000, from: 2, to: 3, why: 'keeping-up' },
      { kind: 'dial-turned', at: 180_000, from: 3, to: 2, why: 'somebody-left' },
    ];
    expect(rushOf(rushed(log.finishes(200), door))).toMatchObject({
      capacity: 2,
      dial: [
        { at: 60_000, from: 2, to: 3, why: 'keeping-up', said: '回得过来，改为同时接 3 位。' },
        { at: 180_000, from: 3, to: 2, why: 'somebody-left', said: '一分钟里走了两位，改为同时接 2 位。' },
      ],
    });
  });

  it('[Q9] is nothing in a report of any other drill', () => {
    const log = new Log().arrives(0);
    ask(log, 10, 8);
    expect('rush' in makeReport(content, log.finishes(100).events)).toBe(false);
  });
});

it('[Q9] a dismissed tone is no break of a rush', () => {
  const events = loaded(0, 2);
  const report = makeReport(content, events);
  const cold = report.findings.filter(({ code }) => code === 'cold');
  const dismissed = cold.map(({ key }) => givenRuling({ id: `r-${key}`, finding: key, verdict: 'dismissed' }));
  expect(cold.length).toBeGreaterThan(0);
  expect(rushOf(events, undefined, dismissed)?.broke).toBeNull();
});

describe('the result of a rush', () => {
  const resultOf = (events: readonly DrillEvent[]) => drillResult(makeReport(content, events), events);

  it('[Q24] has who was served, who was lost wherever they waited, and how soon four of five were answered', () => {
    const log = new Log(KEYS).arrives(5);
    ask(log, 6, 10);
    log.ends(60, 'kept', 'paid').arrives(70, 'c2').ends(100, 'gone', 'lost', { conversation: 'c2' });
    log.arrives(110, 'c3').ends(170, 'gone', 'lost', { conversation: 'c3', silent: true });
    const door = [queued(30, 'c4'), left(75, 'c4', 'gave-up'), queued(40, 'c5'), left(130, 'c5', 'colleague')];
    const { rush } = resultOf(rushed(log.finishes(200, ['c1', 'c2', 'c3']), door));
    expect(rush).toEqual({ came: 5, served: 1, lost: 3, p80FirstS: 10 });
  });

  it('[Q24] has no such figures after any other drill, and no time where nobody was answered', () => {
    const log = new Log().arrives(0);
    ask(log, 10, 8);
    expect(resultOf(log.finishes(100).events)).not.toHaveProperty('rush');
    expect(resultOf(rushed(new Log().arrives(0).finishes(100))).rush).toMatchObject({ p80FirstS: null });
  });
});

describe('[M114] what broke first', () => {
  const cold = (acts: readonly 'goodbye'[], closes: boolean) => {
    const log = new Log(KEYS).arrives(0);
    for (const key of KEYS.slice(1)) log.arrives(10, key);
    if (closes) log.events.push({ kind: 'conversation-closed', at: 20_000, conversation: 'c5', by: 'trainee' });
    log.status(20, 'away', 'c4').says(30, '好');
    log.replies(38, '去忙吧', { tone: 'cold', toneConfidence: 1, acts, reaction: 'none' });
    return rushOf(rushed(log.finishes(90, KEYS)))?.broke;
  };

  it('[M174] counts who is at the desk as the timeline does, and nobody who is away or closed', () => {
    expect(cold([], false)?.open).toBe(4);
    expect(cold([], true)?.open).toBe(3);
  });

  it('[M174] counts the customer who goes at that second', () => {
    const log = new Log(KEYS).arrives(0).arrives(0, 'c2');
    log.ends(60, 'gone', 'lost', { conversation: 'c2', silent: true }).status(60, 'away', 'c2');
    expect(rushOf(rushed(log.finishes(90, ['c1', 'c2'])))?.broke).toMatchObject({ kind: 'left-desk', open: 2 });
  });

  it('is no goodbye to who asks nothing more', () => expect(cold(['goodbye'], false)?.kind).not.toBe('cold'));
});
