/**
 * What others wait for while reports are asked for as Word files: twenty drills at once, each by its own trainee. The
 * longest hold-up of the event loop is measured with reports and files made in this thread and made in threads of
 * their own, side by side in each round; the ratios are medians over rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { playDrill } from '#authoring/play-drill.ts';
import { cachingDocuments, type Documents, inProcessDocuments } from '#classroom/documents/documents.ts';
import { createWorkerDocuments } from '#classroom/documents/worker-documents.ts';
import { reportFile } from '#classroom/exports/report-file.ts';
import { systemClock } from '#common/clock.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { inProcessReports, type ReportMaker } from '#drills/reports/report-maker.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { engine } from '#server/engine-parts.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import type { Storage } from '#storage/storage.ts';
import { median, rounded, type Size } from './figures.ts';

/** At most; a bench that only shows that it runs asks for a few. */
const ASKED = 20;
const FEW = 3;
const MS = 1e6;

export type ReportFigures = {
  /** Milliseconds for which the loop stood at the longest, made in its thread and beside it. */
  heldInThreadMs: number;
  heldBesideMs: number;
  besideToInThread: number;
  /** The same twenty asked for again: nothing is made. */
  heldAgainMs: number;
  /** Milliseconds until the last of the twenty files is there. */
  lastBesideMs: number;
  lastInThreadMs: number;
};

const { library } = loadLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));

/** Stores an ended drill of each of the first cases, as its poor trainee played it. */
const storeDrills = async (storage: Storage, count: number): Promise<string[]> => {
  return await Promise.all(
    [...library.testplans].slice(0, count).map(async ([scenario, plan], i) => {
      const { data, hash } = contentFor(library, [scenario]);
      const replies = plan.poor?.replies ?? [];
      const events = playDrill(prepare(data), {
        scenarios: [scenario],
        replies,
        seed: i,
        mode: 'lesson',
        contentHash: hash,
      });
      const id = `d${i}`;
      await storage.putContent(hash, JSON.stringify(data));
      await storage.createDrill({
        ...{ id, guest: `g${i}`, contentHash: hash, scenarios: [scenario], mode: 'lesson', state: 'opened' },
        ...{ openedAt: 1, endedAt: null, score: null, place: null, retry: null },
      });
      const [added] = await storage.appendAll([
        {
          ...{ drill: id, expectedSeq: 0, commandId: null, at: 1, events, ack: null, dueAt: null, running: false },
          ...{ state: 'ended', endedAt: 2 },
        },
      ]);
      if (added?.ok !== true) throw new Error('drill not stored');
      return id;
    }),
  );
};

type Way = { runner: Runner; documents: Documents };

const wordFile = async (storage: Storage, { runner, documents }: Way, id: string): Promise<void> => {
  const report = await runner.report(id);
  const row = await storage.drill(id);
  if (!report.ok || row === null) throw new Error('no report');
  await documents.make({ kind: 'report', file: await reportFile(storage, row, report.value, []) });
};

const heldBy = async (work: () => Promise<unknown>): Promise<{ held: number; last: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  await work();
  const last = performance.now() - from;
  await new Promise((done) => setTimeout(done, 5));
  delay.disable();
  return { held: delay.max / MS, last };
};

export const benchReports = async ({ rounds, cases }: Pick<Size, 'rounds' | 'cases'>): Promise<ReportFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-reports-'));
  const storage = await openSqlite(folder, 'normal');
  const drills = await storeDrills(storage, (cases === 1 ? FEW : ASKED) + 1);
  const [first = '', ...asked] = drills;
  const catalog = catalogOf(toCatalogData(library));
  const shipped = catalog.data.scenarios;
  const wayOf = async (maker: ReportMaker, documents: Documents): Promise<Way> => ({
    documents: cachingDocuments(documents),
    runner: await createRunner({
      ...{ engine, maker, judge: inProcessJudge, storage, clock: systemClock, logger: pino({ level: 'error' }) },
      catalogs: createCatalogs(catalog, storage.authored),
    }),
  });
  const all = (way: Way) => heldBy(() => Promise.all(asked.map((id) => wordFile(storage, way, id))));
  /** One file before anything is measured: threads start and load their code. */
  const opened = async (way: Way): Promise<Way> => {
    await wordFile(storage, way, first);
    return way;
  };
  const measured: { inThread: Held; beside: Held; again: Held }[] = [];
  for (let round = 0; round < rounds; round++) {
    const beside = await opened(await wayOf(createWorkerReports(shipped), createWorkerDocuments()));
    const inThread = await opened(await wayOf(inProcessReports(engine, shipped), inProcessDocuments));
    // Which goes first changes from round to round: the second finds a warmer machine.
    const early = round % 2 === 0 ? await all(inThread) : null;
    const figures = await all(beside);
    const again = await all(beside);
    measured.push({ inThread: early ?? (await all(inThread)), beside: figures, again });
    for (const way of [beside, inThread]) {
      await way.runner.close();
      way.documents.close();
    }
  }
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
  const middle = (of: (one: (typeof measured)[number]) => number): number => rounded(median(measured.map(of)));
  return {
    heldInThreadMs: middle(({ inThread }) => inThread.held),
    heldBesideMs: middle(({ beside }) => beside.held),
    besideToInThread: middle(({ inThread, beside }) => beside.held / inThread.held),
    heldAgainMs: middle(({ again }) => again.held),
    lastBesideMs: middle(({ beside }) => beside.last),
    lastInThreadMs: middle(({ inThread }) => inThread.last),
  };
};
type Held = { held: number; last: number };
