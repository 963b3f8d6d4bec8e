/** A seat's paper as it stands: read anew for each request. */
import { type ExamView, examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { seatMs } from '#classroom/run-log/paper-clock.ts';
import type { Clock } from '#common/clock.ts';
import type { PaperSource } from '#drills/papers/draw.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { PaperSources } from './paper-sources.ts';
import { type PaperTimes, timesOf } from './paper-state.ts';

export type PaperView = {
  run: Run;
  seat: Seat;
  sitting: Sitting | null;
  source: PaperSource;
  times: PaperTimes;
  /** Of a part of an exam. */
  exam: ExamView | null;
  now: number;
};

type Needs = {
  storage: Storage;
  clock: Pick<Clock, 'now'>;
  sources: Pick<PaperSources, 'sourceOf'>;
  runTimers: Pick<RunTimers, 'checkForSleep'>;
};

/** Null: there is no such seat, or no paper for it. */
export const paperViewOf = async (
  { storage, clock, sources, runTimers }: Needs,
  seatId: string,
): Promise<PaperView | null> => {
  const { runs, papers } = storage;
  await runTimers.checkForSleep();
  const seat = await runs.seat(seatId);
  const run = seat === null ? null : await runs.run(seat.run);
  const source = run === null ? null : await sources.sourceOf(run.id);
  if (seat === null || run === null || source === null) return null;
  const now = clock.now();
  const exam = await examViewOf(storage, run, seat, now);
  // A re-sit's seat may have no paper to sit.
  if (exam !== null && !exam.parts.some(({ kind }) => kind === 'paper')) return null;
  const ownMs = exam === null ? seatMs(run, await runs.log(run.id), seat.id) : undefined;
  const times = timesOf(run, exam, now, ownMs);
  return { run, source, seat, sitting: await papers.sitting(seat.id), exam, times, now };
};
