import { describe, expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import {
  currentTier,
  currentWarning,
  drillFigures,
  figuresTier,
  longestWaitingKey,
  tierFor,
  waitingSince,
} from '#client/drill/model/drill-rounds.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import { isToldOver, shownBy, threadRows } from '#client/drill/model/thread-rows.ts';
import { waitLevel } from '#client/drill/model/wait-level.ts';
import { unreadCountOf } from '#client/features/desk/model/desk-ui.ts';
import type { WireEvent, WireOrder } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';

const fold = (events: readonly WireEvent[]): DrillView =>
  events.reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);
const status = (conversation: string, at: number, to: 'active' | 'away' | 'closed' | 'waiting'): WireEvent => ({
  kind: 'status-changed',
  at,
  conversation,
  status: to,
});
const one = (view: DrillView, key = 'c1') => {
  const conversation = view.conversations[key];
  if (conversation === undefined) throw new Error(`no ${key}`);
  return conversation;
};

describe('the fold of a drill', () => {
  it('keeps the orders a card came with: an operation changes the orders, and no card that stands in the thread', () => {
    const order = { id: 'o1', no: '…7713', items: [{ product: 's01', name: '跑鞋', sku: '40', qty: 1 }] } as WireOrder;
    const changed = { ...order, items: order.items.map((item) => ({ ...item, sku: '36' })) };
    const card: WireEvent = {
      ...{ kind: 'customer-said', at: 9000, conversation: 'c1', id: 'm1' },
      bubble: { kind: 'order', order: 'o1' },
    };
    const done: WireEvent = {
      ...{ kind: 'action-done', at: 12_000, conversation: 'c1', id: 'a1', action: 'change-sku', title: '改规格' },
      ...{ with: {}, sends: false, result: [], orders: [changed] },
    };
    const { orders, ordersAtFirst, items } = one(
      fold([OPENED, { ...arrived('c1', 8000), orders: [order] } as WireEvent, card, done]),
    );
    expect(orders).toEqual([changed]);
    expect(ordersAtFirst).toEqual([order]);
    expect(items.find(({ kind }) => kind === 'customer')).toMatchObject({ orders: [order] });
  });

  it('keeps customers in the order of arrival', () => {
    const view = fold([OPENED, arrived('c2', 1000), arrived('c1', 2000)]);
    expect(view.arrivalOrder).toEqual(['c2', 'c1']);
    expect(view.opening?.customers).toBe(2);
  });

  it('[T1] a round runs from the first unanswered bubble to the first human message, and bubbles in between do not restart it', () => {
    const view = fold([
      OPENED,
      arrived('c1', 8000),
      said('c1', 9000, '在吗'),
      said('c1', 11_000, '急'),
      replied('c1', 24_000, '在的'),
      replied('c1', 26_000, '您说'),
    ]);
    expect(one(view).rounds).toMatchObject([
      { startedAt: 9000, endedAt: 24_000, outcome: 'replied', isFirst: true, isInterrupted: false, level: 1 },
    ]);
    expect(one(view).items.map((item) => item.round)).toEqual([null, 0, 0, 0, null]);
    expect(waitingSince(one(view))).toBeNull();
  });

  it('[T16] [X110] a nod is shown, but starts no round and no wait, and a round that runs goes on unchanged', () => {
    const nod = (at: number): WireEvent => ({
      ...{ kind: 'customer-said', at, conversation: 'c1', id: `n${at}` },
      ...{ bubble: { kind: 'text', text: '嗯' }, nod: true },
    });
    const answered = [OPENED, arrived('c1', 8000), said('c1', 9000, '在吗'), replied('c1', 12_000, '在的')];
    const nodded = fold([...answered, nod(15_000)]);
    expect(one(nodded).rounds).toHaveLength(1);
    expect(waitingSince(one(nodded))).toBeNull();
    expect(longestWaitingKey(nodded)).toBeNull();
    expect(one(nodded).bubbleCount).toBe(2);
    // [X110] It is no unread message; before a reply to what was asked it is one more of them.
    expect(unreadCountOf(one(nodded), undefined)).toBe(0);
    expect(one(nodded).items.at(-1)).toMatchObject({ kind: 'customer', round: null });
    const asked = fold([...answered, nod(15_000), said('c1', 20_000, '几天到'), nod(22_000)]);
    expect(waitingSince(one(asked))).toBe(20_000);
    expect(unreadCountOf(one(asked), undefined)).toBe(2);
    expect(one(asked).rounds).toHaveLength(2);
  });

  it('[T8] a card that is sent to the customer ends the round, a remark to colleagues does not', () => {
    const act = (at: number, sends: boolean): WireEvent => ({
      kind: 'action-done',
      at,
      conversation: 'c1',
      id: `a${at}`,
      action: 'x',
      title: '发券',
      with: {},
      sends,
      result: [],
      orders: [],
    });
    const waiting = fold([OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), act(5000, false)]);
    expect(waitingSince(one(waiting))).toBe(1000);
    const done = foldDrill(waiting, act(9000, true), 9);
    expect(one(done).rounds[0]).toMatchObject({ endedAt: 9000, outcome: 'replied' });
  });

  it('[M97] times no goodbye: the end page has the mean of the report', () => {
    const over: WireEvent = { kind: 'story-over', at: 60_000, conversation: 'c1', rating: 4 };
    const view = fold([
      ...[OPENED, arrived('c1', 1), said('c1', 1000, '有货吗'), replied('c1', 21_000, '有')],
      ...[said('c1', 60_000, '好 有就行'), over, replied('c1', 105_000, '好的 再见')],
    ]);
    expect(drillFigures(view)).toMatchObject({ firstMs: 20_000, meanMs: 20_000 });
  });

  it('[C4] a round during which the clock stood for more than 10 s is left out of the figures', () => {
    const stop = (stoppedMs: number): WireEvent[] => [
      { kind: 'clock-stopped', at: 2000, why: 'freeze' },
      { kind: 'clock-started', at: 2000, stoppedMs },
    ];
    const events = (stoppedMs: number) => [
      OPENED,
      arrived('c1', 1),
      said('c1', 1000, '在吗'),
      ...stop(stoppedMs),
      replied('c1', 21_000, '在'),
    ];
    expect(drillFigures(fold(events(4000)))).toMatchObject({ firstMs: 20_000, meanMs: 20_000 });
    expect(drillFigures(fold(events(60_000)))).toMatchObject({ firstMs: null, meanMs: null });
  });

  it('[Q39] the meter warns by the tier, or sooner where the rubric says so, whatever the tier', () => {
    const many = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((key, i) => arrived(key, i + 1));
    const metered: WireEvent = { ...OPENED, meter: { warnS: 45, urgeS: 60 } } as WireEvent;
    expect(currentWarning(fold([metered, ...many]))).toEqual({ passS: 45, failS: 60 });
    expect(currentWarning(fold([metered, arrived('c1', 1)]))).toEqual({ passS: 30, failS: 60 });
    expect(currentWarning(fold([OPENED, ...many]))).toMatchObject({ passS: 90, failS: 120 });
    // What a wait came to is told by the tier that grades it.
    const answered = fold([metered, ...many, said('c1', 1000, '在吗'), replied('c1', 62_000, '在')]);
    expect(one(answered).rounds[0]?.level).toBe(1);
  });

  it('what was answered was read, a card to a colleague aside', () => {
    const asked = [OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), said('c1', 2000, '急')];
    expect(one(fold(asked)).answeredBubbleCount).toBe(0);
    const replies = fold([...asked, replied('c1', 3000, '在'), said('c1', 4000, '几点发')]);
    expect(one(replies)).toMatchObject({ bubbleCount: 3, answeredBubbleCount: 2 });
  });

  it('[M140] the note that nobody has more to say stands below their last words', () => {
    const over: WireEvent = { kind: 'story-over', at: 5000, conversation: 'c1', rating: 5, shownAt: 5200 };
    const told = [OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), replied('c1', 3000, '在'), over];
    const kinds = (...events: WireEvent[]) =>
      threadRows(one(fold([...told, ...events]))).map((row) => (row.kind === 'note' ? row.item.kind : row.kind));
    expect(kinds(said('c1', 5100, '好的'), said('c1', 5200, '谢谢')).slice(-2)).toEqual(['burst', 'over']);
    expect(kinds(said('c1', 5100, '好的'), replied('c1', 9000, '再见')).slice(-3)).toEqual(['burst', 'over', 'reply']);
    const away: WireEvent = { kind: 'status-changed', at: 5050, conversation: 'c1', status: 'away', shownAt: 7100 };
    const left = kinds(away, said('c1', 5100, '没说券的事啊'));
    expect(left.slice(-3)).toEqual(['burst', 'over', 'away']);
    expect(kinds().slice(-2)).toEqual(['reply', 'over']);
    // Who goes in that second without another word: one note tells both.
    const gone = threadRows(one(fold([...told, { ...away, shownAt: 5200 }]))).at(-1);
    expect(gone?.kind === 'note' ? gone.item : null, '[M140]').toMatchObject({ kind: 'away', over: 'open' });
    expect(kinds({ ...away, shownAt: 5200 }).slice(-2)).toEqual(['reply', 'away']);
  });

  it('[X74] the note that nobody has more to say isn’t there while something is unanswered, and goes when they speak', () => {
    const over = { kind: 'story-over', at: 5000, conversation: 'c1', rating: 5, shownAt: 5200 } as const;
    const told = [OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), replied('c1', 3000, '在')];
    const kinds = (...events: WireEvent[]) =>
      threadRows(one(fold([...told, ...events]))).map((row) => (row.kind === 'note' ? row.item.kind : row.kind));
    const asks = said('c1', 5200, '到底几点');
    expect(kinds({ ...over, open: true }, asks).slice(-1)).toEqual(['burst']);
    // Answered, and read: now it is said, once.
    const again: WireEvent = { ...over, at: 9000, shownAt: undefined, again: true };
    const answered = [{ ...over, open: true } as const, asks, replied('c1', 7000, '20:30前'), again];
    expect(kinds(...answered).slice(-3)).toEqual(['burst', 'reply', 'over']);
    // One more word of theirs, and it stands below that.
    expect(kinds(over, said('c1', 5200, '好的'), said('c1', 8000, '等我瞅一眼'))).not.toContain('over');
    const onceMore: WireEvent = { ...again, at: 9100, shownAt: 9900 };
    const before = [...told, ...answered, onceMore];
    expect(shownBy(one(fold(before)), 9500).items.at(-1)?.kind).toBe('over');
    expect(kinds(...answered, onceMore, said('c1', 9900, '好 到点见')).slice(-2)).toEqual(['burst', 'over']);
    expect(isToldOver(one(fold(before)), 9500)).toBe(false);
    // Being offline says it for itself.
    const gone: WireEvent = { kind: 'status-changed', at: 5000, conversation: 'c1', status: 'away', shownAt: 7200 };
    expect(kinds({ ...over, open: true }, gone, asks).slice(-2)).toEqual(['burst', 'away']);
  });

  it('[X66] the notes of the end are shown once the last words are out, being offline two seconds later', () => {
    const away: WireEvent = { kind: 'status-changed', at: 5000, conversation: 'c1', status: 'away', shownAt: 7200 };
    const over: WireEvent = { kind: 'story-over', at: 5000, conversation: 'c1', rating: 1, shownAt: 5200 };
    const view = one(fold([OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), over, away, said('c1', 5200, '算了')]));
    const shown = (now: number) => shownBy(view, now).items.map(({ kind }) => kind);
    expect(shown(5199)).toEqual(['arrived', 'customer', 'customer']);
    expect(shown(5200)).toContain('over');
    expect(shown(7199)).not.toContain('away');
    expect(shown(7200)).toContain('away');
    expect([isToldOver(view, 5199), isToldOver(view, 5200)]).toEqual([false, true]);
  });

  it('[T143] the note asks for no goodbye that was said before the story’s end, and for one that is still to come', () => {
    const over: WireEvent = { kind: 'story-over', at: 5000, conversation: 'c1', rating: 5 };
    const parted: WireEvent = { kind: 'leave-taken', at: 5000, conversation: 'c1' };
    const told = [OPENED, arrived('c1', 1), said('c1', 1000, '好的 谢谢'), replied('c1', 3000, '您慢走'), over];
    const note = (...events: WireEvent[]) => one(fold([...told, ...events])).items.find(({ kind }) => kind === 'over');
    expect(note()).toMatchObject({ isParted: false });
    expect(note(said('c1', 5000, '再见'), parted)).toMatchObject({ isParted: true });
    expect(note(replied('c1', 9000, '再见'), { ...parted, at: 9000 })).toMatchObject({ isParted: false });
  });

  it('[V1] a customer who leaves ends the round unanswered, and their words while away start no round until they are back', () => {
    const events = [
      OPENED,
      arrived('c1', 1),
      said('c1', 1000, '在吗'),
      status('c1', 70_000, 'away'),
      said('c1', 80_000, '算了'),
    ];
    const away = fold(events);
    expect(one(away).rounds[0]).toMatchObject({ outcome: 'unanswered', level: 3 });
    expect(waitingSince(one(away))).toBeNull();
    expect(waitingSince(one(fold([...events, status('c1', 80_000, 'active')])))).toBe(80_000);
  });

  it('[C5] the end voids rounds that were still within their time', () => {
    const end: WireEvent = { kind: 'drill-ended', at: 20_000, why: 'trainee' };
    expect(one(fold([OPENED, arrived('c1', 1), said('c1', 10_000, '在吗'), end])).rounds[0]?.outcome).toBe('void');
    expect(
      one(fold([OPENED, arrived('c1', 1), said('c1', 10_000, '在吗'), { ...end, at: 90_000 }])).rounds[0]?.outcome,
    ).toBe('unanswered');
  });

  it('[V1] a return is a visit of its own with its own first response', () => {
    const back: WireEvent = { ...arrived('c1', 90_000), returning: true } as WireEvent;
    const view = fold([
      OPENED,
      arrived('c1', 1),
      said('c1', 1000, '在吗'),
      replied('c1', 2000, '在'),
      status('c1', 3000, 'closed'),
      back,
      status('c1', 90_000, 'waiting'),
      said('c1', 91_000, '我又来了'),
    ]);
    expect(view.arrivalOrder).toEqual(['c1']);
    expect(one(view).rounds.map((round) => round.isFirst)).toEqual([true, true]);
  });

  it('keeps the ledger by question and stops its seconds when it is settled', () => {
    const q = (at: number, state: 'open' | 'answered'): WireEvent => ({
      kind: 'question-changed',
      at,
      conversation: 'c1',
      question: 'q1',
      text: '穿几码',
      state,
      openedAt: 1000,
      seconds: state === 'answered' ? 6 : null,
    });
    const view = fold([OPENED, arrived('c1', 1), q(1000, 'open'), q(9000, 'answered')]);
    expect(one(view).ledger).toEqual([
      { question: 'q1', text: '穿几码', state: 'answered', openedAt: 1000, settledAt: 9000, seconds: 6 },
    ]);
  });

  it('[M41][M135] the seconds of a wrong answer run until it is put right or the story or drill ends, and no further', () => {
    const q = (at: number, state: 'open' | 'answered' | 'wrong' | 'unrecognised' | 'unanswered'): WireEvent => ({
      ...{ kind: 'question-changed', at, conversation: 'c1', question: 'q1', text: '穿几码', state },
      ...{ openedAt: 1000, seconds: null },
    });
    const over: WireEvent = { kind: 'story-over', at: 20_000, conversation: 'c1', rating: 1 };
    const ended: WireEvent = { kind: 'drill-ended', at: 30_000, why: 'time' };
    const stands = (...events: WireEvent[]): number | null | undefined =>
      one(fold([OPENED, arrived('c1', 1), ...events])).ledger[0]?.settledAt;
    expect(stands(q(1000, 'open'), q(9000, 'wrong'))).toBeNull();
    // What was answered stands, though a farewell touches it again.
    expect(stands(q(1000, 'open'), q(9000, 'answered'), q(10_000, 'wrong')), '[M135]').toBe(9000);
    expect(stands(q(9000, 'wrong'), over)).toBe(20_000);
    expect(stands(q(9000, 'wrong'), over, q(25_000, 'unrecognised'))).toBe(20_000);
    expect(stands(q(1000, 'open'), over, q(30_000, 'unanswered'), ended)).toBe(20_000);
    expect(stands(q(9000, 'wrong'), ended)).toBe(30_000);
    expect(stands(q(9000, 'answered'), over)).toBe(9000);
  });

  it('counts uses of a quick reply in the conversation', () => {
    const use = { ...replied('c1', 2000, '在'), quickReply: 'sf1' } as WireEvent;
    expect(one(fold([OPENED, arrived('c1', 1), use, { ...use, at: 3000 }])).quickReplyUses).toEqual({ sf1: 2 });
  });

  it('events of a conversation that never opened are ignored', () => {
    expect(fold([OPENED, said('c9', 1, '?')])).toEqual(fold([OPENED]));
  });
});

