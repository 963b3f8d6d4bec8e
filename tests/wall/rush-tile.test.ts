/** A tile of a rush: how many are open, how many wait, who is lost and how many the seat is given. */
import { describe, expect, test } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { end, say, tick } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldTile } from '#wall/fold-tile.ts';
import { looksSame } from '#wall/looks-same.ts';
import { drillPart } from '#wall/tile.ts';
import { emptyTile, type TileState, tileFacts } from '#wall/tile-state.ts';

const facts = tileFacts({ ...shoes, rubric });
const calm = () => 'calm' as const;
const fold = (log: readonly DrillEvent[]): TileState =>
  log.reduce((state, event) => foldTile(facts, state, event, 0), emptyTile);
const shown = (state: TileState) => drillPart(facts, state, state.at, calm);
const play = (commands: readonly Command[], more = {}) =>
  rushDrive(commands, [0, 1000, [2000, 30_000], 3000, 600_000], more).log;

describe('a rush on a tile', () => {
  test('says how many are open and wait, of how many the seat is given, and names whoever has come [Q22] [Q23]', () => {
    const { rush, conversations, left } = shown(fold(play([tick(10_000)])));
    expect(rush).toEqual({ capacity: 1, dial: false, open: 1, queue: 3, over: false });
    expect(conversations.map(({ key }) => key)).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(left).toBe(0);
  });

  test('counts who gave up in the queue as lost, and whom a colleague took as nobody’s loss [Q23]', () => {
    const { rush, left } = shown(fold(play([say(20_000, SAID.size), say(60_000, SAID.size), tick(95_000)])));
    expect(rush?.queue).toBe(0);
    expect(left).toBe(1);
  });

  test('follows the dial, and knows when nobody new comes and when it is over [Q23]', () => {
    const log = play([tick(10_000)], { dial: true });
    const turned: DrillEvent = { kind: 'dial-turned', at: 11_000, from: 1, to: 2, why: 'keeping-up' };
    expect(shown(fold([...log, turned])).rush).toMatchObject({ capacity: 2, dial: true, over: false });
    expect(shown(fold([...log, { kind: 'rush-over', at: 900_000 }])).rush).toMatchObject({ over: true });
    expect(shown(fold(play([end(10_000)]))).rush).toMatchObject({ open: 0, queue: 0 });
  });

  test('looks the same after an event only where it shows the same [Q23]', () => {
    let state = emptyTile;
    const turned: DrillEvent = { kind: 'dial-turned', at: 121_000, from: 1, to: 2, why: 'keeping-up' };
    const log = play([say(20_000, SAID.size), tick(120_000)], { dial: true });
    for (const event of [...log, turned, { kind: 'rush-over', at: 130_000 } as const]) {
      const before = state;
      state = foldTile(facts, before, event, 0);
      if (!looksSame(before, state, calm)) continue;
      const of = (one: TileState) => drillPart(facts, one, event.at, calm);
      expect(of(state), event.kind).toEqual(of(before));
    }
  });

  test('is on no other drill’s tile [Q23]', () => {
    expect(shown(emptyTile)).not.toHaveProperty('rush');
  });
});
