/** The log of a full desk as its page gets it: customers who talk in turn, each answered, with moods and a ledger. */
import type { WireEvent } from '#contract/wire-events.ts';

export type Customer = { scenario: string; type: string; shop: string };

/** What is said, cut to lengths that chats have. It means nothing: only its length and its characters count here. */
const WORDS = '这件外套我上周下的单到现在还没有发货想问一下大概什么时候能到要是来不及我就先退了再说您帮我看看好吗';
const MOODS = ['calm', 'anxious', 'upset', 'calm', 'pleased'] as const;
const LEAST = 6;
const QUESTIONS = 4;

export const keyOf = (index: number): string => `c${index + 1}`;

const textOf = (n: number): string => WORDS.slice((n * 5) % 20, ((n * 5) % 20) + LEAST + ((n * 7) % 22));

export const arrivals = (customers: readonly Customer[], at: number): WireEvent[] => [
  {
    ...{ kind: 'drill-opened', at: 0, mode: 'practice', pace: 20, customers: customers.length },
    tiers: [{ upTo: 99, excellentS: 45, passS: 90, failS: 120 }],
  },
  { kind: 'clock-started', at: 0, stoppedMs: 0 },
  ...customers.map(
    ({ scenario, type, shop }, index): WireEvent => ({
      ...{ kind: 'customer-arrived', at, conversation: keyOf(index), name: textOf(index).slice(0, 5), scenario, type },
      ...{ shop, regular: index % 3 === 0, returning: false, enters: null, past: [], before: [], orders: [] },
      mood: 'calm',
    }),
  ),
];

/**
 * The `n`th line of a talk, in turn among the customers: two of the customer, one of the trainee. `text`: other words
 * than it would have.
 */
export const line = (n: number, customers: number, at: number, text?: string): WireEvent[] => {
  const conversation = keyOf(n % customers);
  const turn = Math.floor(n / customers);
  const said = text ?? textOf(n);
  if (turn % 3 === 2)
    return [
      { kind: 'trainee-said', at, conversation, id: `t${n}`, text: said, quickReply: null, edited: 0 },
      ...(turn % 6 === 5
        ? [{ kind: 'mood-changed' as const, at, conversation, mood: MOODS[((turn / 3) % MOODS.length) | 0] ?? 'calm' }]
        : []),
    ];
  const question = `q${Math.floor(turn / 3) % QUESTIONS}`;
  return [
    { kind: 'customer-said', at, conversation, id: `m${n}`, bubble: { kind: 'text', text: said } },
    ...(turn % 3 === 0
      ? [
          {
            ...{ kind: 'question-changed' as const, at, conversation, question, text: textOf(n).slice(0, 8) },
            ...{ state: 'open' as const, openedAt: at, seconds: null },
          },
        ]
      : []),
  ];
};
