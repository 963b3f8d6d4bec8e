import { createHandingIn } from '#classroom/handed-in/hand-in.ts';
import { handedInFileName, handedInWorkbook } from '#classroom/handed-in/handed-in-workbook.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { HandedInRow } from '#contract/homework/handed-in.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

type Needs = Pick<ReportNeeds, 'storage' | 'runner' | 'catalogs' | 'clock' | 'seals' | 'costs'> & {
  /** Tells every page that shows the run. */
  onRunChanged(runId: string): void;
};

/** Routes of practice that is handed in: its owner's, and those of the staff who read and mark it. */
export const handedInRoutes = (api: Api, { onRunChanged, ...needs }: Needs): void => {
  const { storage, clock, costs } = needs;
  const handingIn = createHandingIn(needs);
  /** Tells the pages of the run that the drill is or was handed in to. */
  const telling = async <T>(drill: string, change: () => Promise<T>): Promise<T> => {
    const before = await storage.handedIn.find(drill);
    const answer = await change();
    const run = (before ?? (await storage.handedIn.find(drill)))?.run;
    if (run !== undefined) onRunChanged(run);
    return answer;
  };

  api('GET /api/drills/:id/handing-in', ({ params, principal }) => handingIn.state(params.id, principal));
  api('POST /api/drills/:id/handing-in', ({ params, principal, body }) =>
    telling(params.id, () => handingIn.handIn(params.id, principal, body)),
  );
  api('POST /api/drills/:id/handing-in/take-back', ({ params, principal }) =>
    telling(params.id, () => handingIn.takeBack(params.id, principal)),
  );
  api('GET /api/handed-in', async ({ principal }) => ({ ok: true, value: await handingIn.own(principal) }));
  api('GET /api/runs/:id/handed-in', async ({ params }) => ({ ok: true, value: await handingIn.ofRun(params.id) }));
  api('GET /api/classes/:id/handed-in', async ({ params }) => ({
    ok: true,
    value: await handingIn.ofClass(params.id),
  }));
  const file = async (of: string, rows: readonly HandedInRow[]): Promise<Reply<Download>> => ({
    ok: true,
    value: new Download(handedInFileName(of, clock.now()), MEDIA_TYPE.xlsx, await handedInWorkbook(rows)),
  });
  api('GET /api/runs/:id/handed-in.xlsx', async (request) => {
    const costly = costs(request, COST.file);
    if (costly !== null) return costly;
    const run = await storage.runs.run(request.params.id);
    return run === null ? refused('unknown-run') : file(run.name, await handingIn.ofRun(run.id));
  });
  api('GET /api/classes/:id/handed-in.xlsx', async (request) => {
    const costly = costs(request, COST.file);
    if (costly !== null) return costly;
    const found = await storage.people.schoolClass(request.params.id);
    return found === null ? refused('unknown-class') : file(found.name, await handingIn.ofClass(found.id));
  });
  api('POST /api/seats/:id/handed-in/:drill/mark', ({ params, principal, body }) =>
    telling(params.drill, () => handingIn.mark(params.id, params.drill, principal.person.id, body)),
  );
};
