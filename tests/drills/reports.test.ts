import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import { inProcessReports } from '#drills/reports/report-maker.ts';
import { createReports } from '#drills/reports/reports.ts';
import { engine } from '#server/engine-parts.ts';
import { eventsOf, goldenCatalog, storeClass, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const NAMES = ['甲', '乙', '丙', '丁'];

/** Four drills that have ended, none scored yet. */
const ended = async () => {
  const storage = await openReady(tempFolder());
  onTestFinished(() => storage.close());
  await storeClass(
    storage,
    NAMES.map((name) => ({ name, drills: [eventsOf('poor')] })),
  );
  const clock = virtualClock();
  const contents = createContentCache(storage, engine.prepare);
  const logger = pino({ level: 'silent' });
  const reports = createReports(
    inProcessReports(engine, goldenCatalog.data.scenarios),
    storage,
    contents,
    goldenCatalog,
    clock,
    logger,
    () => {},
  );
  const made = async (): Promise<number> => {
    const results = await Promise.all(NAMES.map((_, i) => storage.results.result(`d${i + 1}-1`)));
    return results.filter((result) => result !== null).length;
  };
  return { storage, reports, made };
};
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('scores at the bell', () => {
  test('are made one at a time, so that other work gets its turn in between', async () => {
    const { reports, made, storage } = await ended();
    for (const [i] of NAMES.entries()) reports.score(`d${i + 1}-1`);
    expect(await made()).toBe(0);
    const seen: number[] = [];
    while ((await made()) < NAMES.length) {
      await turn();
      seen.push(await made());
    }
    expect(seen).toEqual([...seen].toSorted((a, b) => a - b));
    expect(seen.every((count, i) => count - (seen[i - 1] ?? 0) <= 1)).toBe(true);
    expect((await storage.drill('d1-1'))?.score).toBe((await storage.results.result('d1-1'))?.score);
  });

  test('stop when the server closes, and are made when their report is asked for', async () => {
    const { reports, made, storage } = await ended();
    for (const [i] of NAMES.entries()) reports.score(`d${i + 1}-1`);
    reports.close();
    for (let i = 0; i < NAMES.length * 2; i++) await turn();
    expect(await made()).toBe(0);
    const report = await reports.report('d2-1');
    expect(report).toMatchObject({ ok: true, value: { score: (await storage.results.result('d2-1'))?.score } });
    expect(await made()).toBe(1);
  });

  test('[N7] leave out an answer to a replay task', async () => {
    const { reports, storage } = await ended();
    await storeDrill(storage, 'o1-1', 1, eventsOf('model'), 'o1');
    reports.score('o1-1');
    for (let i = 0; i < 4; i++) await turn();
    expect(await storage.results.result('o1-1')).toBeNull();
    expect((await storage.drill('o1-1'))?.score).toBeNull();
  });
});
