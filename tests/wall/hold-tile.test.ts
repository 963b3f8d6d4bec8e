/** 挂起 on a tile: until when its trainee is to be back, as their own desk reminds of it. */
import { describe, expect, test } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { drive, end, say, tick, withdraw } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldTile } from '#wall/fold-tile.ts';
import { looksSame } from '#wall/looks-same.ts';
import { drillPart } from '#wall/tile.ts';
import { emptyTile, tileFacts } from '#wall/tile-state.ts';
import { foldAll } from './support.ts';

const content = { ...shoes, rubric };
const facts = tileFacts(content);
const PROMISE = '我查一下尺码表，2分钟内回您。';
type Commands = Parameters<typeof drive>[1];
const play = (...commands: Commands): readonly DrillEvent[] => drive(content, commands, { mode: 'lesson' }).log;
const backMs = (log: readonly DrillEvent[], now: number) =>
  drillPart(facts, foldAll(content, log), now, () => 'calm').conversations[0]?.backMs;
const byButton = { ...say(10_000, SAID.here), backInMs: 120_000 } as Commands[number];
const drop: Commands[number] = { kind: 'drop-hold', at: 30_000, conversation: 'c1' };

describe('[Z28] a tile shows a hold', () => {
  test('from words typed by hand as from the button, and past its time', () => {
    const log = play(say(10_000, PROMISE), tick(20_000));
    expect([backMs(log, 20_000), backMs(log, 150_000)]).toEqual([110_000, -20_000]);
    expect(backMs(play(byButton), 20_000)).toBe(110_000);
    // A minute where no time was named, as long as the customer in fact waits.
    expect(backMs(play(say(10_000, SAID.hold), tick(20_000)), 20_000)).toBe(50_000);
  });
  test('until the next words, put aside, at the end, and not by words taken back', () => {
    expect(backMs(play(say(10_000, PROMISE), say(60_000, SAID.here)), 60_000)).toBeUndefined();
    expect(backMs(play(say(10_000, PROMISE), tick(20_000), drop), 30_000)).toBeUndefined();
    expect(backMs(play(say(10_000, PROMISE), tick(20_000), end(30_000)), 30_000)).toBeUndefined();
    expect(backMs(play(byButton, withdraw(11_000, 'c1-m10000')), 20_000)).toBeUndefined();
    const back = [say(60_000, SAID.insult), withdraw(61_000, 'c1-m60000')];
    expect(backMs(play(say(10_000, PROMISE), ...back), 61_000)).toBe(69_000);
  });
  test('not on the way to another seat, and there from the coming on', () => {
    const log = play(say(10_000, PROMISE), tick(20_000));
    const offered = { kind: 'pass-offered', at: 21_000, conversation: 'c1', id: 'p1', to: 's2', note: '尺码' } as const;
    expect(backMs([...log, offered], 22_000)).toBeUndefined();
    const returned = { kind: 'pass-returned', at: 30_000, conversation: 'c1', why: 'recalled' } as const;
    expect(backMs([...log, offered, returned], 30_000)).toBe(100_000);
    const passed = { offer: 'p1', seat: 's1', at: 21_000, hadWords: true, state: {} };
    const added: DrillEvent = {
      ...{
        kind: 'customer-added',
        at: 5000,
        conversation: 'c9',
        scenario: shoes.scenarios[0]?.id ?? '',
        arrivesAt: 25_000,
      },
      handed: { from: { drill: 'd1', conversation: 'c1' }, parts: [] },
      passed: { ...passed, promise: { seat: 's1', part: 0, line: 0, backBy: 130_000 } },
    };
    const came: DrillEvent = { kind: 'status-changed', at: 8000, conversation: 'c9', to: 'waiting' } as DrillEvent;
    const there = (...events: DrillEvent[]) =>
      drillPart(facts, foldAll(content, events), 8000, () => 'calm').conversations.find(({ key }) => key === 'c9')
        ?.backMs;
    expect(there(added)).toBeUndefined();
    expect(there(added, came)).toBe(106_000);
  });
  test('and is sent when it begins and ends', () => {
    const log = play(byButton, drop);
    let state = emptyTile;
    for (const event of log) {
      const before = state;
      state = foldTile(facts, before, event, 0);
      if (event.kind === 'trainee-said' || event.kind === 'hold-dropped')
        expect(
          looksSame({ ...before, rounds: 0 }, { ...state, rounds: 0 }, () => 'calm'),
          event.kind,
        ).toBe(false);
    }
  });
});
