/** The dial with simulated trainees: a rush in which there is always somebody in the queue. */
import { describe, expect, it } from 'vitest';
import { CAPACITIES, nextTurnOfDial } from '#engine/clocks/dial.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { randomAt } from '#engine/model/random.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import { atDesk, hasRoom } from '#engine/state/desk-load.ts';
import { fold } from '#engine/state/evolve.ts';
import { of, say, tick } from '#tests/engine/support/drive.ts';
import { opened, rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID } from '#tests/engine/support/shoes.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const STOPS: readonly number[] = CAPACITIES;
const MINUTE_MS = 60_000;
const END_MS = 15 * MINUTE_MS;
const SEEDS = sweepsAll ? 50 : 25;
const tiers = library.rubrics[0]?.tiers ?? expect.fail('the library has no rubric');
const MADE = { how: 'typed', quickReply: null, edited: 0, similarity: 0 } as const;
/** 34 come to the quickest; an event takes the longer, the more customers a drill has. */
const MOST = 40;

/** Between half and one and a half times the mean, drawn by seed and occasion. */
const about = (mean: number, seed: number, what: string, n: number): number =>
  mean * (0.5 + randomAt(seed, what, 'all', n, 'about'));

type Path = { at: number; capacity: number }[];

/**
 * A trainee who needs `handS` seconds a reply, one reply at a time, longest wait first. Customers write again about
 * twenty seconds later, and stay for four rounds on average; the next is given to the desk at once.
 */
const simulated = (
  handS: (at: number) => number,
  seed: number,
  capacity = 2,
  gapS = 20,
): { path: Path; log: DrillEvent[] } => {
  const log: DrillEvent[] = [];
  let drill: Drill = emptyDrill;
  const happen = (event: DrillEvent): void => {
    log.push(event);
    drill = fold(drill, [event]);
  };
  const keys = Array.from({ length: MOST }, (_, i) => `c${i + 1}`);
  const rush: OpenedRush = opened({ dial: true, capacity });
  happen({
    ...{ kind: 'drill-opened', at: 0, contentHash: '', seed, mode: 'practice', pace: 20, forkedFrom: null, rush },
    customers: keys.map((conversation) => ({ conversation, scenario: 'x/x', arrivesAt: 0, patienceMs: 900_000 })),
  });
  happen({ kind: 'clock-started', at: 0, why: 'not-started', stoppedMs: 0 });
  // Nobody is ever missing from the queue: the last customer stands for all who wait.
  happen({ kind: 'customer-queued', at: 0, conversation: keys.at(-1) ?? '' });
  const speaks = new Map<string, number>();
  let [next, count, freeAt, n] = [0, 0, 0, 0];
  let writing: { key: string; at: number } | null = null;
  const path: Path = [{ at: 0, capacity }];
  const give = (at: number): void => {
    while (hasRoom(drill) && next < MOST - 1) {
      const conversation = keys[next++] ?? '';
      happen({
        kind: 'customer-arrived',
        at,
        conversation,
        returning: false,
        visit: 1,
        queuedMs: 0,
        mood: 60,
        orders: [],
      });
      happen({ kind: 'status-changed', at, conversation, from: 'queued', to: 'waiting' });
      speaks.set(conversation, at + 2000);
    }
  };
  give(0);
  for (let i = 0; i < 20_000; i++) {
    const spoken = [...speaks].reduce<[string, number] | null>((a, b) => (a && a[1] <= b[1] ? a : b), null);
    const waiting = atDesk(drill).filter(({ waitingSince }) => waitingSince !== null);
    if (writing === null && waiting.length > 0) {
      const first = waiting.reduce((a, b) => ((a.waitingSince ?? 0) <= (b.waitingSince ?? 0) ? a : b));
      const from = Math.max(freeAt, drill.at);
      writing = { key: first.key, at: from + Math.round(about(handS(from), seed, 'hand', n++) * 1000) };
    }
    const turn = drill.rush && nextTurnOfDial(tiers, drill, drill.rush);
    const times = [spoken?.[1], writing?.at, turn?.at].filter((at) => at !== undefined);
    const at = Math.max(drill.at, Math.min(...times));
    if (times.length === 0 || at >= END_MS) break;
    if (turn && turn.at <= at) {
      happen({ kind: 'dial-turned', at, from: turn.from, to: turn.to, why: turn.why });
      path.push({ at, capacity: turn.to });
      give(at);
    } else if (writing && writing.at <= at) {
      const { key } = writing;
      happen({ kind: 'trainee-said', at, conversation: key, id: `m${count}`, text: '好', made: MADE, anatomy: null });
      [writing, freeAt] = [null, at];
      if (randomAt(seed, key, 'stay', count++, 'leaves') < 0.25) {
        happen({ kind: 'conversation-closed', at, conversation: key, by: 'trainee' });
        speaks.delete(key);
        give(at);
      } else speaks.set(key, at + Math.round(about(gapS, seed, 'gap', count) * 1000));
    } else if (spoken) {
      const [conversation] = spoken;
      speaks.delete(conversation);
      const bubble = { kind: 'text', text: '？' } as const;
      const why = { kind: 'opening', beat: 'b' } as const;
      happen({ kind: 'customer-said', at, conversation, id: `s${i}`, bubble, why, last: true });
    }
  }
  // The last one stays in the queue, so that there is always somebody.
  if (next === MOST - 1) throw new Error('more customers came than were thought of');
  return { path, log };
};

