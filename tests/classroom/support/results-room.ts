import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { engine } from '#server/engine-parts.ts';
import type { Run } from '#storage/runs.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { goldenCatalog, type SeatPlan, storeClass } from './golden-class.ts';

/** A runner with the real engine over a class that has drilled. */
export const resultsRoom = async (seats: readonly SeatPlan[], over: Partial<Run> = {}) => {
  const storage = await openReady(tempFolder());
  const run = await storeClass(storage, seats, over);
  const clock = virtualClock();
  const runner = await createRunner({
    engine,
    judge: inProcessJudge,
    storage,
    catalogs: createCatalogs(goldenCatalog, storage.authored),
    clock,
    logger: pino({ level: 'silent' }),
  });
  onTestFinished(async () => {
    await runner.close();
    await storage.close();
  });
  return {
    storage,
    clock,
    runner,
    run,
    catalogs: createCatalogs(goldenCatalog, storage.authored),
    rubric: goldenCatalog.data.rubric,
  };
};
