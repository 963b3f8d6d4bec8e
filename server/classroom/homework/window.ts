/** When a seat's homework is open, by the times alone: no timer and no running server is needed for them to pass (RULES H2). */
import type { Homework, HomeworkPhase } from '#contract/homework/homework.ts';
import { CHINA_AHEAD_MS, DAY_MS } from '#contract/wire/spans.ts';
import type { RunEntry } from '#storage/runs.ts';

/** A seat's own window. `lastAt`: the last moment at which it is accepted; without a late rule the due time itself. */
export type SeatWindow = { opensAt: number; dueAt: number; lastAt: number; extended: boolean };

/**
 * The due times that single seats were given, from the run's log. One given before the homework was closed early is over
 * with it.
 */
export const seatDueTimes = (log: readonly RunEntry[]): ReadonlyMap<string, number> => {
  const due = new Map<string, number>();
  for (const { kind, seat, body } of log) {
    if (kind !== 'due') continue;
    if (seat === null && body.closed === true) due.clear();
    if (seat !== null && typeof body.dueAt === 'number') due.set(seat, body.dueAt);
  }
  return due;
};

/** `own`: the seat's own due time; it never shortens the class's. */
export const windowOf = ({ opensAt, dueAt, late }: Homework, own: number | undefined): SeatWindow => {
  const seatDueAt = Math.max(dueAt, own ?? dueAt);
  return { opensAt, dueAt: seatDueAt, lastAt: Math.max(seatDueAt, late?.until ?? 0), extended: seatDueAt > dueAt };
};

/** The moment itself belongs to what it ends: handed in at the due time is in time. */
export const phaseAt = ({ opensAt, dueAt, lastAt }: SeatWindow, now: number): HomeworkPhase => {
  if (now > lastAt) return 'over';
  if (now < opensAt) return 'before';
  return now <= dueAt ? 'open' : 'late';
};

/**
 * How late something was handed in; 0: in time. What was still going on at the last moment was ended there, though a
 * server that was down wrote it later.
 */
export const lateMsOf = ({ dueAt, lastAt }: SeatWindow, handedInAt: number): number =>
  Math.max(0, Math.min(handedInAt, lastAt) - dueAt);

/** Marks off for so much lateness: each day begun counts, none twice. */
export const marksOff = ({ late }: Pick<Homework, 'late'>, lateMs: number): number => {
  const off = late?.off ?? null;
  return off === null ? 0 : Math.min(off.most, off.perDay * Math.ceil(lateMs / DAY_MS));
};

/** The next moment after `now` at which one of the windows opens, is due or is over; null: none comes. */
export const nextChange = (windows: readonly SeatWindow[], now: number): number | null => {
  const moments = windows
    // A phase ends with its last moment: what follows begins a millisecond later.
    .flatMap(({ opensAt, dueAt, lastAt }) => [opensAt, dueAt + 1, lastAt + 1])
    .filter((at) => at > now);
  return moments.length === 0 ? null : Math.min(...moments);
};

/** 2026-11-27 20:00, in Beijing. */
export const dayAndMinuteInChina = (at: number): string =>
  new Date(at + CHINA_AHEAD_MS).toISOString().slice(0, '2026-11-27T20:00'.length).replace('T', ' ');

/** 11-27 20:00: homework's times are those of Beijing for everybody, wherever machine and device are. */
export const minuteInChina = (at: number): string => dayAndMinuteInChina(at).slice('2026-'.length);
