import { describe, expect, test } from 'vitest';
import { wireEventSchema } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import { presentBubble, presentDeed, presentResult } from '#drills/present/present-parts.ts';
import { type ResultLine, resultLines, resultWords } from '#engine/clocks/action-result.ts';
import type { CustomerDeed, Order } from '#engine/model/content.ts';
import type { DrillEvent, SaidWhy } from '#engine/model/events.ts';
import type { ActionSpec } from '#engine/model/shop.ts';
import { jumpText } from '#engine/model/story-time.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { arrived, c, opened, present } from '#tests/drills/support/presented.ts';
import { toyData } from '#tests/drills/support/toy-content.ts';

const [shop] = toyData.shops;
const [scenario] = toyData.scenarios;
if (shop === undefined || scenario === undefined) throw new Error('toy');

describe('the presenter', () => {
  test('shows an arrival’s order without notes and secrets, with names filled in', () => {
    const [event] = present([arrived]);
    expect(event).toMatchObject({
      kind: 'customer-arrived',
      name: '一颗柚子',
      mood: 'calm',
      past: [{ product: 's01', name: '云感跑鞋' }],
      orders: [{ no: '881001', items: [{ name: '云感跑鞋', qty: 1 }] }],
    });
    expect(JSON.stringify(event)).not.toMatch(/INSIDE|SECRET|inside|secret|persona/);
  });

  test('tells the story’s day and clock as a customer comes, and again after each jump [C3]', () => {
    const MINUTE = 60_000;
    const jumped = (at: number, text: string, minutes: number): DrillEvent => ({
      ...{ ...c, at, kind: 'story-jumped', text, minutes },
    });
    const events = present([
      { ...arrived, at: 4 * MINUTE },
      jumped(5 * MINUTE, '十小时后', 600),
      // A quarter of an hour that passes without a line.
      jumped(6 * MINUTE, '', 15),
      jumped(6 * MINUTE, '两天后', 2880),
      { ...arrived, at: 7 * MINUTE, returning: true },
    ]);
    expect(events.map((event) => 'story' in event && event.story)).toEqual([
      { date: '2026-11-12', time: '14:09' },
      { date: '2026-11-13', time: '00:10' },
      { date: '2026-11-15', time: '00:26' },
      { date: '2026-11-15', time: '00:27' },
    ]);
  });

  test('shows questions in practice only, with their text and when they opened', () => {
    const events: DrillEvent[] = [
      { ...c, kind: 'question-opened', question: 'q-size', beat: 'size', bubbleId: 'b' },
      { ...c, at: 9, kind: 'question-changed', question: 'q-size', from: 'open', to: 'answered', turn: 1 },
    ];
    expect(present(events)).toEqual([
      {
        ...c,
        kind: 'question-changed',
        question: 'q-size',
        text: '这双穿几码',
        state: 'open',
        openedAt: 5,
        seconds: null,
      },
      {
        ...c,
        at: 9,
        kind: 'question-changed',
        question: 'q-size',
        text: '这双穿几码',
        state: 'answered',
        openedAt: 5,
        seconds: null,
      },
    ]);
    expect(present(events, 'lesson')).toEqual([]);
    expect(present(events, 'exam')).toEqual([]);
  });

  test('never shows what is planned, judged, needed or due', () => {
    const hidden: DrillEvent[] = [
      { ...c, kind: 'beat-entered', beat: 'size', occurrence: 1 },
      { ...c, kind: 'beat-left', beat: 'size', how: 'resolved', to: 'kept' },
      {
        ...c,
        kind: 'burst-planned',
        used: [],
        bubbles: [
          { id: 'b', at: 9, bubble: { kind: 'text', text: 'COMING' }, why: { kind: 'hold' }, last: true, opens: [] },
        ],
      },
      { ...c, kind: 'turn-due', turn: 1, dueAt: 9, latestAt: 12 },
      { ...c, kind: 'turn-closed', turn: 1, reaction: 'resolved', detail: null, bad: false },
      { ...c, kind: 'fact-told', fact: 'foot', how: 'asked', turn: 1 },
      { ...c, kind: 'need-met', beat: 'size', need: 0, by: 'words' },
      { ...c, kind: 'window-opened', window: 'w', windowKind: 'goodbye', beat: null, fromAt: 5, untilAt: 9 },
      { ...c, kind: 'window-closed', window: 'w', windowKind: 'goodbye', how: 'missed', by: null, why: null },
      { ...c, kind: 'hold-ended', returned: true },
      { ...c, kind: 'return-due', beat: 'size', dueAt: 9, afterText: '两天后' },
      { ...c, kind: 'story-jumped', text: '', minutes: 30 },
    ];
    expect(present(hidden)).toEqual([]);
  });

  test('shows what the desk answers to an operation, not whether it was forbidden', () => {
    const done: DrillEvent = {
      ...c,
      kind: 'action-done',
      id: 'a1',
      action: 'remark',
      with: { text: '加急' },
      sends: false,
      forbidden: 0,
      unverified: true,
      wrongAmount: true,
      orders: [],
      result: ['已备注'],
    };
    expect(present([arrived, done]).at(-1)).toEqual({
      ...c,
      kind: 'action-done',
      id: 'a1',
      action: 'remark',
      title: '备注',
      with: { text: '加急' },
      sends: false,
      orders: [],
      result: ['已备注'],
      lines: [{ kind: 'done' }],
    });
  });

  test('tells a report that is answered on the next day from one that is answered today', () => {
    const overnight = { minutes: 120, done: '次日10点前有回音', doing: '次日10点前给您信' };
    const spec = { ...toyData.actions[0], id: 'report', done: '2小时内有回音', overnight } as ActionSpec;
    expect(presentResult(spec, { orders: [], result: ['次日10点前有回音'] })).toEqual([{ kind: 'done-overnight' }]);
    expect(presentResult(spec, { orders: [], result: ['2小时内有回音'] })).toEqual([{ kind: 'done' }]);
    // Words of neither are a log of before: shown as they are.
    expect(presentResult(spec, { orders: [], result: ['1小时内有回音'] })).toEqual([null]);
  });

  test('[X88] says of each line the desk answers what it says, so that a page can word it', () => {
    const spec = (id: string): ActionSpec => ({ ...toyData.actions[0], id, done: '做好了' }) as ActionSpec;
    const [order] = scenario.orders;
    if (order === undefined) throw new Error('no order');
    const told = (id: string, orders: readonly Order[], result?: readonly string[]) => {
      const stored = resultLines(spec(id), orders).map((line) => resultWords(spec(id), line));
      return { stored, lines: presentResult(spec(id), { orders, result: result ?? stored }) };
    };
    const done = [{ kind: 'done' }];
    expect(told('remark', [order]).lines).toEqual(done);
    // Who has no order has none that a remark could stand in.
    const alone = told('remark', []);
    expect([alone.lines, alone.stored[0]], '[X88]').toEqual([
      [{ kind: 'no-order' }],
      expect.stringContaining('还没有订单'),
    ]);
    expect(told('check-order', [{ ...order, inside: [] }])).toEqual({
      stored: ['没有内部备注'],
      lines: [{ kind: 'no-notes' }],
    });
    // Notes and the carrier's steps are the case's own words.
    const inside = [{ on: '11-11', note: '加急' }];
    expect(told('check-order', [{ ...order, no: '881', inside }])).toEqual({
      stored: ['881 11-11 加急'],
      lines: [null],
    });
    const way = { no: '881', status: 'shipped', shippedOn: '11-10', signedOn: null } as const;
    expect(told('check-logistics', [{ ...order, ...way, tracking: [{ on: '11-11', note: '到上海' }] }])).toEqual({
      stored: ['881 · 运输中 · 发出 11-10', '11-11 到上海'],
      lines: [{ kind: 'order', no: '881', status: 'shipped', latest: { step: 'shipped', on: '11-10' } }, null],
    });
    expect(told('check-logistics', [{ ...order, ...way, signedOn: '11-12', status: 'signed' }]).lines).toEqual([
      { kind: 'order', no: '881', status: 'signed', latest: { step: 'signed', on: '11-12' } },
    ]);
    // A log of before that has other words is shown as it is, and so is an operation that is no longer known.
    expect(told('remark', [], ['从前的话']).lines).toEqual([null]);
    expect(presentResult(undefined, { orders: [], result: ['做好了'] })).toEqual([null]);
  });

  test('the words of the log are those of the Chinese catalogues', () => {
    const sentences = sentencesOf('zh');
    for (const area of ['desk:answer', 'commands:trainee.answer']) {
      const worded = (key: string, on = '') => sentences.get(`${area}.${key}`)?.replace('{{on}}', on);
      const remark = { ...toyData.actions[0] } as ActionSpec;
      const stored = (line: ResultLine) => resultWords(remark, line);
      expect(worded('noNotes')).toBe(stored({ kind: 'no-notes' }));
      expect(worded('noOrder')).toBe(stored({ kind: 'no-order' }));
      expect(worded('noAnswerHere')).toBe(stored({ kind: 'no-answer-here' }));
      for (const status of ['unpaid', 'paid', 'shipped', 'signed', 'cancelled'] as const)
        for (const step of ['signed', 'shipped'] as const)
          expect(['7', worded(`status.${status}`), worded(step, '11-12')].join(' · ')).toBe(
            stored({ kind: 'order', no: '7', status, latest: { step, on: '11-12' } }),
          );
    }
  });

  test('shows the stars at a story’s end, not its ending', () => {
    const ending: DrillEvent = {
      ...c,
      kind: 'ending-reached',
      ending: 'kept',
      outcome: 'paid',
      sale: 45900,
      amount: null,
      level: null,
      rating: 4,
      silent: false,
    };
    expect(present([ending, { ...c, kind: 'conversation-closed', by: 'trainee' }])).toEqual([
      { ...c, kind: 'story-over', rating: 4 },
      { ...c, kind: 'status-changed', status: 'closed' },
    ]);
  });

  test('[X66] tells with a story’s end, and with who goes offline, when their last words are out', () => {
    const line = { id: 'b1', at: 9000, bubble: { kind: 'text', text: '算了' }, last: true, opens: [] } as const;
    const planned: DrillEvent = {
      ...{ ...c, kind: 'burst-planned', used: [] },
      bubbles: [{ ...line, why: { kind: 'ending', ending: 'lost' } }],
    };
    const ending: DrillEvent = {
      ...{ ...c, kind: 'ending-reached', ending: 'lost', outcome: 'lost', sale: null, amount: null, level: null },
      ...{ rating: 2, silent: false },
    };
    const away: DrillEvent = { ...c, kind: 'status-changed', from: 'active', to: 'away' };
    expect(present([planned, ending, away]).slice(-2)).toEqual([
      { ...c, kind: 'story-over', rating: 2, shownAt: 9000 },
      { ...c, kind: 'status-changed', status: 'away', shownAt: 11_000 },
    ]);
    // Nothing is to come any more.
    expect(present([planned, { ...ending, at: 9500 }, { ...away, at: 12_000 }]).slice(-2)).toEqual([
      { ...c, at: 9500, kind: 'story-over', rating: 2 },
      { ...c, at: 12_000, kind: 'status-changed', status: 'away' },
    ]);
  });

  test('tells a jump by its hours or days, whatever words were stored', () => {
    const jumped = (text: string) => present([{ ...c, kind: 'story-jumped', text, minutes: 0 }]);
    const spans = [1, 2, 10, 11, 1.5].flatMap((value) => (['h', 'd'] as const).map((unit) => ({ value, unit })));
    for (const after of spans) expect(jumped(jumpText(after))).toMatchObject([{ ...c, kind: 'story-jumped', after }]);
    expect(jumpText({ value: 2, unit: 'd' })).toBe('两天后');
    expect(jumped('后来')).toEqual([]);
  });

  test('sends what a customer did as data, whole, and never as a sentence', () => {
    const deeds: CustomerDeed[] = [
      { deed: 'place-order', product: 's01', sku: null, pays: true, amount: 45900 },
      { deed: 'pay', order: null },
      { deed: 'open-refund', amount: null },
      { deed: 'open-complaint', level: 3 },
      { deed: 'bad-review' },
    ];
    const seen = present([
      arrived,
      ...deeds.map((deed): DrillEvent => ({ ...c, kind: 'customer-did', deed, orders: [] })),
    ]);
    expect(seen.slice(1).map((event) => (event.kind === 'customer-did' ? event.deed : null))).toEqual([
      { kind: 'place-order', items: [{ name: '云感跑鞋', sku: null, qty: 1 }], amount: 45900, paid: true },
      { kind: 'pay' },
      { kind: 'open-refund', amount: null },
      { kind: 'open-complaint', level: 3 },
      { kind: 'bad-review' },
    ]);
    const [, did] = seen;
    expect(wireEventSchema.safeParse({ ...did, text: '客户付款了' }).success).toBe(false);
  });

  test('shows cards in words and deeds as data', () => {
    expect(presentBubble({ shop }, [], { kind: 'product', product: 's01' })).toEqual({
      kind: 'product',
      product: 's01',
      name: '云感跑鞋',
      price: 45900,
    });
    expect(presentBubble({ shop }, scenario.orders, { kind: 'order', order: null })).toEqual({
      kind: 'order',
      order: 'o1',
    });
    expect(presentDeed(shop, { deed: 'place-order', product: 's01', sku: '39', pays: true, amount: 45900 })).toEqual({
      kind: 'place-order',
      items: [{ name: '云感跑鞋', sku: '39', qty: 1 }],
      amount: 45900,
      paid: true,
    });
    const more = [{ product: 's01', sku: '40', qty: 1, price: 45900, paid: null }];
    expect(
      presentDeed(shop, { deed: 'place-order', product: 's01', sku: '39', qty: 2, more, pays: false, amount: 137700 }),
    ).toEqual({
      kind: 'place-order',
      items: [
        { name: '云感跑鞋', sku: '39', qty: 2 },
        { name: '云感跑鞋', sku: '40', qty: 1 },
      ],
      amount: 137700,
      paid: false,
    });
    expect(presentDeed(shop, { deed: 'open-complaint', level: 2 })).toEqual({ kind: 'open-complaint', level: 2 });
  });
});

