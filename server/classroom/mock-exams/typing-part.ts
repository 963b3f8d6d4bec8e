/** The typing part at its seat: what stands typed is stored while it is typed, and counted here, never by the page (RULES O5). */
import { examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Typed, TypingSeat } from '#contract/exams/typing.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import type { Storage } from '#storage/storage.ts';
import { contentOf } from './exam-content.ts';
import { examPhase } from './seat-exam.ts';

type Needs = { storage: Storage; now(): number };
export type TypingParts = {
  seat(seatId: string, principal: Principal): Promise<Reply<TypingSeat>>;
  /** Starts its clock, or goes on where the seat was. */
  begin(seatId: string, principal: Principal): Promise<Reply<TypingSeat>>;
  put(seatId: string, principal: Principal, typed: Typed): Promise<Reply<TypingSeat>>;
};

export const createTypingParts = ({ storage, now }: Needs): TypingParts => {
  const { runs, exams } = storage;
  const viewOf = async (seatId: string, principal: Principal) => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    const view = seat === null || run === null ? null : await examViewOf(storage, run, seat, now());
    const part = view?.parts.find(({ kind }) => kind === 'typing');
    const typing = run === null ? null : ((await contentOf(storage, run.id))?.typing ?? null);
    if (seat === null || run === null || view === null || part === undefined || typing === null) return null;
    const isHere = examPhase(view, seat, principal, now()) !== 'elsewhere';
    return { seat, run, view, part, typing, isHere };
  };
  type View = NonNullable<Awaited<ReturnType<typeof viewOf>>>;

  const bodyOf = ({ seat, run, view, part, typing, isHere }: View): TypingSeat => {
    const isGoing = isHere && part.state === 'going';
    const texts = isGoing ? seatTexts(typing, run.seed, seat.id) : [];
    return {
      phase: isHere ? typingPhase(part.state) : 'elsewhere',
      seat: { id: seat.id, name: seat.name },
      ...{ exam: run.name, minutes: part.minutes, ms: part.ms, begunAt: isHere ? part.begunAt : null },
      texts: texts.map(({ id, text }) => ({ id, text })),
      typed: isGoing ? [...(view.begun.typing?.typed ?? [])] : [],
      ...{ left: view.begun.typing?.left ?? 0, pasted: view.begun.typing?.pasted ?? 0 },
      now: now(),
    };
  };
  const seat = async (seatId: string, principal: Principal): Promise<Reply<TypingSeat>> => {
    const view = await viewOf(seatId, principal);
    return view === null ? refused('exam-none') : { ok: true, value: bodyOf(view) };
  };
  const change = (seatId: string, principal: Principal, work: (view: View) => Promise<Reply<null>>) =>
    storage.locks.hold(`typing ${seatId}`, async (): Promise<Reply<TypingSeat>> => {
      const view = await viewOf(seatId, principal);
      if (view === null) return refused('exam-none');
      if (!view.isHere) return refused(isSeatOf(principal, view.seat) ? 'paper-elsewhere' : 'unknown-seat');
      const reply = await work(view);
      return reply.ok ? await seat(seatId, principal) : reply;
    });
  return {
    seat,
    begin: (seatId, principal) =>
      change(seatId, principal, async ({ run, part }) => {
        if (part.state === 'done' || part.state === 'missed') return refused('part-over');
        if (part.state === 'locked') return refused('part-locked');
        await exams.beginTyping({ seat: seatId, run: run.id, begunAt: now() });
        return { ok: true, value: null };
      }),
    put: (seatId, principal, { typed, left, pasted, done }) =>
      change(seatId, principal, async ({ part }) => {
        const isLate = part.state === 'done' && part.begunAt !== null && now() <= part.begunAt + part.ms + GRACE_MS;
        if (part.state !== 'going' && !isLate) return refused(part.state === 'done' ? 'part-over' : 'part-locked');
        const isOver = done || isLate;
        await exams.putTyped(seatId, { typed, left, pasted, endedAt: isOver ? endAt(part, now()) : null });
        return { ok: true, value: null };
      }),
  };
};

/** What stood there when the time was up may come this much later: the page sends it then, over a school's network. */
export const GRACE_MS = 5_000;

export const endAt = ({ begunAt, ms }: { begunAt: number | null; ms: number }, now: number): number =>
  Math.min(now, (begunAt ?? now) + ms);

const PHASES = { locked: 'before', ready: 'before', going: 'open', done: 'over', missed: 'over' } as const;
export const typingPhase = (state: keyof typeof PHASES): TypingSeat['phase'] => PHASES[state];