describe('waits', () => {
  it('[M1] the tier follows the number of customers at once', () => {
    const tiers = OPENED.kind === 'drill-opened' ? OPENED.tiers : [];
    expect([1, 2, 3, 5, 6, 200].map((n) => tierFor(tiers, n)?.passS)).toEqual([30, 30, 45, 45, 90, 90]);
    const view = fold([OPENED, arrived('c1', 1), arrived('c2', 2), arrived('c3', 3)]);
    expect(currentTier(view)?.passS).toBe(45);
  });

  it('[X35] the strip names no limit of its own once the drill is over: that for one customer would judge what was done with three', () => {
    const here = [OPENED, arrived('c1', 1), arrived('c2', 2), arrived('c3', 3)];
    expect(figuresTier(fold(here))?.passS).toBe(45);
    const over: WireEvent = { kind: 'drill-ended', at: 9000, why: 'trainee' };
    const closed = ['c1', 'c2', 'c3'].map((key) => status(key, 9000, 'closed'));
    expect(figuresTier(fold([...here, ...closed, over]))).toBeNull();
  });

  it('[X99] a mean is held against the limits its rounds were asked under, not against the present load’s', () => {
    const here = ['c1', 'c2', 'c3', 'c4'].map((key, n) => arrived(key, n));
    const answered = [said('c1', 1000, '在吗'), ...['c2', 'c3', 'c4'].map((key) => status(key, 2000, 'closed'))];
    const left = [replied('c1', 41_000, '在的'), status('c1', 50_000, 'closed')];
    const gone = fold([OPENED, ...here, ...answered, ...left]);
    expect(currentTier(gone)?.passS).toBe(30);
    expect(drillFigures(gone)).toMatchObject({ firstMs: 40_000, firstLine: { passS: 45, isMixed: false } });
    const later = [arrived('c5', 60_000), said('c5', 61_000, '在吗'), replied('c5', 81_000, '在的')];
    const both = fold([OPENED, ...here, ...answered, ...left, ...later]);
    expect(drillFigures(both)).toMatchObject({ firstMs: 30_000, firstLine: { passS: 38, isMixed: true } });
  });

  it('[M1] are held against no limit that nobody has told', () => {
    expect(tierFor([], 1)).toBeNull();
    expect(currentTier(emptyView)).toBeNull();
    expect(waitLevel(600, null)).toBe(0);
    const untold: WireEvent = { ...OPENED, tiers: [] } as WireEvent;
    const closed = one(fold([untold, arrived('c1', 1), said('c1', 1000, '在吗'), status('c1', 600_000, 'closed')]));
    expect(closed.rounds[0]).toMatchObject({ outcome: 'void', level: 0 });
    const told = one(fold([OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), status('c1', 600_000, 'closed')]));
    expect(told.rounds[0]).toMatchObject({ outcome: 'unanswered', level: 3 });
  });

  it('a wait gets heavier past the pass and the fail time', () => {
    const tier = { upTo: 2, excellentS: 18, passS: 30, failS: 60 };
    expect([0, 30_000, 30_001, 60_000, 60_001].map((ms) => waitLevel(ms / 1000, tier))).toEqual([1, 1, 2, 2, 3]);
  });

  it('the longest wait is found, and the longest of all other customers too', () => {
    const view = fold([OPENED, arrived('c1', 1), arrived('c2', 2), said('c2', 1000, '在吗'), said('c1', 2000, '在吗')]);
    expect(longestWaitingKey(view)).toBe('c2');
    expect(longestWaitingKey(view, 'c2')).toBe('c1');
    expect(longestWaitingKey(fold([OPENED]))).toBeNull();
  });
});

it('[X85] the limits are those for who is served, without whom leave was taken of, as the report counts them', () => {
  const here = ['c1', 'c2', 'c3'].flatMap((key, index) => [
    arrived(key, 1000 + index, key),
    status(key, 1010 + index, 'active'),
  ]);
  expect(currentTier(fold([OPENED, ...here]))?.excellentS).toBe(30);
  const parted: WireEvent = { kind: 'leave-taken', at: 33_000, conversation: 'c1' };
  expect(currentTier(fold([OPENED, ...here, parted]))?.excellentS).toBe(18);
});