describe('a customer’s picture', () => {
  const chipped = {
    id: 'chipped',
    picture: '/pictures/customer/chipped.svg',
    alt: '杯口缺了一块',
    width: 240,
    height: 320,
  };
  const content = prepare({ ...toyData, pictures: [chipped] });
  const sent = (picture: string): DrillEvent => ({
    ...c,
    kind: 'customer-said',
    id: 'k1',
    bubble: { kind: 'picture', picture },
    why: { kind: 'hold' },
    last: true,
  });
  const seen = (name: string): unknown => {
    const presenter = createPresenter(content);
    const events: DrillEvent[] = [opened(), arrived, sent(name)];
    const last = events.flatMap(presenter).at(-1);
    wireEventSchema.parse(last);
    return last;
  };

  test('is sent as its path, its description and its shape, from the pinned content', () => {
    const { id: _, ...drawn } = chipped;
    expect(seen('chipped')).toEqual({ ...c, kind: 'customer-said', id: 'k1', bubble: { kind: 'picture', ...drawn } });
  });

  test('that was never drawn is sent as its name alone, without a path', () => {
    expect(seen('unheard')).toMatchObject({ bubble: { kind: 'picture', picture: 'unheard', alt: 'unheard' } });
  });
});

describe('bystanders', () => {
  const said = { id: 'b1', name: '美美妈', text: '同问' };

  test('[T11] are shown by name when they speak, and not before', () => {
    const planned: DrillEvent = { ...c, kind: 'burst-planned', bubbles: [], used: [], others: [{ ...said, at: 900 }] };
    expect(present([arrived, planned])).toHaveLength(1);
    expect(present([arrived, { ...c, kind: 'bystander-said', ...said }]).slice(1)).toEqual([
      { ...c, kind: 'bystander-said', ...said },
    ]);
  });
});

