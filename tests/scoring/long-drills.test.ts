/** A report's work grows with its drill, not with its square: a class's drills are scored while others are played. */
import { expect, test } from 'vitest';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { contentFor } from '#library/load.ts';
import { makeReport } from '#scoring/report.ts';
import { timesAsLong } from '#tests/language/shortest.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'promotion/coupon-stack';
const { data, hash } = contentFor(library, [CASE]);
const content = prepare(data);
const TEXT = '好，'.repeat(250);

/** The log of a drill in which so many messages of 500 characters were sent, one every nine seconds. */
const played = (messages: number): DrillEvent[] => {
  const log: DrillEvent[] = [];
  let drill = emptyDrill;
  const run = (command: Command): void => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) return;
    drill = fold(drill, decided.value);
    log.push(...decided.value);
  };
  const customers = [0, 1, 2].map((i) => ({ scenario: CASE, arrivesAt: i * 1000 }));
  run({ kind: 'open', at: 0, contentHash: hash, seed: 1, mode: 'practice', pace: 20, customers });
  run({ kind: 'start', at: 0 });
  const made = { how: 'typed', quickReply: null, edited: 0, similarity: 0 } as const;
  for (let i = 0; i < messages; i++) {
    const [at, id] = [9000 * (i + 1), `m${i}`];
    for (const conversation of ['c1', 'c2', 'c3']) {
      const said = log.length;
      run({ kind: 'send', at, id, conversation, text: TEXT, made, anatomy: null });
      if (log.slice(said).some((event) => event.kind === 'trainee-said')) break;
    }
  }
  run({ kind: 'end', at: 9000 * (messages + 2), why: 'teacher' });
  return log;
};

/**
 * Four, and what a busy machine adds: a share of the work that grows with the square is found from a quarter on, as by
 * twice the replies and a bound of 2.3, which a busy machine broke.
 */
const GROWTH = 4.9;

test('four times the replies take about four times as long to score', () => {
  const [quarter, whole] = [played(75), played(300)];
  const spoken = whole.filter(({ kind }) => kind === 'trainee-said').length;
  expect(spoken).toBe(300);
  const times = timesAsLong(
    () => void makeReport(data, whole),
    () => void makeReport(data, quarter),
    GROWTH,
  );
  expect(times).toBeLessThan(GROWTH);
});
