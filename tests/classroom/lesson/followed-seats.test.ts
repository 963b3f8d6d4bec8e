import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createFollowedSeats } from '#classroom/lesson/followed-seats.ts';
import { advance, initialClockMap } from '#drills/reports/clock-map.ts';
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
const room = (faults: number) => {
  let left = faults;
  const events = eventsOf('poor').slice(0, 20);
  const changed: string[] = [];
  const storage = {
    read: async (): Promise<LogRow[]> => {
      left -= 1;
      if (left >= 0) throw new Error('the disk is busy');
      return [{ drill: 'd1', seq: 1, at: 0, commandId: null, events }];
    },
  };
  const followed = createFollowedSeats(
    { storage, runner: { content: async () => content }, logger: pino({ level: 'silent' }) },
    (seat) => changed.push(seat),
  );
  const happened = async (told: readonly DrillEvent[], seq: number): Promise<void> => {
    followed.happened(ROW, told, { drill: { ...emptyDrill, seq }, map: initialClockMap(0) });
    await turn();
  };
  return { followed, changed, happened, events };
};

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
  const told = { drill: { ...emptyDrill, seq: 5 }, map: initialClockMap(0) };
  expect(followed.happened(ROW, events.slice(0, 5), told)).toBe(false);
  expect(followed.happened(ROW, events.slice(5, 6), { ...told, drill: { ...emptyDrill, seq: 6 } })).toBe(false);
  await turn();
  expect(followed.of('seat1')).toMatchObject({ attempt: 1, drill: { seq: events.length } });
  expect(changed).toEqual(['seat1']);
});

describe('a wall that followed a drill', () => {
  const START = 1_800_000_000_000;
  const all = eventsOf('silent');
  /** A row for each event; the server stores each with the wall time at which it was due. */
  const rows = all.map(
    (event, index): LogRow => ({
      ...{ drill: 'd1', seq: index + 1, at: START + event.at, commandId: null },
      events: [event],
    }),
  );
  const wallOf = async (log: readonly LogRow[]) => {
    const reads = { count: 0 };
    const read = async (): Promise<LogRow[]> => {
      reads.count += 1;
      return [...log];
    };
    const needs = { storage: { read }, runner: { content: async () => content }, logger: pino({ level: 'silent' }) };
    const followed = createFollowedSeats(needs, () => {});
    await followed.add(ROW);
    return { followed, reads, tile: () => followed.of('seat1').drill?.state };
  };

  test('shows every fault at the moment that a wall which reads the log anew shows', async () => {
    const live = await wallOf(rows.slice(0, 3));
    let map = initialClockMap(START);
    for (const [index, { at, events }] of rows.entries()) {
      map = advance(map, events, at);
      if (index >= 3) live.followed.happened(ROW, events, { drill: { ...emptyDrill, seq: index + 1 }, map });
    }
    expect(live.tile()?.latest.length).toBeGreaterThan(0);
    expect(live.tile()).toEqual((await wallOf(rows)).tile());
    expect(live.reads.count).toBe(1);
  });

  test('takes a wait back that grew late only while the clock stood already, as it turned out', async () => {
    const came = all.findIndex(({ kind }) => kind === 'question-opened') + 1;
    const stop: DrillEvent = { kind: 'clock-stopped', at: (all[came - 1]?.at ?? 0) + 1000, why: 'server' };
    const stopped: LogRow = {
      ...{ drill: 'd1', seq: came + 1, at: START + stop.at + 90_000, commandId: null },
      events: [stop],
    };
    const log = rows.slice(0, came);
    const live = await wallOf(log);
    expect(live.followed.recordOverdueWaits(START + stop.at + 90_000)).toEqual(['seat1']);
    expect(live.tile()?.faults).toBe(1);
    log.push(stopped);
    const map = advance(
      log.slice(0, -1).reduce((now, row) => advance(now, row.events, row.at), initialClockMap(START)),
      [stop],
      stopped.at,
    );
    live.followed.happened(ROW, [stop], { drill: { ...emptyDrill, seq: came + 1 }, map });
    await turn();
    expect(live.tile()?.faults).toBe(0);
  });
});