test('a line says where others read along, and nothing of it in private', () => {
  const said: DrillEvent = {
    ...c,
    kind: 'customer-said',
    id: 'm1',
    bubble: { kind: 'text', text: '在吗' },
    why: { kind: 'opening', beat: 'size' },
    last: true,
  };
  const beside: DrillEvent = { ...c, kind: 'bystander-said', id: 'b1', name: '美美妈', text: '同问' };
  const places = (events: readonly DrillEvent[]) =>
    present([arrived, ...events])
      .slice(1)
      .map((event) => ('place' in event ? event.place : 'none'));
  expect(places([{ ...said, place: 'public' }, { ...beside, place: 'group' }, said, beside])).toEqual([
    'public',
    'group',
    'none',
    'none',
  ]);
});

test('[T16] [X91] only a nod is marked as a nod, and none that asks', () => {
  const line = (why: SaidWhy, text = '嗯'): DrillEvent => ({
    ...c,
    kind: 'customer-said',
    id: 'm1',
    bubble: { kind: 'text', text },
    why,
    last: true,
  });
  const seen = present([
    arrived,
    line({ kind: 'nod', turn: 1 }),
    line({ kind: 'reaction', reaction: 'none', turn: 1 }),
    line({ kind: 'nod', turn: 1 }, '嗯 往哪传'),
  ]).slice(1);
  expect(seen.map((event) => 'nod' in event)).toEqual([true, false, false]);
});
