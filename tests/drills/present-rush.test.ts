/** What a browser gets of a rush, and what its fold makes of it. */
import { describe, expect, test } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { atDesk as inView } from '#client/drill/model/drill-rounds.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import { shopAfter } from '#client/drill/model/shop-after.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { type WireEvent, wireEventSchema } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { atDesk as inEngine } from '#engine/state/desk-load.ts';
import { fold } from '#engine/state/evolve.ts';
import { say, take, tick, transfer } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { order } from '#tests/engine/support/tiny.ts';

const content = prepare(shoes);
const greeting = '您好，正在排队';
/** c1 at the desk, c2 gives up, c3 is taken above the capacity, c4 becomes a colleague's, c1 is transferred. */
const played = rushDrive(
  [take(30_000, 'c3'), say(35_000, SAID.here, 'c3'), tick(115_000), transfer(116_000), tick(120_000)],
  [0, [10_000, 40_000], [20_000, 300_000], [21_000, 300_000], [118_000, 200_000]],
  { greeting, dial: true, minutes: 3 },
);

const shown = (): WireEvent[] => {
  const events = played.log.flatMap(createPresenter(content));
  for (const event of events) wireEventSchema.parse(event);
  return events;
};

const folded = (events: readonly WireEvent[]): DrillView =>
  events.reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);

describe('a rush on the wire', () => {
  test('tells of who waits what the shop knows of them, and nothing of what they want or how patient they are [Q8]', () => {
    const text = JSON.stringify(shown().filter(({ kind }) => kind !== 'customer-arrived'));
    expect(text).not.toMatch(/patience|product-advice|calm|arrivesAt|seed/);
    expect(shown().find(({ kind }) => kind === 'customer-queued')).toEqual({
      kind: 'customer-queued',
      at: 10_000,
      conversation: 'c2',
      ...{ name: '小王', regular: false, from: null, orders: [] },
    });
    expect(Object.keys(shown()[0] ?? {})).not.toContain('customers');
    expect(shown()[0]).toMatchObject({
      kind: 'drill-opened',
      rush: {
        ...{ profile: 'd11-open', level: 2, minutes: 3, dial: true, capacity: 1 },
        ...{ closingMs: 300_000, colleagueAfterMs: 90_000, greeting },
      },
    });
  });

  test('tells whether who waits has bought here or comes back, their orders as they now stand, and the page [Q78]', () => {
    const [scenario] = shoes.scenarios;
    if (!scenario) throw new Error('shoes');
    const customer = { ...scenario.customer, regular: true, enters: '店铺首页' };
    const one = prepare({
      ...shoes,
      scenarios: [{ ...scenario, customer, orders: [order({ status: 'shipped', total: 41_900 })] }],
    });
    const base = { at: 1000, conversation: 'c1' };
    const comes = { ...base, returning: false, visit: 1, queuedMs: 0, mood: 70, orders: [order({ status: 'signed' })] };
    const [opening] = played.log;
    if (opening === undefined) throw new Error('no opening');
    const presenter = createPresenter(one);
    const queued = (): WireEvent[] => presenter({ ...base, kind: 'customer-queued' });
    presenter(opening);
    const known = { kind: 'customer-queued', ...base, name: customer.name, regular: true, from: '店铺首页' };
    expect(queued()).toEqual([{ ...known, orders: [{ status: 'shipped', total: 41_900 }] }]);
    presenter({ ...comes, kind: 'customer-arrived' });
    expect(queued()).toEqual([{ ...known, back: true, orders: [{ status: 'signed', total: order({}).total }] }]);
  });

  test('shows each customer the hour of their own story, however late in the drill they come [C3]', () => {
    const late = rushDrive([tick(700_000)], [0, 600_000], { dial: false, capacity: 2, minutes: 15 });
    const hours = late.log
      .flatMap(createPresenter(content))
      .flatMap((event) => (event.kind === 'customer-arrived' && !event.returning ? [event.story?.time] : []));
    expect(hours).toHaveLength(2);
    expect(hours[1]).toBe(hours[0]);
  });

  test('says why the dial is turned, and who left the queue how [Q8]', () => {
    const left = rushDrive([tick(80_000)], [0, 1000, [2000, 70_000], [3000, 71_000]], { dial: true, capacity: 2 });
    const turned = left.log.flatMap(createPresenter(content)).filter(({ kind }) => kind === 'dial-turned');
    expect(turned).toEqual([{ kind: 'dial-turned', at: 74_000, from: 2, to: 1, why: 'somebody-left' }]);
    const kinds = shown().flatMap((event) =>
      event.kind === 'queue-left' || event.kind === 'dial-turned' || event.kind === 'conversation-transferred'
        ? [event]
        : [],
    );
    expect(kinds).toEqual([
      { kind: 'queue-left', at: 50_000, conversation: 'c2', how: 'gave-up' },
      { kind: 'queue-left', at: 111_000, conversation: 'c4', how: 'colleague' },
      { kind: 'conversation-transferred', at: 116_000, conversation: 'c1', note: '换码，答应四点前回' },
    ]);
  });

  test('other drills have nothing of it', () => {
    expect(emptyView.rush).toBeNull();
    const [first] = createPresenter(content)({
      ...{ kind: 'drill-opened', at: 0, contentHash: '', seed: 1, mode: 'practice', pace: 20, forkedFrom: null },
      customers: [],
    });
    expect(Object.keys(first ?? {})).not.toContain('rush');
  });
});

