import { describe, expect, test } from 'vitest';
import type { Plan } from '#contract/runs.ts';
import type { VariantMark } from '#engine/model/content.ts';
import {
  type ClassRoom,
  classRoom,
  device,
  MINUTE,
  newRun,
  seatTab,
  sit,
  TEACHER,
  value,
} from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const CASE = 'return-dispute/seventh-day';
const PLACES = [1, 2, 3];

/** A run on a case that varies, everybody at their seat and the drill begun. */
const lesson = async (seed: Plan['seed']) => {
  const room = await classRoom(undefined, shipped().catalog);
  const run = await newRun(room, { scenarios: [CASE], incidents: [], seed, attempts: 2 });
  const tabs = [];
  for (const place of PLACES) {
    const { seat } = await sit(room, run, `g${place}`, place);
    tabs.push(await seatTab(room, seat.id, `g${place}`));
  }
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.settle();
  return { room, run, tabs };
};

const variantOf = async ({ runner }: ClassRoom, drill: string | null): Promise<VariantMark | undefined> =>
  (await runner.content(drill ?? ''))?.scenarios[0]?.variant;

describe('the variants of a run', () => {
  test('are dealt in the seats’ order where each gets their own [K5]', async () => {
    const { room, run, tabs } = await lesson('own');
    const marks = await Promise.all(tabs.map((tab) => variantOf(room, tab.last().drill)));
    expect(marks.map((mark) => [mark?.deck, mark?.card])).toEqual(PLACES.map((place) => [run.id, place - 1]));
    expect(new Set(marks.map((mark) => JSON.stringify(mark?.drawn))).size).toBe(PLACES.length);
  });

  test('are one for everybody where the plan says so, and the next one at the next attempt [K5]', async () => {
    const { room, run, tabs } = await lesson('same');
    const drills = tabs.map((tab) => tab.last().drill ?? '');
    const marks = await Promise.all(drills.map((drill) => variantOf(room, drill)));
    expect(marks.map((mark) => [mark?.deck, mark?.card])).toEqual(PLACES.map(() => [run.id, 0]));
    await room.clock.advance(MINUTE);
    await room.runner.end(drills[0] ?? '', 'time');
    await room.clock.settle();
    const again = value(await room.classroom.seats.openNextAttempt(tabs[0]?.last().seat.id ?? '', device('g1')));
    expect(await variantOf(room, again.drill)).toMatchObject({ deck: run.id, card: 1 });
  });

  test('are the same in every run where the plan says so, and the next one at the next attempt [K5]', async () => {
    const variants = [];
    for (const { room, tabs } of [await lesson('fixed'), await lesson('fixed')]) {
      const [first, second] = tabs.map((tab) => tab.last().drill ?? '');
      expect(await variantOf(room, first ?? '')).toEqual(await variantOf(room, second ?? ''));
      variants.push(await variantOf(room, first ?? ''));
      await room.clock.advance(MINUTE);
      await room.runner.end(first ?? '', 'time');
      await room.clock.settle();
      const again = value(await room.classroom.seats.openNextAttempt(tabs[0]?.last().seat.id ?? '', device('g1')));
      expect(await variantOf(room, again.drill)).toMatchObject({ deck: '', card: 1 });
    }
    expect(variants[0]).toMatchObject({ deck: '', card: 0 });
    expect(variants[1]).toEqual(variants[0]);
  });

  test('stay with a drill over a restart of the server [K2]', async () => {
    const { room, tabs } = await lesson('own');
    const drill = tabs[1]?.last().drill ?? null;
    const before = await variantOf(room, drill);
    await room.restart();
    expect(await variantOf(room, drill)).toEqual(before);
  });
});
