/** Parts of the server that count on the way what they are asked. */
import type { Meter } from '#common/meter.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { ReportMaker } from '#drills/reports/report-maker.ts';
import type { Storage } from '#storage/storage.ts';

/** The storage, whose appends are counted and timed. `now`: milliseconds of a clock that never runs backwards. */
export const meteredStorage = (storage: Storage, meter: Meter, now: () => number): Storage => {
  const appendAll: Storage['appendAll'] = (batch) => {
    const from = now();
    return after(
      () => storage.appendAll(batch),
      () => meter.appendsCommitted(batch.length, now() - from),
    );
  };
  // Placed before the storage instead of copied: every other call stays the storage's own.
  const metered: Storage = Object.create(storage);
  metered.appendAll = appendAll;
  return metered;
};

/** The judge, and how many requests it has not answered yet. */
export const meteredJudge = (judge: Judge): { judge: Judge; waiting(): number } => {
  const open = createCounter();
  return {
    judge: { ...judge, judge: (request, content) => open.during(() => judge.judge(request, content)) },
    waiting: open.count,
  };
};

/** Who makes reports, and how many are being made or wait for it. */
export const meteredReports = (maker: ReportMaker): { maker: ReportMaker; waiting(): number } => {
  const open = createCounter();
  return { maker: { ...maker, make: (question) => open.during(() => maker.make(question)) }, waiting: open.count };
};

/** How many pieces of work have begun and not ended. */
const createCounter = (): { during<T>(work: () => T): T; count(): number } => {
  let count = 0;
  return {
    during: (work) => {
      count += 1;
      return after(work, () => {
        count -= 1;
      });
    },
    count: () => count,
  };
};

/** Calls `settled` once what `work` gives is there or failed, whether it comes at once or as a promise. */
const after = <T>(work: () => T, settled: () => void): T => {
  let made: T;
  try {
    made = work();
  } catch (error) {
    settled();
    throw error;
  }
  if (made instanceof Promise) made.then(settled, settled);
  else settled();
  return made;
};
