/** Random trainees for the property tests: any command a browser could send, at any time. */
import fc from 'fast-check';
import type { Command } from '#engine/model/commands.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';
import { act, say, shut, tick, typing } from './drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from './shoes.ts';
import { beat, contentOf, ending, forbid, need, noReacts, order, span, windowOf } from './tiny.ts';

export const REAL = [
  'return-dispute/partial-return-gift',
  'promotion/coupon-stack',
  'payment-reminder/unpaid-forgot',
] as const;
const real = contentFor(library, [...REAL]).data;

const SUDDEN = 'after-sales/sudden';

/** Everything the engine knows, in two short stories, and a customer who may be brought in. */
const tiny = contentOf([
  shoesWith({
    orders: [order({ status: 'unpaid' })],
    forbids: [forbid({ do: 'change-price' }), forbid({ act: 'cross-sell' })],
    duties: [need({ do: 'remark' })],
    beats: [
      sizeBeat({
        needs: [need({ do: 'change-sku' })],
        others: [
          [
            { name: '美美妈', text: '我家也是' },
            { name: '小赵', text: '同问' },
          ],
          [{ name: '小赵', text: '等着' }],
        ],
      }),
      shipBeat(),
      beat({
        id: 'sour',
        says: '我再想想 ⏎ 嗯',
        window: windowOf('follow-up', '45s', { from: span('5s') }),
        then: 'waits',
      }),
      beat({
        id: 'waits',
        others: [[{ name: '美美妈', text: '还没好吗' }]],
        quiet: { for: span('20m') },
        window: windowOf('payment-reminder', '18m', { from: span('3m') }),
        then: { taken: 'ship', missed: 'gone' },
      }),
      beat({
        id: 'pinch',
        says: '夹脚',
        recalls: 'q-size',
        then: { resolved: 'kept', failed: 'lost', silent: 'gone' },
      }),
    ],
    endings: [
      ending({ id: 'kept', outcome: 'paid', later: { left: 'says-39', unmet: null, after: span('2d'), to: 'pinch' } }),
      ending({
        id: 'lost',
        says: '算了',
        outcome: 'escalated',
        later: { left: null, unmet: 'remark', after: span('30m'), to: 'ship' },
      }),
      ending({ id: 'gone', outcome: 'lost' }),
    ],
  }),
  shoesWith({
    id: 'product-advice/other',
    reacts: {
      ...noReacts,
      slots: { vague: { bursts: [[{ kind: 'text', text: '哦' }]], mood: -30, then: 'ship', afterS: 7 } },
    },
  }),
  shoesWith({ id: SUDDEN, incident: { title: '突然', notice: '断货了' } }),
]);

export const CONTENTS: Readonly<Record<string, ContentData>> = { tiny, real };

/** Right and wrong answers of a content, its quick replies, and words whose judgement is known. */
const wordsOf = (data: ContentData): string[] => [
  ...Object.values(SAID),
  ...data.shops.flatMap((s) => s.quickReplies.map((q) => q.text)),
  ...data.scenarios.flatMap((s) => [
    ...s.customer.knows.flatMap((f) => f.cues.map((cue) => `${cue}，方便说下吗`)),
    ...s.beats.flatMap((b) =>
      [...b.asks.flatMap((q) => q.points), ...b.points].flatMap((p) => [
        p.says,
        ...(p.also ?? []),
        ...(p.contradicts ?? []),
        ...(p.wrongs ?? []).flatMap((w) => w.says),
      ]),
    ),
  ]),
];

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '   ',
    '\n',
    '？？？',
    '{买家昵称}',
    '__proto__',
    '亲'.repeat(500),
    '啊'.repeat(501),
    '1'.repeat(9000),
  ),
);

type Shape = { odd: boolean; clock: boolean };

const move = (data: ContentData, shape: Shape): fc.Arbitrary<(at: number) => Command> => {
  const keys = data.scenarios.map((_, i) => `c${i + 1}`);
  const key = shape.odd
    ? fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...keys) },
        { weight: 1, arbitrary: fc.constantFrom('c9', '', 'constructor', '__proto__', 'toString') },
      )
    : fc.constantFrom(...keys);
  const known = fc.constantFrom(...wordsOf(data));
  const joined = fc.tuple(known, known).map(([a, b]) => `${a}，${b}`.slice(0, 500));
  const said = shape.odd
    ? fc.oneof({ weight: 6, arbitrary: known }, { weight: 2, arbitrary: joined }, { weight: 1, arbitrary: odd })
    : fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: joined });
  const actions = [...new Set(data.shops.flatMap((s) => s.actions)), ...(shape.odd ? ['dance', 'constructor'] : [])];
  const given = fc.constantFrom<Record<string, string | number>>(
    {},
    { amount: 4250 },
    { amount: '0' },
    { sku: '黑色 L', order: '…8846' },
    { order: 'none', note: 'x'.repeat(300) },
  );
  const moves: fc.WeightedArbitrary<(at: number) => Command>[] = [
    {
      weight: 8,
      arbitrary: fc.tuple(said, key).map(
        ([text, k]) =>
          (at) =>
            say(at, text, k),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...actions), given, key).map(
        ([action, w, k]) =>
          (at) =>
            act(at, action, w, k),
      ),
    },
    { weight: 2, arbitrary: key.map((k) => (at) => typing(at, k)) },
    { weight: 1, arbitrary: key.map((k) => (at) => shut(at, k)) },
    { weight: 2, arbitrary: fc.constant(tick) },
  ];
  if (shape.clock)
    moves.push(
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('freeze', 'pause', 'connection', 'server')
          .map((why) => (at) => ({ kind: 'stop', at, why })),
      },
      { weight: 2, arbitrary: fc.nat(100_000).map((stoppedMs) => (at) => ({ kind: 'resume', at, stoppedMs })) },
      { weight: 1, arbitrary: fc.constant((at) => ({ kind: 'start', at })) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(SUDDEN, ...REAL).map((scenario) => (at) => ({ kind: 'inject', at, scenario })),
      },
    );
  return fc.oneof(...moves);
};

/** Commands in order of time, apart by a moment or by minutes. */
export const orderly = (data: ContentData, most = 25): fc.Arbitrary<Command[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 4000, max: 60_000 })),
        move(data, { odd: false, clock: false }),
      ),
      { maxLength: most },
    )
    .map((steps) => {
      let at = 0;
      return steps.map(([wait, make]) => {
        at += wait;
        return make(at);
      });
    });

/** Commands of any kind at any time, to anybody. */
export const wild = (data: ContentData, most = 30): fc.Arbitrary<Command[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 0, max: 30_000 }) },
          { weight: 1, arbitrary: fc.constantFrom(-5000, -1e12, 3e6) },
        ),
        move(data, { odd: true, clock: true }),
      ),
      { maxLength: most },
    )
    .map((steps) => {
      let at = 0;
      return steps.map(([wait, make], i) => {
        if (Math.abs(wait) <= 30_000) at += Math.max(0, wait);
        const command = make(wait < 0 || wait > 30_000 ? wait : at);
        return 'id' in command ? { ...command, id: `${command.id}-${i}` } : command;
      });
    });

export const customersOf = (data: ContentData) =>
  data.scenarios.filter((s) => !s.incident).map((s, i) => ({ scenario: s.id, arrivesAt: i * 5000 }));

export const ofConversation = (log: readonly DrillEvent[], key: string): DrillEvent[] =>
  log.filter((e) => 'conversation' in e && e.conversation === key);
