import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskRequest } from '#drills/runner/requests.ts';
import {
  type ClassRoom,
  classRoom,
  device,
  MINUTE,
  newRun,
  TEACHER,
  value,
} from '#tests/classroom/support/class-room.ts';
import { type Tab, tab } from '#tests/drills/support/desk-room.ts';

const GUESTS = ['g1', 'g2', 'g3', 'g4'] as const;
const guest = fc.constantFrom(...GUESTS);
const place = fc.integer({ min: 0, max: 2 });

/** One thing that a device or the teacher does to a seat. `settle`: everything under way is finished first. */
const deed = fc.record({
  kind: fc.constantFrom(
    ...['join', 'join', 'join', 'page', 'desk', 'desk', 'leave', 'end', 'again'],
    ...['approve', 'approve', 'refuse', 'release', 'wait', 'restart', 'stage', 'stage', 'freeze', 'thaw', 'redo'],
  ),
  guest,
  place,
  settle: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** Invariants of seats and drills once everything under way is done. */
const check = async ({ storage, runner }: ClassRoom, runId: string, attempts: number, say: string): Promise<void> => {
  const run = await storage.runs.run(runId);
  const seats = await storage.runs.seats(runId);
  const holders = seats.flatMap((seat) => seat.guest ?? []);
  expect(new Set(holders).size, `${say}: one device, one seat`).toBe(holders.length);
  const drills = await storage.drillsOfRun(runId);
  for (const seat of seats) {
    const own = drills.filter((row) => row.place?.seat === seat.id);
    for (const { id, guest: owner } of own) {
      const holds = seat.guest ?? 'nobody';
      if (seat.guest !== null) expect(owner, `${say}: the drill is its seat’s`).toBe(holds);
      else expect(GUESTS, `${say}: an untied drill is nobody’s`).not.toContain(owner);
      expect((await runner.ownerOf(id))?.guest, `${say}: memory and storage`).toBe(owner);
    }
    const first = own.filter((row) => row.place?.redo === null);
    expect(first.length, `${say}: attempts`).toBeLessThanOrEqual(attempts);
    expect(first.filter(({ state }) => state !== 'ended').length, `${say}: one at a time`).toBeLessThanOrEqual(1);
    if (run?.stage !== 'drill')
      expect(
        first.every(({ state }) => state === 'ended'),
        `${say}: all ended`,
      ).toBe(true);
    const redos = own.flatMap((row) => row.place?.redo ?? []);
    expect(new Set(redos).size, `${say}: one answer to a redo`).toBe(redos.length);
  }
};

const play = async (list: readonly Deed[]): Promise<void> => {
  const room = await classRoom();
  const run = await newRun(room, { attempts: 2, minutes: 30 });
  const seats = (await room.storage.runs.seats(run.id)).map(({ id }) => id);
  const desks = new Map<string, Tab>();
  const stages = ['card', 'drill', 'debrief', 'redo', 'debrief', 'close'] as const;
  let stage = 0;
  let n = 0;
  const drillOf = async (seat: string): Promise<string | null> =>
    (await room.storage.drillsOfRun(run.id)).findLast(({ place: at }) => at?.seat === seat)?.id ?? null;

  for (const [index, { kind, guest: who, place: at, settle }] of list.entries()) {
    const { classroom, runner } = room;
    const seat = seats[at] ?? '';
    const drill = await drillOf(seat);
    n += 1;
    if (kind === 'join') await classroom.seats.join(run.code, device(who), { seat });
    else if (kind === 'page')
      await classroom.joinSeat(seat, { id: `p${n}`, principal: device(who), sendState: () => {} });
    else if (kind === 'again') void classroom.seats.openNextAttempt(seat, device(who));
    else if (kind === 'approve') await classroom.seats.approve(seat, TEACHER.id);
    else if (kind === 'refuse') await classroom.seats.refuse(seat, TEACHER.id);
    else if (kind === 'release') await classroom.seats.release(seat, TEACHER.id);
    else if (kind === 'freeze' || kind === 'thaw') void classroom.runs.freeze(run.id, TEACHER, kind === 'freeze');
    else if (kind === 'stage') void classroom.runs.enterStage(run.id, TEACHER, stages[stage++] ?? 'close');
    else if (kind === 'redo' && drill !== null) {
      void classroom.runs.openReplayTask(run.id, TEACHER, { drill, conversation: 'c1', turn: 1 });
    } else if (kind === 'desk' && drill !== null && (await runner.ownerOf(drill))?.guest === who) {
      // Only the drill's owner joins, as the socket handlers allow it.
      const desk = desks.get(who) ?? tab(`d-${who}`);
      desks.set(who, desk);
      await runner.join(drill, desk, 0, true);
      const text = `您好，穿37码合适 ${n}`;
      const made = { how: 'typed' as const, quickReply: null };
      const payload = { drillId: drill, commandId: `m${n}`, conversation: 'c1', text, made, anatomy: null };
      void runner.submit(drill, desk.id, payload.commandId, deskRequest('message:send', payload));
    } else if (kind === 'end' && drill !== null) {
      const payload = { drillId: drill, commandId: `e${n}` };
      const desk = desks.get(who);
      if (desk !== undefined) void runner.submit(drill, desk.id, payload.commandId, deskRequest('drill:end', payload));
    } else if (kind === 'leave') {
      const desk = desks.get(who);
      if (desk !== undefined) runner.leave(desk.id, room.clock.now());
      desks.delete(who);
    } else if (kind === 'wait') await room.clock.advance(12_000);
    else if (kind === 'restart') {
      await room.clock.settle();
      desks.clear();
      await room.restart(MINUTE);
    }
    if (!settle) continue;
    await room.clock.advance(10);
    await check(room, run.id, 2, `${index} ${kind} ${who} ${at}`);
  }
  value(await room.classroom.runs.end(run.id, TEACHER));
  await room.clock.advance(1000);
  await check(room, run.id, 2, 'at the end');
  expect((await room.storage.drillsOfRun(run.id)).every(({ state }) => state === 'ended')).toBe(true);
};

test('whatever four devices and a teacher do in any order, each device holds one seat and that seat’s drills alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), (list) => play(list)),
    { numRuns: Number(process.env.HOSTILE_RUNS ?? 12) },
  );
});
