import { expect, test } from 'vitest';
import { createDebriefCache } from '#classroom/results/debrief-cache.ts';
import { runResults } from '#classroom/results/results.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

const CLASS = [
  { name: '李雷', drills: [eventsOf('poor')] },
  { name: '韩梅梅', drills: [eventsOf('poor')] },
];

/** The model trainee's log without its operations: all is said well and nothing is clicked. */
const unclicked = eventsOf('model').filter(({ kind }) => kind !== 'action-done' && kind !== 'need-met');

/** A class's room that counts how often a report is made. */
const counted = async (seats: typeof CLASS = CLASS) => {
  const room = await resultsRoom(seats);
  let reports = 0;
  const { runner } = room;
  const needs = {
    ...room,
    runner: {
      ...runner,
      report: async (drill: string) => {
        reports += 1;
        return await runner.report(drill);
      },
    },
  };
  const { debriefOfRun } = createDebriefCache(needs, room.rubric);
  return { room, talk: debriefOfRun, results: await runResults(room, room.run), made: () => reports };
};

test('a debrief asked for again, or twice at once, reads the drills once', async () => {
  const { room, talk, results, made } = await counted();
  const [first, second] = await Promise.all([talk(room.run, results), talk(room.run, results)]);
  const before = made();
  expect(before).toBe(2);
  expect((await talk(room.run, results)).debrief.picks).toEqual(first.debrief.picks);
  expect(second.debrief.picks).toEqual(first.debrief.picks);
  expect(made()).toBe(before);
});

test('a ruling makes the debrief anew', async () => {
  const { room, talk, results, made } = await counted();
  await talk(room.run, results);
  const before = made();
  const ruled = { ...results, seats: results.seats.map((seat, i) => (i === 0 ? { ...seat, rulings: 1 } : seat)) };
  await talk(room.run, ruled);
  expect(made()).toBeGreaterThan(before);
});

test('a missing operation is shown beside the words said to that customer, not as a silence', async () => {
  const { room, talk, results } = await counted([{ name: '李雷', drills: [unclicked] }]);
  const { debrief } = await talk(room.run, results);
  const clicked = debrief.picks.filter(({ family }) => family === 'operation');
  expect(clicked.length).toBeGreaterThan(0);
  for (const { poor } of clicked) expect(poor.reply).not.toBe('');
});
