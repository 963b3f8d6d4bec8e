/** What a seat sees of its two parts in a lesson of role plays, and the card it takes (RULES J105, J106). */
import { randomInt } from 'node:crypto';
import { type Reply, refused } from '#contract/errors.ts';
import type { SeatCard, SeatPlay, SeatRolePlay } from '#contract/together/role-plays.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { pairsIn, partsOf } from './pairs.ts';

/** Without letters and digits that look alike; 31⁸ codes, so that nobody finds one by trying. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 8;

/** Gives a drill that was opened as a role play its code, which it keeps. */
export const addCode = async (
  { rolePlays }: Pick<Storage, 'rolePlays'>,
  drill: string,
  school: string | null,
  at: number,
): Promise<string> => {
  for (;;) {
    const found = await rolePlays.ofDrill(drill);
    if (found !== null) return found.code;
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    if (await rolePlays.add({ drill, code, school, at })) return code;
  }
};

type View = { run: Run; drills: readonly DrillRow[]; log: readonly RunEntry[] };

const newestOf = (drills: readonly DrillRow[], seat: string): DrillRow | undefined =>
  drills.findLast(({ place }) => place?.seat === seat && place.redo === null);

const stateOf = (row: DrillRow | undefined): SeatPlay['state'] => {
  if (row === undefined || row.state === 'opened') return 'waits';
  return row.state === 'ended' ? 'over' : 'going';
};

/** Null: the run is no lesson of role plays, or its drill hasn't begun. */
export const seatRolePlay = async (
  { runs }: Pick<Storage, 'runs'>,
  { run, drills, log }: View,
  seat: Pick<Seat, 'id'>,
): Promise<SeatRolePlay | null> => {
  if (run.plan.rolePlay !== true || run.startedAt === null) return null;
  const parts = partsOf(pairsIn(log), seat.id);
  const own = newestOf(drills, seat.id);
  const seats = await runs.seats(run.id);
  const mateAt = (id: string | undefined): SeatPlay['mate'] => {
    const found = seats.find((one) => one.id === id);
    return found === undefined ? null : { no: found.no, name: found.name };
  };
  const hasServed = (id: string): boolean =>
    drills.some(({ place, state }) => place?.seat === id && place.redo === null && state === 'ended');
  /** Of the rounds before this one the first that isn't over, with the mate and without this seat. */
  const mateIn = (mate: string | undefined, round: number): number | null => {
    const others = parts === null || mate === undefined ? [] : roundsOf(parts.pair).slice(0, round - 1);
    const busy = others.find(
      ({ who }) => who.includes(mate ?? '') && !who.includes(seat.id) && !hasServed(who[0] ?? ''),
    );
    return busy?.round ?? null;
  };
  const serve: SeatPlay = {
    ...{ part: 'serve', mate: mateAt(parts?.player), state: stateOf(own) },
    ...{ round: parts?.servesIn ?? 1, mateIn: mateIn(parts?.player, parts?.servesIn ?? 1) },
    drill: own === undefined || own.state === 'ended' ? null : own.id,
  };
  if (parts === null) return { parts: [serve] };
  const play: SeatPlay = {
    ...{ part: 'play', mate: mateAt(parts.playsFor), drill: null },
    ...{ round: parts.playsIn, mateIn: mateIn(parts.playsFor, parts.playsIn) },
    state: stateOf(newestOf(drills, parts.playsFor)),
  };
  return { parts: serve.round < play.round ? [serve, play] : [play, serve] };
};

/** Who serves in each round of a group, and who plays for them. */
const roundsOf = (pair: readonly string[]): { round: number; who: string[] }[] =>
  pair.map((id, at) => ({ round: at + 1, who: [id, pair[(at + 1) % pair.length] ?? id] }));

type Holder = { guest: string; person: string | null };

/**
 * The seat's device takes the card of whom it plays for: again, where the seat has moved to another device. Somebody else
 * who has it by the code keeps it.
 */
export const takeAtSeat = async (
  { runs, rolePlays, drillsOfRun }: Pick<Storage, 'runs' | 'rolePlays' | 'drillsOfRun'>,
  seatId: string,
  { guest, person }: Holder,
  now: number,
): Promise<Reply<SeatCard>> => {
  const seat = await runs.seat(seatId);
  const run = seat === null ? null : await runs.run(seat.run);
  if (seat === null || run === null) return refused('unknown-seat');
  const parts = run.plan.rolePlay === true ? partsOf(pairsIn(await runs.log(run.id)), seat.id) : null;
  const drill = parts === null ? undefined : newestOf(await drillsOfRun(run.id), parts.playsFor);
  if (drill === undefined) return refused('unknown-role-play');
  const code = await addCode({ rolePlays }, drill.id, run.school, now);
  const player = { guest, person: seat.person ?? person, name: seat.name, at: now };
  if (await rolePlays.take(drill.id, player)) return { ok: true, value: { code } };
  const held = (await rolePlays.ofDrill(drill.id))?.player;
  if (held?.name !== seat.name) return refused('role-play-taken');
  if (held.guest !== guest) await rolePlays.moveTo(drill.id, guest);
  return { ok: true, value: { code } };
};
