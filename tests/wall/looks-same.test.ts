/** Events that leave a tile looking the same must change nothing shown, as the wall then sends no tile. */
import { describe, expect, test } from 'vitest';
import type { MoodWord } from '#contract/wire-events.ts';
import { foldTile } from '#wall/fold-tile.ts';
import { looksSame } from '#wall/looks-same.ts';
import { drillPart } from '#wall/tile.ts';
import { emptyTile, type TileState, tileFacts } from '#wall/tile-state.ts';
import { CASES, golden, TRAINEES } from './support.ts';

const moodWord = (mood: number): MoodWord => (mood < 40 ? 'angry' : mood < 60 ? 'calm' : 'pleased');

describe.each(CASES)('%s', (name) => {
  test.each(TRAINEES)('%s: events that leave the tile looking the same change nothing that is shown', (trainee) => {
    const { content, events } = golden(name, trainee);
    const facts = tileFacts(content);
    let [state, same] = [emptyTile, 0];
    for (const event of events) {
      const before = state;
      state = foldTile(facts, before, event, 0);
      if (!looksSame(before, state, moodWord)) continue;
      same += 1;
      const shown = (one: TileState) => drillPart(facts, one, event.at, moodWord);
      expect(shown(state), event.kind).toEqual(shown(before));
    }
    expect(same).toBeGreaterThan(0);
    expect(same).toBeLessThan(events.length);
  });
});

test('a new wait, a new fault and another mood word make the tile look different', () => {
  const { content, events } = golden('coupon-stack', 'poor');
  const facts = tileFacts(content);
  const state = events.slice(0, 12).reduce((one, event) => foldTile(facts, one, event, 0), emptyTile);
  const [key = ''] = state.order;
  const conversation = state.conversations[key];
  if (conversation === undefined) throw new Error('nobody at the desk');
  const other = (over: Partial<typeof conversation>): TileState => ({
    ...state,
    conversations: { [key]: { ...conversation, ...over } },
  });
  expect(looksSame(state, other({ said: ['在的'] }), moodWord)).toBe(true);
  expect(looksSame(state, other({ since: (conversation.since ?? 0) + 1 }), moodWord)).toBe(false);
  expect(looksSame(state, other({ mood: conversation.mood > 50 ? 10 : 90 }), moodWord)).toBe(false);
  expect(looksSame(state, { ...state, faults: state.faults + 1 }, moodWord)).toBe(false);
});
