import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import type { ContentData } from '#engine/model/content.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import { CONTENTS, customersOf, ofConversation, orderly, wild } from '#tests/engine/support/arbitrary.ts';
import { drive, of, type Played, say, tick } from '#tests/engine/support/drive.ts';

const RUNS = 40;
/** Longer than any story of these contents lasts, played or left alone. */
const LONGEST_MS = 2 * 3600_000;

const play = (data: ContentData, commands: readonly Command[], seed = 1): Played =>
  drive(data, commands, { seed, mode: 'practice', customers: customersOf(data) });

/** Lets a drill run on without a trainee. */
const runOut = (played: Played): Played => {
  let { drill } = played;
  const log = [...played.log];
  for (let i = 0; i < 2000 && !drill.ended; i++) {
    const due = nextDue(played.content, drill);
    if (!drill.clock.running) {
      drill = fold(drill, [{ kind: 'clock-started', at: drill.at, why: drill.clock.why, stoppedMs: 0 }]);
      log.push({ kind: 'clock-started', at: drill.at, why: 'pause', stoppedMs: 0 });
      continue;
    }
    if (due === null) break;
    const decided = decideJudged(played.content, drill, tick(due));
    if (!decided.ok) break;
    drill = decided.drill;
    log.push(...decided.value);
  }
  return { ...played, drill, log };
};

const check = (data: ContentData, arbitrary: fc.Arbitrary<Command[]>, holds: (commands: Command[]) => void): void => {
  expect(data.scenarios.length).toBeGreaterThan(0);
  fc.assert(fc.property(arbitrary, holds), { numRuns: RUNS, seed: 20_261_120 });
};

const closedStaysClosed = (log: readonly DrillEvent[], key: string): void => {
  let closed = false;
  for (const e of ofConversation(log, key)) {
    if (e.kind === 'customer-arrived') closed = false;
    else if (e.kind === 'conversation-closed') {
      expect(closed).toBe(false);
      closed = true;
    } else if (closed)
      expect(['trainee-said', 'customer-said', 'bystander-said', 'turn-due', 'burst-planned']).not.toContain(e.kind);
  }
};

/** A point raises the mood once, and again only after it was wrong in between. */
const pointsOnce = (log: readonly DrillEvent[], key: string): void => {
  const counted = new Map<string, boolean>();
  for (const e of ofConversation(log, key)) {
    if (e.kind === 'turn-judged')
      for (const n of e.judgement.points) if (n.state === 'wrong') counted.set(n.point, false);
    if (e.kind === 'mood-moved' && e.why.startsWith('answered:')) {
      const point = e.why.slice('answered:'.length);
      expect(counted.get(point) ?? false).toBe(false);
      counted.set(point, true);
    }
  }
};

/** Every question changes from its last state, every window closes once, and turns close once each, in order. */
const chained = (log: readonly DrillEvent[], key: string): void => {
  const states = new Map<string, string>();
  const open: string[] = [];
  let turn = 0;
  for (const e of ofConversation(log, key)) {
    if (e.kind === 'question-opened') states.set(e.question, states.get(e.question) ?? 'open');
    if (e.kind === 'question-changed') {
      expect(states.get(e.question)).toBe(e.from);
      states.set(e.question, e.to);
    }
    if (e.kind === 'window-opened') open.push(e.window);
    if (e.kind === 'window-closed' && e.why !== 'pestering') {
      expect(open).toContain(e.window);
      open.splice(open.indexOf(e.window), 1);
    }
    if (e.kind === 'turn-closed') expect(e.turn).toBe(++turn);
  }
};

describe.each(Object.entries(CONTENTS))('any trainee, %s content', (_name, data) => {
  const keys = data.scenarios.map((_, i) => `c${i + 1}`);

  it('[C1] breaks nothing: no exception, no gap in the log, and time never goes back', () => {
    check(data, wild(data), (commands) => {
      const { drill, log, content } = play(data, commands);
      expect(drill.seq).toBe(log.length);
      log.reduce((before, e) => {
        expect(e.at).toBeGreaterThanOrEqual(before);
        return e.at;
      }, 0);
      const due = nextDue(content, drill);
      if (due !== null) expect(due).toBeGreaterThanOrEqual(drill.at);
    });
  });

  it('[C7] leaves a log that folds to the state in memory, and the same input gives the same log', () => {
    check(data, wild(data), (commands) => {
      const first = play(data, commands);
      const stored: DrillEvent[] = JSON.parse(JSON.stringify(first.log));
      expect(fold(emptyDrill, stored)).toEqual(first.drill);
      expect(JSON.stringify(play(data, commands).log)).toBe(JSON.stringify(first.log));
    });
  });

  it('[V1] keeps closed conversations closed, and points, questions, windows and turns in their order', () => {
    check(data, wild(data, 40), (commands) => {
      const { log } = runOut(play(data, commands));
      for (const key of keys) {
        closedStaysClosed(log, key);
        pointsOnce(log, key);
        chained(log, key);
      }
    });
  });

  it('[C1] gets the same log from ticks at any times and in any number', () => {
    const ticked = fc.tuple(orderly(data), fc.array(fc.integer({ min: 0, max: 500_000 }), { maxLength: 60 }));
    fc.assert(
      fc.property(ticked, ([commands, ticks]) => {
        const until = Math.max(0, ...commands.map((c) => c.at), ...ticks);
        const more = [...commands, ...ticks.map(tick)].toSorted((a, b) => a.at - b.at || (a.kind === 'tick' ? -1 : 1));
        expect(play(data, [...more, tick(until)]).log).toEqual(play(data, [...commands, tick(until)]).log);
      }),
      { numRuns: RUNS, seed: 20_261_120 },
    );
  });

  it('[C7] with one message more to one customer changes nothing for another', () => {
    const extra = fc.tuple(
      orderly(data),
      fc.integer({ min: 1, max: 200_000 }),
      fc.constantFrom('在的亲', '稍等', '建议您穿39.5码', '你有病吧', '再见'),
    );
    fc.assert(
      fc.property(extra, ([commands, at, words]) => {
        const until = Math.max(at, ...commands.map((c) => c.at));
        const plain = play(data, [...commands, tick(until)]);
        const odd = { ...say(at, words), id: 'extra' };
        const busy = play(data, [...[...commands, odd].toSorted((a, b) => a.at - b.at), tick(until)]);
        // A drill ends once all its conversations are over, which one more message to a customer may put off.
        const over = Math.min(...[...of(plain.log, 'drill-ended'), ...of(busy.log, 'drill-ended')].map((e) => e.at));
        for (const key of keys.slice(1)) {
          const untilOver = (log: readonly DrillEvent[]) => ofConversation(log, key).filter((e) => e.at < over);
          expect(untilOver(busy.log)).toEqual(untilOver(plain.log));
        }
      }),
      { numRuns: RUNS, seed: 20_261_120 },
    );
  });

  it('[C5] may stop at any point: the drill still ends, with nothing left open', () => {
    check(data, wild(data), (commands) => {
      const { drill, log } = runOut(play(data, commands));
      expect(drill.ended).not.toBeNull();
      expect(drill.at - Math.max(0, ...commands.map((c) => c.at))).toBeLessThan(LONGEST_MS);
      expect(log.at(-1)?.kind).toBe('drill-ended');
      for (const c of Object.values(drill.conversations)) {
        expect(c.windows).toEqual([]);
        if (c.status !== 'queued') expect(c.status).toBe('closed');
        for (const entry of Object.values(c.ledger))
          expect(['answered', 'provisional', 'unanswered', 'void', 'wrong']).toContain(entry.state);
      }
    });
  });
});
