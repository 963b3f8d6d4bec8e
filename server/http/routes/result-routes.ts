import { workbook, workbookName } from '#classroom/exports/export-workbook.ts';
import { classReport } from '#classroom/results/class-report.ts';
import { createDebriefCache } from '#classroom/results/debrief-cache.ts';
import { publish } from '#classroom/results/publishing.ts';
import { createReplayBoards } from '#classroom/results/replay-board.ts';
import { readsAsStaff, reportRefusal } from '#classroom/results/report-access.ts';
import { runResults } from '#classroom/results/results.ts';
import { breathe } from '#classroom/results/run-drills.ts';
import { ruledExamples } from '#classroom/review/examples-from-rulings.ts';
import { propose, rule, undoRuling } from '#classroom/review/rulings.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { proposalSchema, type RunResults, type RunRuling, rulingSchema } from '#contract/results.ts';
import { publishSchema } from '#contract/runs.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { rulingsOf } from '#drills/reports/rulings-of.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { harvest, printHarvest } from '#library/examples/harvest.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, type ApiRequest, Download } from './api.ts';

/** `changed`: everybody who looks at a run hears that it is different now. */
type Needs = {
  storage: Storage;
  runner: Runner;
  shelf: Catalog;
  clock: Clock;
  changed(runId: string): void;
  /** Folder of the cases' files. */
  casesDir: string;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reports, rulings, and what is made from all the drills of a run. */
export function resultRoutes(api: Api, needs: Needs): void {
  const { storage, runner, shelf, changed, casesDir } = needs;
  const { rubric } = shelf.data;
  const boards = createReplayBoards(needs);
  const talkOf = createDebriefCache(needs, rubric);

  api('GET /api/drills/:id/report', ({ param, query, asker }) => {
    const row = storage.drill(param('id'));
    const refused = row === null ? null : reportRefusal(storage, asker, row);
    if (refused !== null) return { ok: false, error: failure(refused) };
    const rubric = query('rubric');
    if (rubric === null) return runner.report(param('id'));
    return rubric === 'current' ? runner.rescored(param('id')) : { ok: false, error: failure('bad-request', 'rubric') };
  });
  api('GET /api/drills/:id/replay', ({ param, asker }) => {
    const row = storage.drill(param('id'));
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    const refused = reportRefusal(storage, asker, row);
    return refused === null ? runner.replay(row.id, readsAsStaff(asker, row)) : { ok: false, error: failure(refused) };
  });
  api('POST /api/drills/:id/rulings', ({ param, asker, body }) => {
    const ruling = parseBody(rulingSchema, body);
    if (!ruling.ok) return ruling;
    return told(param('id'), rule(needs, param('id'), asker.person?.id ?? '', ruling.value));
  });
  api('POST /api/drills/:id/rulings/:ruling/undo', ({ param, asker }) =>
    told(param('id'), undoRuling(needs, param('id'), param('ruling'), asker.person?.id ?? '')),
  );
  api('POST /api/drills/:id/proposals', ({ param, asker, body }) => {
    const row = storage.drill(param('id'));
    const refused = row === null ? null : reportRefusal(storage, asker, row);
    if (refused !== null) return { ok: false, error: failure(refused) };
    const proposal = parseBody(proposalSchema, body);
    return proposal.ok ? propose(needs, param('id'), proposal.value) : proposal;
  });

  ofRun('POST /api/runs/:id/publish', (run, { asker, body }) => {
    const parsed = parseBody(publishSchema, body);
    if (!parsed.ok) return parsed;
    const publishedAt = publish(needs, run, asker.person?.id ?? '', parsed.value.published);
    return { ok: true, value: { publishedAt } };
  });
  ofRun('GET /api/runs/:id/results', async (run) => ({ ok: true, value: await runResults(needs, run) }));
  ofRun('GET /api/runs/:id/rulings', async (run) => ({
    ok: true,
    value: rulingRows(storage, await runResults(needs, run)),
  }));
  ofRun('GET /api/runs/:id/harvest', async (run) => ({ ok: true, value: await patchOf(storage, casesDir, run) }));
  ofRun('GET /api/runs/:id/redo', async (run) => ({ ok: true, value: await boards.board(run) }));
  ofRun('GET /api/runs/:id/debrief', async (run) => {
    const talk = await talkOf(run, await runResults(needs, run));
    return { ok: true, value: talk.debrief };
  });
  ofRun('GET /api/runs/:id/class-report', async (run) => {
    const results = await runResults(needs, run);
    const talk = await talkOf(run, results);
    return { ok: true, value: classReport(results, talk, run.plan.scenarios, shelf.data) };
  });
  ofRun('GET /api/runs/:id/export.xlsx', async (run) => {
    const results = await runResults(needs, run);
    const bytes = await workbook(results, rulingRows(storage, results), rubric);
    return { ok: true, value: new Download(workbookName(results), XLSX, bytes) };
  });

  function told<T>(drillId: string, reply: Reply<T>): Reply<T> {
    const run = storage.drill(drillId)?.place?.run;
    if (reply.ok && run !== undefined) changed(run);
    return reply;
  }

  type OfRun = Extract<Parameters<Api>[0], `${string} /api/runs/:id/${string}`>;
  type RunHandler = (run: Run, request: ApiRequest) => Reply<unknown> | Promise<Reply<unknown>>;
  function ofRun(route: OfRun, handler: RunHandler): void {
    api(route, (request) => {
      const run = storage.runs.run(request.param('id'));
      return run === null ? { ok: false, error: failure('unknown-run') } : handler(run, request);
    });
  }
}

/** Examples for the cases from the run's rulings on points, as a patch. */
async function patchOf(storage: Storage, casesDir: string, run: Run): Promise<Download> {
  const patch = printHarvest(await harvest(casesDir, ruledExamples(storage, run.id), { breathe }));
  const text = patch === '' ? '# 这一场没有可以收作例句的改判\n' : patch;
  return new Download(`例句补丁 ${run.name}.diff`, 'text/x-diff; charset=utf-8', Buffer.from(text));
}

/** Of every attempt of every seat. */
const rulingRows = (storage: Storage, { seats }: RunResults): RunRuling[] =>
  seats.flatMap(({ no, name, attempts }) =>
    attempts.flatMap(({ drill }) => rulingsOf(storage, drill).map((ruling) => ({ ...ruling, no, name, drill }))),
  );