/** The stop held longest between minutes 6 and 15. */
const settledAt = (path: Path): number => {
  const held = new Map<number, number>();
  path.forEach(({ at, capacity }, i) => {
    const until = path[i + 1]?.at ?? END_MS;
    const inside = Math.max(0, until - Math.max(at, 6 * MINUTE_MS));
    held.set(capacity, (held.get(capacity) ?? 0) + inside);
  });
  return [...held].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
};
const stop = (capacity: number): number => STOPS.indexOf(capacity);
const reversals = (path: Path): number => {
  const moves = path.slice(1).map(({ capacity }, i) => Math.sign(capacity - (path[i]?.capacity ?? 0)));
  return moves.filter((move, i) => i > 0 && move !== moves[i - 1]).length;
};
const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;

describe('the dial', () => {
  it.each([
    [10, 5],
    [20, 3],
    [30, 2],
    [45, 1],
  ])('[Q6] settles a trainee of %i seconds a reply at %i, within a stop, and does not swing', (handS, at) => {
    const paths = Array.from({ length: SEEDS }, (_, seed) => simulated(() => handS, seed).path);
    const settled = paths.map(settledAt);
    expect(share(settled.map((one) => one === at))).toBeGreaterThanOrEqual(0.8);
    expect(share(settled.map((one) => Math.abs(stop(one) - stop(at)) <= 1))).toBe(1);
    expect(share(paths.map((path) => reversals(path) >= 2))).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ['slower', 20, 40, 3, [1, 2]],
    ['quicker', 30, 20, 2, [3]],
  ] as const)('[Q6] follows a trainee who gets %s', (_, first, then, before, after) => {
    const paths = Array.from(
      { length: SEEDS },
      (_, seed) => simulated((at) => (at < 6 * MINUTE_MS ? first : then), seed).path,
    );
    const at = (path: Path, minute: number): number =>
      path.findLast((one) => one.at <= minute * MINUTE_MS)?.capacity ?? 0;
    expect(share(paths.map((path) => Math.abs(stop(at(path, 6)) - stop(before)) <= 1))).toBe(1);
    expect(share(paths.map((path) => after.some((one) => one === at(path, 14))))).toBeGreaterThanOrEqual(0.8);
  });

  it('[Q6] begins at 1 as at 2, and a trainee of twenty seconds is at 3 in the end from either', () => {
    const paths = Array.from({ length: SEEDS }, (_, seed) => simulated(() => 20, seed, 1).path);
    expect(share(paths.map((path) => settledAt(path) === 3))).toBeGreaterThanOrEqual(0.8);
  });

  it('[Q6] is turned down with its reason when two leave within a minute, and when somebody waits too long', () => {
    const left = rushDrive([tick(200_000)], [0, 1000, [2000, 70_000], [3000, 71_000]], { dial: true, capacity: 2 });
    const [turn] = of(left.log, 'dial-turned');
    expect(turn).toMatchObject({ from: 2, to: 1, why: 'somebody-left', at: 74_000 });
    const kept = [40_000, 80_000].map((at) => say(at, SAID.hold30, 'c2'));
    const long = rushDrive([...kept, tick(140_000)], [0, 1000], { dial: true, capacity: 2 });
    // Twice the limit of sixty seconds, and a millisecond.
    expect(of(long.log, 'dial-turned')[0]).toMatchObject({ from: 2, to: 1, why: 'waits-grew', at: 120_001 });
  });

  it('[Q6] cuts nobody off when it is turned down, and gives nobody new before there is room again', () => {
    const left = rushDrive([tick(110_000)], [0, 1000, [2000, 70_000], [3000, 71_000], 70_000], {
      dial: true,
      capacity: 2,
    });
    expect(of(left.log, 'conversation-closed')).toEqual([]);
    expect(of(left.log, 'customer-arrived').map((e) => e.conversation)).toEqual(['c1', 'c2']);
  });

  it('[Q75] is never turned up while anybody waits past the limit, however quick the replies before were', () => {
    const quiet = (seed: number): number => (2 + Math.floor(5 * randomAt(seed, 'quiet', 'all', 0, 'from'))) * MINUTE_MS;
    const runs = Array.from({ length: SEEDS }, (_, seed) => {
      const slowAgain = (at: number): number => (at < quiet(seed) ? 4 + (seed % 6) : 40 + 40 * (seed % 8));
      return simulated(slowAgain, seed, 1 + (seed % 3));
    });
    const ups = runs.flatMap(({ log }) =>
      log.flatMap((event, i) => (event.kind === 'dial-turned' && event.to > event.from ? [{ log, event, i }] : [])),
    );
    expect(ups.length).toBeGreaterThan(SEEDS);
    for (const { log, event, i } of ups) {
      const failS = tiers.find(({ upTo }) => event.from <= upTo)?.failS ?? 0;
      const waits = atDesk(fold(emptyDrill, log.slice(0, i))).flatMap(({ waitingSince }) => waitingSince ?? []);
      expect(waits.filter((since) => event.at - since > failS * 1000)).toEqual([]);
    }
  });

  it('[Q6] has no place in an exam, which is opened with a fixed number; a lesson may have either', () => {
    const refused = rushDrive([], [0], { dial: true }, { mode: 'exam', start: false });
    expect(refused.refusals.map(({ code }) => code)).toEqual(['dial-not-allowed']);
    expect(rushDrive([], [0], { dial: false }, { mode: 'exam' }).refusals).toEqual([]);
    for (const dial of [true, false]) expect(rushDrive([], [0], { dial }, { mode: 'lesson' }).refusals).toEqual([]);
  });
});
