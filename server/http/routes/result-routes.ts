import { closingPage } from '#classroom/big-screen/closing-page.ts';
import { runCards } from '#classroom/big-screen/run-cards.ts';
import { isContestUntold } from '#classroom/contests/enter.ts';
import { playedCases } from '#classroom/exams/sealed-cases.ts';
import { certificateLines } from '#classroom/exports/certificate-sheet.ts';
import { workbookName } from '#classroom/exports/export-workbook.ts';
import { leadBoard } from '#classroom/leads/board.ts';
import { withLeads } from '#classroom/leads/with-leads.ts';
import { isExamRunning } from '#classroom/mock-exams/mock-exams.ts';
import { isPaperOver } from '#classroom/papers/paper-state.ts';
import { projectBoard } from '#classroom/projects/board.ts';
import { classReport } from '#classroom/results/class-report.ts';
import { createDebriefCache } from '#classroom/results/debrief-cache.ts';
import { publish } from '#classroom/results/publishing.ts';
import { createReplayBoards } from '#classroom/results/replay-board.ts';
import { asHandedIn, readsAsStaff, readsHandedIn, reportRefusal } from '#classroom/results/report-access.ts';
import { runResults } from '#classroom/results/results.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { ruledExamples } from '#classroom/review/examples-from-rulings.ts';
import { placeOfRuling, shownTitle } from '#classroom/review/report-places.ts';
import { addRuling, propose, undoRuling } from '#classroom/review/rulings.ts';
import { shownReports } from '#classroom/review/shown-reports.ts';
import type { Principal } from '#common/access.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { RunResults, RunRuling } from '#contract/results.ts';
import type { LeadBoard } from '#contract/together/leads.ts';
import { rulingsOf } from '#drills/reports/rulings-of.ts';
import { COST } from '#http/session/report-costs.ts';
import { say } from '#i18n/say.ts';
import { harvest, printHarvest } from '#library/examples/harvest.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';
import type { ReportNeeds } from './report-needs.ts';

/** `onRunChanged`: tells every page that shows the run. */
type Needs = ReportNeeds & {
  onRunChanged(runId: string): void;
  /** Calls back whenever words of somebody were deleted. */
  onErased(forget: () => void): void;
  /** Folder of the cases' files. */
  casesDir: string;
};

