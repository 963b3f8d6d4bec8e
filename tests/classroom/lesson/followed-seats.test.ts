import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createFollowedSeats } from '#classroom/lesson/followed-seats.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow, LogRow } from '#storage/storage.ts';
import { content, eventsOf } from '#tests/classroom/support/golden-class.ts';

const ROW: DrillRow = {
  ...{ id: 'd1', guest: 'g1', contentHash: 'golden', scenarios: [], mode: 'lesson', openedAt: 0 },
  ...{ state: 'running', endedAt: null, score: null, retry: null },
  place: { school: 's1', run: 'r1', seat: 'seat1', person: null, redo: null },
};
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A seat whose drill's log can't be read as often as `faults` says. */
function room(faults: number) {
  let left = faults;
  const events = eventsOf('poor').slice(0, 20);
  const changed: string[] = [];
  const storage = {
    read: async (): Promise<LogRow[]> => {
      left -= 1;
      if (left >= 0) throw new Error('the disk is busy');
      return [{ drill: 'd1', seq: 1, at: 0, events }];
    },
  };
  const followed = createFollowedSeats(
    { storage, runner: { content: async () => content }, clock: { now: () => 0 }, logger: pino({ level: 'silent' }) },
    (seat) => changed.push(seat),
  );
  const happened = async (told: readonly DrillEvent[], seq: number): Promise<void> => {
    followed.happened(ROW, told, { drill: { ...emptyDrill, seq }, now: 0, running: true });
    await turn();
  };
  return { followed, changed, happened, events };
}

test('an attempt whose log can’t be read at first is counted once, and read with the next event', async () => {
  const { followed, changed, happened, events } = room(2);
  await happened(events.slice(0, 5), 5);
  await happened(events.slice(5, 6), 6);
  expect(followed.of('seat1')).toMatchObject({ attempt: 1, drill: null });
  expect(changed).toEqual([]);
  await happened(events.slice(6, 7), 7);
  expect(followed.of('seat1')).toMatchObject({ attempt: 1, drill: { id: 'd1' } });
  expect(changed).toEqual(['seat1']);
});

test('what happens while a drill is read makes it be read once more', async () => {
  const { followed, changed, events } = room(0);
  const told = { drill: { ...emptyDrill, seq: 5 }, now: 0, running: true };
  expect(followed.happened(ROW, events.slice(0, 5), told)).toBe(false);
  expect(followed.happened(ROW, events.slice(5, 6), { ...told, drill: { ...emptyDrill, seq: 6 } })).toBe(false);
  await turn();
  expect(followed.of('seat1')).toMatchObject({ attempt: 1, drill: { seq: events.length } });
  expect(changed).toEqual(['seat1']);
});