describe('who takes a place at the desk', () => {
  test('the desk counts as the engine does at every moment, whoever leave is taken of [Q2]', () => {
    const { log } = rushDrive(
      [say(8000, SAID.size), say(23_000, SAID.ship), say(38_000, SAID.bye), tick(300_000)],
      [0, 10_000, 20_000],
    );
    const present = createPresenter(content);
    let [view, drill] = [emptyView, emptyDrill];
    for (const [i, event] of log.entries()) {
      drill = fold(drill, [event]);
      for (const shown of present(event)) view = foldDrill(view, shown, i + 1);
      // A decision has several events of one moment, and counts when it is whole.
      if (log[i + 1]?.at !== event.at) expect(inView(view), event.kind).toEqual(inEngine(drill).map(({ key }) => key));
    }
    expect(view.conversations.c1).toMatchObject({ leaveTaken: true });
    expect(inView(view)).not.toContain('c1');
  });
});

test('[J164] number keys run from the top, in the order in which who is at the desk has come', () => {
  const arrives = (key: string, at: number): WireEvent => ({
    ...{
      kind: 'customer-arrived',
      at,
      conversation: key,
      name: key,
      scenario: 's/x',
      type: 't',
      shop: 's',
      regular: false,
    },
    ...{ enters: null, past: [], before: [], returning: false, orders: [], mood: 'calm' },
  });
  const leaves = (key: string, at: number): WireEvent => ({
    ...{ kind: 'status-changed', at, conversation: key, status: 'away' },
  });
  const keys = Array.from({ length: 12 }, (_, n) => `c${n + 1}`);
  const [first] = shown();
  const events = first === undefined ? [] : [first, ...keys.map((key, at) => arrives(key, at))];
  const slotsAfter = (...more: WireEvent[]) => folded([...events, ...more]).rush?.slots;
  expect(slotsAfter()).toEqual(keys);
  expect(slotsAfter(leaves('c3', 20))).toEqual(keys.filter((key) => key !== 'c3'));
  expect(slotsAfter(leaves('c12', 20), leaves('c11', 21), leaves('c2', 22), arrives('c13', 23))).toEqual([
    ...['c1', ...keys.slice(2, 10)],
    'c13',
  ]);
});

