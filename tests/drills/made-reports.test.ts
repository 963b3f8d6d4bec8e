/** Reports are made beside the event loop, once for all who ask, and again when what they rest on has changed. */
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerOf, createWorkerQueue } from '#common/worker-queue.ts';
import { createContentCache } from '#drills/catalog/content-cache.ts';
import {
  inProcessReports,
  type ReportMaker,
  type ReportQuestion,
  type ScoredReport,
} from '#drills/reports/report-maker.ts';
import { createReports } from '#drills/reports/reports.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import { inLanguage } from '#i18n/language.ts';
import { engine } from '#server/engine-parts.ts';
import { content, eventsOf, goldenCatalog, storeClass } from '#tests/classroom/support/golden-class.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const shipped = goldenCatalog.data.scenarios;

/** A maker that answers when the test says so. */
const heldMaker = (): ReportMaker & { held: (() => void)[]; asked: ReportQuestion[] } => {
  const here = inProcessReports(engine, shipped);
  const held: (() => void)[] = [];
  const asked: ReportQuestion[] = [];
  return {
    held,
    asked,
    make: (question) => {
      asked.push(question);
      return new Promise<ScoredReport>((done) => held.push(() => done(here.make(question))));
    },
    close: () => {},
  };
};

/** One ended drill. */
const ended = async (maker: ReportMaker) => {
  const storage = await openReady(tempFolder());
  onTestFinished(() => storage.close());
  await storeClass(storage, [{ name: '甲', drills: [eventsOf('poor')] }]);
  const contents = createContentCache(storage, engine.prepare);
  const logger = pino({ level: 'silent' });
  const reports = createReports(maker, storage, contents, goldenCatalog, virtualClock(), logger, () => {});
  onTestFinished(reports.close);
  return { storage, reports };
};
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a report', () => {
  test('is made once for all who ask meanwhile and afterwards', async () => {
    const maker = heldMaker();
    const { reports } = await ended(maker);
    const asked = [reports.report('d1-1'), reports.report('d1-1'), reports.report('d1-1')];
    await turn();
    expect(maker.asked).toHaveLength(1);
    maker.held[0]?.();
    await Promise.all(asked);
    await reports.report('d1-1');
    expect(await reports.report('d1-1')).toMatchObject({ ok: true });
    expect(await reports.report('d1-1')).toEqual(await reports.report('d1-1'));
    expect(maker.asked).toHaveLength(1);
  });

  test('is made anew after a ruling, in another language and by today’s rubric', async () => {
    const here = inProcessReports(engine, shipped);
    const asked: ReportQuestion[] = [];
    const { reports, storage } = await ended({
      make: (question) => {
        asked.push(question);
        return here.make(question);
      },
      close: () => {},
    });
    await reports.report('d1-1');
    const before = await reports.report('d1-1');
    const fault = before.ok ? before.value.findings[0] : undefined;
    if (fault === undefined) throw new Error('no fault');
    await storage.results.addRuling({
      ...{ id: 'g1', drill: 'd1-1', finding: fault.key, point: null, verdict: 'dismissed', score: null },
      ...{ title: fault.title, reason: '断线', example: false, by: 'wang', at: 1, undoneBy: null, undoneAt: null },
    });
    await reports.report('d1-1');
    const after = await reports.report('d1-1');
    expect(after).not.toEqual(before);
    expect(asked).toHaveLength(2);
    await inLanguage('en', () => reports.report('d1-1'));
    await reports.reportByCurrentRubric('d1-1');
    expect(asked).toHaveLength(4);
    expect(await inLanguage('en', () => reports.report('d1-1'))).not.toEqual(after);
    expect(await reports.reportByCurrentRubric('d1-1')).toMatchObject({ ok: true });
    expect(asked).toHaveLength(4);
  });

  test('of a drill that just ended is scored beside the loop, too', async () => {
    const maker = heldMaker();
    const { reports, storage } = await ended(maker);
    reports.score('d1-1');
    await turn();
    expect(await storage.results.result('d1-1')).toBeNull();
    maker.held[0]?.();
    await turn();
    await turn();
    expect(await storage.results.result('d1-1')).not.toBeNull();
  });

  test('that can’t be made is refused to who asked, and is tried again', async () => {
    const here = inProcessReports(engine, shipped);
    let tries = 0;
    const { reports } = await ended({
      make: (question) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('the thread died')) : here.make(question);
      },
      close: () => {},
    });
    await expect(reports.report('d1-1')).rejects.toThrow('the thread died');
    await reports.report('d1-1');
    expect(await reports.report('d1-1')).toMatchObject({ ok: true });
  });
});

describe('the reports’ thread', () => {
  test('makes the report that this thread makes, in the language of who asks', async () => {
    const maker = createWorkerReports(shipped);
    onTestFinished(maker.close);
    const question: ReportQuestion = {
      ...{ content, contentHash: 'golden', rubric: null, events: eventsOf('poor'), rulings: [], goal: null },
    };
    const here = inProcessReports(engine, shipped);
    expect(await maker.make(question)).toEqual(here.make(question));
    const english = await inLanguage('en', () => maker.make(question));
    expect(english).toEqual(inLanguage('en', () => here.make(question)));
  });
});

describe('a thread that is asked', () => {
  const script = (code: string) => (): Worker =>
    new Worker(`const { parentPort } = require('node:worker_threads');\n${code}`, { eval: true });
  const LIMITS = { longestMs: 600_000, idleMs: 600_000 };

  test('answers in order, tells who asked when it dies, and is started again for the next', async () => {
    const threads: Worker[] = [];
    const thread = createWorkerQueue<number, number>(() => {
      const made = script(`parentPort.on('message', (n) => {
        if (n === 13) process.exit(1);
        parentPort.postMessage(n < 0 ? { ok: false, why: 'below nought' } : { ok: true, value: n * 2 });
      });`)();
      threads.push(made);
      return made;
    }, LIMITS);
    onTestFinished(thread.close);
    const asked = [1, -1, 13, 4].map((n) => thread.ask(() => n));
    const settled = await Promise.allSettled(asked);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      2,
      'Error: below nought',
      'Error: the thread died',
      8,
    ]);
    expect(threads).toHaveLength(2);
  });

  test('refuses what is open when it is closed, and whoever asks later', async () => {
    const thread = createWorkerQueue<number, number>(script(`parentPort.on('message', () => {});`), LIMITS);
    const open = [thread.ask(() => 1), thread.ask(() => 2)];
    const settled = Promise.allSettled(open);
    thread.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thread.ask(() => 3)).rejects.toThrow('closed');
  });

  test('says why a question has no answer', async () => {
    expect(await answerOf(() => 7)).toEqual({ ok: true, value: 7 });
    expect(await answerOf(() => Promise.reject(new Error('no content')))).toMatchObject({ ok: false });
  });
});
