/** The seat that somebody who joins wants: one of the roster's, or one under a name they type. */
import { isHomework } from '#classroom/homework/moving.ts';
import { cleanText } from '#classroom/roster/roster-columns.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import { ROSTER_MAX } from '#contract/people.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { SeatHolders } from './seat-holders.ts';

export type SeatWish = { seat: string } | { name: string; again?: true | undefined };
const MAX_NAME_CHARACTERS = 30;

/** The seat a wish means. A typed name makes a new seat, or renames the one this device has if it isn't begun. */
export const seatWished = async (
  { runs, now }: Pick<Storage, 'runs'> & { now: number },
  { hasBegun, saveSeat }: SeatHolders,
  run: Run,
  guest: string,
  wish: SeatWish,
): Promise<Reply<Seat>> => {
  const allSeats = await runs.seats(run.id);
  if ('seat' in wish) {
    const seat = allSeats.find(({ id }) => id === wish.seat);
    return seat === undefined ? refused('unknown-seat') : { ok: true, value: seat };
  }
  if (run.classId !== null) return refused('unknown-seat');
  // Invisible characters don't make another name.
  const name = cleanText(wish.name);
  if (name === '' || name.length > MAX_NAME_CHARACTERS) return refused('bad-request', 'name');
  const ownSeat = allSeats.find((seat) => seat.guest === guest);
  const seatWithName = allSeats.find((seat) => seat.name === name);
  // The teacher untied a seat that has this name and no device: whoever comes with the name goes on there.
  if (seatWithName !== undefined) {
    // Whether it goes to this device without asking, whoever takes it decides.
    const isAgain = wish.again === true && isHomework(run);
    return seatWithName === ownSeat || seatWithName.guest === null || isAgain
      ? { ok: true, value: seatWithName }
      : refused('name-taken', name);
  }
  const refusal = joinRefusal(run) ?? lateRefusal(run, now);
  if (refusal !== null) return refused(refusal);
  if (ownSeat !== undefined) {
    if (await hasBegun(ownSeat)) return refused('device-has-seat', ownSeat.name);
    const renamed = { ...ownSeat, name };
    await saveSeat(renamed);
    return { ok: true, value: renamed };
  }
  if (allSeats.length >= ROSTER_MAX) return refused('run-full');
  const seat = newSeat(run, name, (allSeats.at(-1)?.place ?? 0) + 1);
  await runs.addSeat(seat);
  return { ok: true, value: seat };
};

/** Why no new trainee may come in, or null. */
export const joinRefusal = (run: Run): ErrorCode | null => {
  if (run.stage === 'close') return 'run-over';
  return run.locked ? 'run-locked' : null;
};

/** Why nobody may take a place that nobody has had, or null: a contest may close its door once it begins (RULES J54). */
export const lateRefusal = ({ plan }: Pick<Run, 'plan'>, now: number): ErrorCode | null => {
  const until = plan.contest?.joinUntil ?? null;
  return until !== null && now > until ? 'contest-begun' : null;
};

const newSeat = (run: Run, name: string, place: number): Seat => ({
  id: newId('s'),
  run: run.id,
  school: run.school,
  person: null,
  no: '',
  name,
  place,
  guest: null,
  joinedAt: null,
  askingGuest: null,
  refusedGuest: null,
});
