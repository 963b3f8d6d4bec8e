import { describe, expect, test } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { drive, say, tick, withdraw } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldAll } from './support.ts';

const content = { ...shoes, rubric };
const M = 'c1-m10000';
const play = (...commands: Parameters<typeof drive>[1]): readonly DrillEvent[] => drive(content, commands).log;
/** Without the time of the last event, which taking back is one of. */
const tile = (log: readonly DrillEvent[]) => ({ ...foldAll(content, log), at: 0 });
const without = (log: readonly DrillEvent[]): DrillEvent[] =>
  log.filter((event) => !(event.kind === 'trainee-said' && event.id === M) && event.kind !== 'message-withdrawn');

describe('a tile of a drill with words taken back', () => {
  test.each([
    ['nothing came instead', [say(10_000, SAID.here), withdraw(12_000, M)]],
    ['others are being read', [say(10_000, SAID.insult), say(11_000, SAID.size), withdraw(12_000, M)]],
    ['others came later', [say(10_000, SAID.here), withdraw(12_000, M), say(20_000, SAID.size), tick(40_000)]],
    ['others were first', [say(9000, SAID.size), say(10_000, SAID.insult), withdraw(12_000, M), tick(40_000)]],
  ])('[E21] is that of a drill without them: %s', (_name, commands) => {
    const log = play(...commands);
    expect(tile(log)).toEqual(tile(without(log)));
  });
  test('[E21] a wait that was late stays late, and its end is that of the next words', () => {
    const late = play(say(80_000, SAID.here), withdraw(82_000, 'c1-m80000'), say(85_000, SAID.size), tick(99_000));
    const { rounds, roundsMs, faults, latest } = foldAll(content, late);
    expect({ rounds, faults }).toEqual({ rounds: 1, faults: 1 });
    expect(latest[0]).toMatchObject({ code: 'late-first', message: 'c1-m85000' });
    expect(roundsMs).toBe(foldAll(content, play(say(85_000, SAID.size), tick(99_000))).roundsMs);
  });
  test('[E22] stays as it is where they had been read', () => {
    const heard = play(say(10_000, SAID.insult), tick(19_000));
    const taken = play(say(10_000, SAID.insult), tick(19_000), withdraw(19_000, M));
    expect(tile(taken)).toEqual(tile(heard));
  });
});
