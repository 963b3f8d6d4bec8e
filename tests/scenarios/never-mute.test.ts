/** Whatever a trainee says, the customers of all cases say something, repeat nothing for ever, and the drill ends. */
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { contentFor } from '#library/load.ts';
import type { Testplan } from '#library/schema/testplan.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import {
  anything,
  COURTESIES,
  excused,
  type Habit,
  HOLDS,
  type Pools,
  playAt,
  poolsOf,
  type Run,
  VAGUE,
} from './random-trainee.ts';

const ids = [...library.scenarios.keys()];
const planOf = (id: string): Testplan => {
  const plan = library.testplans.get(id);
  if (plan === undefined) throw new Error(`${id} has no testplan`);
  return plan;
};
const plans = ids.map(planOf);
const contents = new Map<string, Content>();
const contentOf = (id: string): Content => {
  const known = contents.get(id) ?? prepare(contentFor(library, [id]).data);
  contents.set(id, known);
  return known;
};
const pools: Pools[] = plans.map((plan, i) => poolsOf(plan, [...plans.slice(i + 1), ...plans].slice(0, 8)));

/** Far more replies than a trainee needs who makes any progress. */
const MAX_REPLIES = 60;
/** The latest reaction after a turn closes, for lines whose author gives them a delay. */
const LATEST_MS = 12_000;

const repeated = ({ log }: Run): string[] => {
  const count = new Map<string, number>();
  for (const e of log)
    if (e.kind === 'customer-said' && e.bubble.kind === 'text')
      count.set(e.bubble.text, (count.get(e.bubble.text) ?? 0) + 1);
  return [...count].flatMap(([text, times]) => (times > 2 && text.length > 2 ? [text] : []));
};

const faults = (id: string, run: Run): string[] => [
  ...(run.drill.ended ? [] : [`${id}: no end after ${run.replies} replies`]),
  ...run.turns.flatMap((turn) => {
    const heard = turn.answeredAfter !== null && turn.answeredAfter <= LATEST_MS;
    return turn.text === '' || heard || excused(turn) ? [] : [`${id}: silent after 「${turn.text}」`];
  }),
  ...repeated(run).map((text) => `${id}: 「${text}」 a third time`),
];

const of =
  (list: readonly string[]): Habit =>
  (draw) =>
    list[Math.floor(draw('which') * list.length)] ?? '好的';

const HABITS: readonly [string, Habit, number][] = [
  ['says anything', anything, 0.3],
  ['says 稍等 and nothing else', () => '稍等', 0],
  ['puts off in many words', of(HOLDS), 0],
  ['is vague', of(VAGUE), 0],
  ['is polite and no more', of(COURTESIES), 0],
];

/** Each of them in every second case, the next one in the others; in a sweep in all. */
const isTurn = (habit: number, i: number): boolean => sweepsAll || (habit + i) % 2 === 0;

describe.each(HABITS)('a trainee who %s', (_name, habit, acts) => {
  const at = HABITS.findIndex(([, own]) => own === habit);
  it('[T16] gets some answer to every turn, and the drill ends', () => {
    const found = ids.flatMap((id, i) =>
      isTurn(at, i)
        ? faults(id, playAt(contentOf(id), id, pools[i] as Pools, habit, { seed: 7, most: MAX_REPLIES, acts }))
        : [],
    );
    expect(ids.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });
});