/** Routes of reports and rulings, and of what is made from all the drills of a run. */
export const resultRoutes = (api: Api, needs: Needs): void => {
  const { storage, runner, catalogs, seals, documents, costs, onRunChanged, onErased, casesDir } = needs;
  const { rubric } = catalogs.data;
  const boards = createReplayBoards(needs);
  const { debriefOfRun, forget } = createDebriefCache(needs, rubric);
  onErased(() => {
    forget();
    boards.forget();
  });

  /** Why the principal may not read the report yet, or null (RULES M6). Each handler refuses a drill that doesn't exist. */
  const unreadRefusal = async ({
    params,
    principal,
  }: {
    params: { id: string };
    principal: Principal;
  }): Promise<ErrorCode | null> => {
    const row = await storage.drill(params.id);
    return row === null ? null : await reportRefusal(needs, principal, row);
  };
  const notifyRun = async <T>(drillId: string, reply: Reply<T>): Promise<Reply<T>> => {
    const run = (await storage.drill(drillId))?.place?.run;
    if (reply.ok && run !== undefined) onRunChanged(run);
    return reply;
  };
  const ofRun = async <T>(id: string, use: (run: Run) => Promise<T>): Promise<Reply<T>> => {
    const run = await storage.runs.run(id);
    return run === null ? { ok: false, error: failure('unknown-run') } : { ok: true, value: await use(run) };
  };

  /** The results, and where seats led what they answered. */
  const resultsOf = async (run: Run): Promise<{ results: RunResults; leads?: LeadBoard }> => {
    const results = await runResults(needs, run);
    if (!results.run.leads) return { results };
    const leads = await leadBoard(needs, run, needs.clock.now());
    return { results: withLeads(results, leads), leads };
  };

  api(
    'GET /api/drills/:id/report',
    async (request) => {
      const { id } = request.params;
      const { rubric } = request.query;
      if (rubric !== undefined && rubric !== 'current')
        return { ok: false, error: failure('bad-request', 'rubric') } as const;
      const refusalForCost = costs(request, COST.report);
      if (refusalForCost !== null) return refusalForCost;
      const report = rubric === undefined ? await runner.report(id) : await runner.reportByCurrentRubric(id);
      const row = report.ok ? await storage.drill(id) : null;
      if (!report.ok || row === null || !(await readsHandedIn(storage, request.principal, row))) return report;
      return { ok: true, value: asHandedIn(report.value) };
    },
    unreadRefusal,
  );
  api(
    'GET /api/drills/:id/replay',
    async ({ params, principal }) => {
      const row = await storage.drill(params.id);
      return row === null
        ? { ok: false, error: failure('unknown-drill') }
        : await runner.replay(row.id, readsAsStaff(principal, row));
    },
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/rulings',
    async ({ params, principal, body }) =>
      await notifyRun(params.id, await addRuling(needs, params.id, principal.person.id, body)),
  );
  api(
    'POST /api/drills/:id/rulings/:ruling/undo',
    async ({ params, principal }) =>
      await notifyRun(params.id, await undoRuling(needs, params.id, params.ruling, principal.person.id)),
  );
  api('POST /api/drills/:id/proposals', ({ params, body }) => propose(needs, params.id, body), unreadRefusal);

  api(
    'POST /api/runs/:id/publish',
    async ({ params, principal, body }) =>
      ofRun(params.id, async (run) => ({
        publishedAt: await publish(needs, run, principal.person.id, body.published),
      })),
    // A paper's results tell its keys (RULES X4).
    async ({ params }) => {
      const run = await storage.runs.run(params.id);
      if (run?.plan.contest !== undefined && (await isContestUntold(storage, run))) return 'contest-not-over';
      if (run !== null && (await isExamRunning(storage, run, needs.clock.now()))) return 'exam-running';
      return run?.plan.paper !== undefined && !isPaperOver(run, needs.clock.now()) ? 'paper-running' : null;
    },
  );
  api('GET /api/runs/:id/results', async ({ params, principal }) =>
    ofRun(params.id, async (run) => ({
      ...(await resultsOf(run)).results,
      ...(principal.person.isVisiting === true ? { visiting: true as const } : {}),
    })),
  );
  api('GET /api/runs/:id/rulings', async ({ params }) =>
    ofRun(params.id, async (run) => rulingRows(needs, await runResults(needs, run))),
  );
  api('GET /api/runs/:id/harvest', async ({ params }) =>
    ofRun(params.id, async (run) => patchOf(storage, casesDir, run)),
  );
  api('GET /api/runs/:id/cards', async ({ params }) => ofRun(params.id, (run) => runCards(needs, run)));
  api(
    'GET /api/runs/:id/closing',
    async (request) => costs(request, COST.all) ?? ofRun(request.params.id, (run) => closingPage(needs, rubric, run)),
  );
  api('GET /api/runs/:id/redo', async ({ params }) => ofRun(params.id, boards.board));
  // The debrief stands on the big screen: it waits while another exam of the school uses one of these cases.
  api(
    'GET /api/runs/:id/debrief',
    async (request) =>
      costs(request, COST.all) ??
      ofRun(request.params.id, async (run) => (await debriefOfRun(run, await runResults(needs, run))).debrief),
    async ({ params }) => ((await seals.isSealedElsewhere(params.id)) ? 'case-in-exam' : null),
  );
  api(
    'GET /api/runs/:id/class-report',
    async (request) =>
      costs(request, COST.all) ??
      ofRun(request.params.id, async (run) => {
        const results = await runResults(needs, run);
        const played = playedCases(run, await storage.drillsOfRun(run.id));
        return classReport(results, await debriefOfRun(run, results), played, catalogs.data);
      }),
  );
  api(
    'GET /api/runs/:id/export.xlsx',
    async (request) =>
      costs(request, COST.tables) ??
      ofRun(request.params.id, async (run) => {
        const { results, ...leads } = await resultsOf(run);
        const rulings = await rulingRows(needs, results);
        const certificates = certificateLines(await storage.certificates.ofRun(run.id));
        const board = await projectBoard(needs, run, needs.clock.now());
        const project = board === null ? {} : { project: board };
        const bytes = await documents.make({
          kind: 'class',
          results,
          rulings,
          rubric,
          certificates,
          ...project,
          ...leads,
        });
        return new Download(workbookName(results), MEDIA_TYPE.xlsx, bytes);
      }),
  );
};

/** Examples for the cases from the run's rulings on points, as a patch. */
const patchOf = async (storage: Storage, casesDir: string, run: Run): Promise<Download> => {
  const patch = printHarvest(await harvest(casesDir, await ruledExamples(storage, run.id), { breathe: yieldToOthers }));
  const text = patch === '' ? `${say('server:file.no-examples')}\n` : patch;
  const name = say('server:file.examples', { run: run.name });
  return new Download(name, 'text/x-diff; charset=utf-8', Buffer.from(text));
};

/** The rulings on every attempt of every seat, with titles in the reader's language. */
const rulingRows = async (
  { storage, runner }: Pick<Needs, 'storage' | 'runner'>,
  { seats }: RunResults,
): Promise<RunRuling[]> => {
  const rows = (
    await Promise.all(
      seats.map(async ({ no, name, attempts }) =>
        (
          await Promise.all(
            attempts.map(async ({ drill }) =>
              (await rulingsOf(storage, drill)).map((ruling) => ({ ...ruling, no, name, drill })),
            ),
          )
        ).flat(),
      ),
    )
  ).flat();
  const reportOf = await shownReports(
    runner,
    rows.map(({ drill }) => drill),
  );
  return rows.map((row) => {
    const place = placeOfRuling(row.point === null ? { finding: row.finding } : { point: row.point });
    return { ...row, title: shownTitle(row.title, place, reportOf(row.drill), 'total') };
  });
};