describe('the fold of a rush', () => {
  test('has who waits, who is gone and how, and who was given to a colleague', () => {
    const { rush } = folded(shown());
    expect(rush?.queue.map(({ conversation }) => conversation)).toEqual(['c5']);
    expect(rush?.exits).toMatchObject([
      { conversation: 'c2', name: '小王', how: 'gave-up', waitedMs: 40_000 },
      { conversation: 'c4', how: 'colleague', waitedMs: 90_000 },
    ]);
    expect(rush?.transfers).toMatchObject([{ conversation: 'c1', name: '小王', note: '换码，答应四点前回' }]);
    expect(rush).toMatchObject({ capacity: 1, endsAt: 180_000, isOver: false });
  });

  test('keeps the queue in order of coming, with what each was told by machine', () => {
    const events = shown();
    const until = events.findIndex(({ kind, at }) => kind === 'customer-arrived' && at === 30_000);
    const { rush } = folded(events.slice(0, until));
    expect(rush?.queue.map(({ conversation, since, greeting: told }) => [conversation, since, told?.text])).toEqual([
      ['c2', 10_000, greeting],
      ['c3', 20_000, greeting],
      ['c4', 21_000, greeting],
    ]);
  });

  test('gives a customer from the queue their greeting, their wait, and no reply for it', () => {
    const before = shown().filter(({ at }) => at <= 31_000);
    const c3 = folded(before).conversations.c3;
    expect(c3?.items.map(({ kind }) => kind)).toEqual(['greeting', 'arrived', 'customer']);
    expect(c3).toMatchObject({ queuedMs: 10_000, isTakenByHand: true, isGreeted: false });
    expect(c3?.rounds).toMatchObject([{ startedAt: 30_000, outcome: 'open' }]);
  });

  test('shows a transfer in place of the end, with the note', () => {
    const c1 = folded(shown()).conversations.c1;
    expect(c1?.status).toBe('closed');
    expect(c1?.items.at(-1)).toMatchObject({ kind: 'transferred', note: '换码，答应四点前回' });
  });

  test('[Q70] the goods panel has the new price and stock from the change on, and the strip what the shop said', () => {
    const at = 30_000;
    const changes = [
      { at, what: 'offer-begun', shop: 'suibu', product: 's01', price: 42_900, stock: null, text: '跑鞋立减30元' },
      { at: at + 5000, what: 'sold-out', shop: 'suibu', product: 's02', price: null, stock: 0, text: '风廓卖完了' },
      {
        at: at + 9000,
        what: 'offer-over',
        shop: 'suibu',
        product: 's01',
        price: 45_900,
        stock: null,
        text: '恢复原价',
      },
    ] as const;
    const rush = rushDrive([tick(at + 20_000)], [0], { changes });
    const events = rush.log.flatMap(createPresenter(content));
    for (const event of events) wireEventSchema.parse(event);
    const product = (id: string, price: number, stock: number) => ({ id, price, stock });
    const shop = { id: 'suibu', products: [product('s01', 45_900, 412), product('s02', 32_900, 186)] };
    const shownAt = (ms: number) => {
      const view = folded(events.filter((event) => event.at <= ms));
      const products = shopAfter(shop as unknown as ShopBody, view.shopChanges)?.products ?? [];
      return [products.map((one) => `${one.price} ${one.stock}`), view.notices.map(({ text }) => text)];
    };
    expect(shownAt(at - 1)).toEqual([['45900 412', '32900 186'], []]);
    expect(shownAt(at)).toEqual([['42900 412', '32900 186'], ['跑鞋立减30元']]);
    expect(shownAt(at + 9000)).toEqual([
      ['45900 412', '32900 0'],
      ['跑鞋立减30元', '风廓卖完了', '恢复原价'],
    ]);
    expect(
      shopAfter({ ...shop, id: 'tinghe' } as unknown as ShopBody, folded(events).shopChanges)?.products[1]?.stock,
    ).toBe(186);
    // Nothing that is still to come is told with the opening.
    expect(JSON.stringify(events[0])).not.toMatch(/changes|立减|卖完/);
  });
});
