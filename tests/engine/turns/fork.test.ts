import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORK_MS, nextItem } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { forkLog, silenceAt } from '#engine/fork.ts';
import type { ContentData } from '#engine/model/content.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import { makeReport } from '#scoring/report.ts';
import { CONTENTS, customersOf, orderly, wild } from '#tests/engine/support/arbitrary.ts';
import { drive, of, say } from '#tests/engine/support/drive.ts';

/** Every turn that was begun, and the index in the log of its first message or operation. */
const turnsOf = (log: readonly DrillEvent[]): { conversation: string; turn: number; index: number }[] => {
  const closed = new Map<string, number>();
  const begun = new Map<string, { conversation: string; turn: number; index: number }>();
  log.forEach((e, index) => {
    if (!('conversation' in e)) return;
    if (e.kind === 'turn-closed') closed.set(e.conversation, e.turn);
    if (e.kind !== 'trainee-said' && e.kind !== 'action-done') return;
    const turn = (closed.get(e.conversation) ?? 0) + 1;
    const key = `${e.conversation}:${turn}`;
    if (!begun.has(key)) begun.set(key, { conversation: e.conversation, turn, index });
  });
  return [...begun.values()];
};

const only = (drill: Drill, key: string): Drill => {
  const c = drill.conversations[key];
  if (!c) throw new Error(`no conversation ${key}`);
  return { ...drill, order: [key], conversations: { [key]: c } };
};

/** Runs until nothing is due any more; the trainee says `words` at once, if any. */
const runOut = (
  content: Content,
  begun: Drill,
  words: string | null,
  key: string,
): { drill: Drill; log: DrillEvent[] } => {
  const log: DrillEvent[] = [];
  let drill = begun;
  const run = (command: Parameters<typeof decideJudged>[2]): void => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) return;
    drill = fold(drill, decided.value);
    log.push(...decided.value);
  };
  run({ kind: 'start', at: drill.at });
  if (words !== null) run(say(drill.at, words, key));
  for (let i = 0; i < 500 && !drill.ended; i++) {
    const item = nextItem(content, drill);
    if (item === null) break;
    run({ kind: 'tick', at: Math.max(item.at, drill.at) });
  }
  return { drill, log };
};

const RUNS = 25;
const play = (data: ContentData, commands: Parameters<typeof drive>[1]) =>
  drive(data, commands, { mode: 'practice', customers: customersOf(data) });

describe.each(Object.entries(CONTENTS))('a fork of any turn, %s content', (name, data) => {
  it('[N7] folds to exactly the state its source had for that customer', () => {
    fc.assert(
      fc.property(wild(data, 40), (commands) => {
        const { log, content } = play(data, commands);
        for (const { conversation, turn, index } of turnsOf(log)) {
          const forked = forkLog(log, { drill: 'd0', conversation, turn, since: null });
          const drill = fold(emptyDrill, forked?.events ?? []);
          const source = fold(emptyDrill, log.slice(0, index));
          expect(drill.conversations).toEqual({ [conversation]: source.conversations[conversation] });
          expect(drill.order).toEqual([conversation]);
          expect(drill.at).toBe(log[index]?.at);
          expect(drill.clock).toEqual({ running: false, why: 'not-started' });
          // The next due item has the same due time as in the source.
          const due = nextItem(content, only(source, conversation));
          const forkDue = nextItem(content, drill);
          if (due !== null && due.kind !== 'finish' && forkDue?.kind !== 'finish') expect(forkDue).toEqual(due);
        }
      }),
      { numRuns: RUNS, seed: 20_261_120 },
    );
  });

  it('[N7] always ends by itself, with the turn’s reaction or after ninety seconds', () => {
    const any = fc.tuple(orderly(data, 12), fc.constantFrom(null, '在的亲', '建议您穿39.5码', '稍等', '你有病吧'));
    fc.assert(
      fc.property(any, ([commands, words]) => {
        const { log, content } = play(data, commands);
        for (const { conversation, turn } of turnsOf(log).slice(-2)) {
          const forked = forkLog(log, { drill: 'd0', conversation, turn, since: null });
          const begun = fold(emptyDrill, forked?.events ?? []);
          const played = runOut(content, begun, words, conversation);
          const [ended] = of(played.log, 'drill-ended');
          expect(ended?.why).toBe('finished');
          expect((ended?.at ?? 0) - begun.at).toBeLessThanOrEqual(FORK_MS);
          const whole = [...(forked?.events ?? []), ...played.log];
          // The small content's rubric has no findings to report.
          if (name === 'real') expect(() => makeReport(data, whole)).not.toThrow();
        }
      }),
      { numRuns: RUNS, seed: 20_261_120 },
    );
  });

  it('[N7] of a silence folds to the state of that moment, and ends by itself whether or not anything is said', () => {
    const any = fc.tuple(wild(data, 30), fc.constantFrom(null, '在的亲', '建议您穿39.5码'), fc.nat(100));
    fc.assert(
      fc.property(any, ([commands, words, pick]) => {
        const { log, content } = play(data, commands);
        const moments = log.flatMap((e) =>
          'conversation' in e ? [{ conversation: e.conversation, since: e.at }] : [],
        );
        const at = moments[pick % Math.max(1, moments.length)];
        const found = at && silenceAt(log, at.conversation, at.since);
        if (!at || !found) return;
        expect(forkLog(log, { drill: 'd0', ...at, turn: found.turn + 1 })).toBeNull();
        const forked = forkLog(log, { drill: 'd0', ...at, turn: found.turn });
        const begun = fold(emptyDrill, forked?.events ?? []);
        const source = fold(emptyDrill, log.slice(0, found.index));
        expect(begun.conversations).toEqual({ [at.conversation]: source.conversations[at.conversation] });
        expect(begun.at).toBe(at.since);
        expect(begun.clock).toEqual({ running: false, why: 'not-started' });
        const due = nextItem(content, only({ ...source, ended: null }, at.conversation));
        const forkDue = nextItem(content, begun);
        if (due !== null && due.kind !== 'finish' && forkDue?.kind !== 'finish') expect(forkDue).toEqual(due);
        const played = runOut(content, begun, words, at.conversation);
        const [ended] = of(played.log, 'drill-ended');
        expect(ended?.why).toBe('finished');
        expect((ended?.at ?? 0) - begun.at).toBeLessThanOrEqual(FORK_MS);
        // A reply is not lost: a turn closes for it.
        const c = played.drill.conversations[at.conversation];
        if (words !== null && c?.status !== 'closed') expect(of(played.log, 'turn-closed').length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS * 2, seed: 20_261_121 },
    );
  });
});
