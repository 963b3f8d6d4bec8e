import { plannedCases } from '#classroom/exams/sealed-cases.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { classmateNames, ownServiceData, runServiceData } from '#classroom/results/service-data.ts';
import type { Principal } from '#common/access.ts';
import type { Analysis } from '#contract/analysis.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { COST } from '#http/session/report-costs.ts';
import { say } from '#i18n/say.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';
import type { ReportNeeds } from './report-needs.ts';

/** Routes of service data: one's own, a run's for its staff, a class's without names for its trainees. */
export const analysisRoutes = (api: Api, needs: ReportNeeds): void => {
  const { storage, seals, costs } = needs;

  const analysisOfRun = async (id: string): Promise<Reply<Analysis>> => {
    const run = await storage.runs.run(id);
    if (run === null) return { ok: false, error: failure('unknown-run') };
    const names = new Map((await storage.runs.seats(id)).map((seat) => [seat.id, seat.name]));
    return { ok: true, value: await runServiceData(needs, run, (seat) => names.get(seat) ?? '') };
  };
  const analysisOfSeat = async (id: string, principal: Principal): Promise<Reply<Analysis>> => {
    const { guest, person } = principal;
    const seat = await storage.runs.seat(id);
    const run = seat === null ? null : await storage.runs.run(seat.run);
    // A device that only asks for the seat doesn't belong to the class yet.
    const holdsSeat =
      seat !== null && ((guest !== null && seat.guest === guest) || (person !== null && seat.person === person.id));
    if (seat === null || run === null || !holdsSeat) return { ok: false, error: failure('unknown-seat') };
    // While others still drill, or results wait to be published, no trainee sees what the class did.
    const isReadable = run.publishedAt !== null || (run.plan.results === 'at-once' && run.endedAt !== null);
    if (!isReadable) return { ok: false, error: failure('report-not-published') };
    const sealed = await seals.sealsFor(principal);
    if (plannedCases(run).some((one) => sealed.has(one))) return { ok: false, error: failure('case-in-exam') };
    const seats = (await storage.runs.seats(run.id)).map((one) => one.id);
    return { ok: true, value: await runServiceData(needs, run, classmateNames(seats, seat.id)) };
  };
  const asWorkbook = (reply: Reply<Analysis>): Promise<Reply<Download>> => analysisWorkbook(needs, reply);

  const ownAnalysis = async ({ principal }: { principal: Principal }): Promise<Reply<Analysis>> => ({
    ok: true,
    value: await ownServiceData(needs, principal),
  });
  api('GET /api/analysis', async (request) => costs(request, COST.all) ?? ownAnalysis(request));
  api(
    'GET /api/analysis.xlsx',
    async (request) => costs(request, COST.tables) ?? asWorkbook(await ownAnalysis(request)),
  );
  api('GET /api/runs/:id/analysis', async (request) => costs(request, COST.all) ?? analysisOfRun(request.params.id));
  api(
    'GET /api/runs/:id/analysis.xlsx',
    async (request) => costs(request, COST.tables) ?? asWorkbook(await analysisOfRun(request.params.id)),
  );
  api(
    'GET /api/seats/:id/analysis',
    async (request) => costs(request, COST.all) ?? analysisOfSeat(request.params.id, request.principal),
  );
  api(
    'GET /api/seats/:id/analysis.xlsx',
    async (request) =>
      costs(request, COST.tables) ?? asWorkbook(await analysisOfSeat(request.params.id, request.principal)),
  );
};

/** Service data as a file that a browser is given, or its refusal. */
export const analysisWorkbook = async (
  { clock, documents }: Pick<ReportNeeds, 'clock' | 'documents'>,
  reply: Reply<Analysis>,
): Promise<Reply<Download>> =>
  reply.ok
    ? {
        ok: true,
        value: new Download(
          say('server:file.service-data', { run: reply.value.run, day: dayOf(clock.now()) })
            .replace(/[\\/:*?"<>|]/g, ' ')
            .replace(/\s+/g, ' '),
          MEDIA_TYPE.xlsx,
          await documents.make({ kind: 'service-data', analysis: reply.value }),
        ),
      }
    : reply;
