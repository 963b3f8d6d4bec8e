import type { SealsByCase } from '#classroom/exams/seals.ts';
import type { Principal } from '#common/access.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Inspections, OpenTranscript } from '#drills/inspections/inspections.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import { CONVERSATION } from '#drills/puzzles/take-over.ts';
import type { Api } from '#http/routes/api.ts';
import { type DrillRouteNeeds, limitByAddress } from '#http/routes/drill-routes.ts';
import type { Complaint } from '#library/schema/complaints.ts';

type Needs = Pick<DrillRouteNeeds, 'catalogs' | 'clock' | 'seals'> & {
  engine: DrillEngine;
  judge: Pick<Judge, 'judge'>;
  areLimitsLifted?: boolean;
};
type Parts = { inspections: Inspections; complaints: ReadonlyMap<string, Complaint> };

/** Routes of 质检 on what ships. What they need is loaded with the first request; nothing is stored. */
export const inspectionRoutes = (api: Api, needs: Needs): void => {
  const { catalogs, clock, seals, engine, judge } = needs;
  let loading: Promise<Parts> | null = null;
  const parts = (): Promise<Parts> => {
    loading ??= load();
    return loading;
  };
  const load = async (): Promise<Parts> => {
    const [{ createInspections }, { readComplaints }] = await Promise.all([
      import('#drills/inspections/inspections.ts'),
      import('#drills/inspections/complaints.ts'),
    ]);
    return { inspections: createInspections({ catalog: catalogs, engine, judge }), complaints: readComplaints() };
  };
  const bodies = () => import('#http/bodies/inspection-bodies.ts');
  const perAddress = limitByAddress(clock);
  type Asked = { principal: Principal; address: string };
  type Opened = Parts & { open: OpenTranscript; sealed: SealsByCase };
  const opened = async (id: string, { principal, address }: Asked): Promise<Reply<Opened>> => {
    const own = await parts();
    const known = own.inspections.all().find((transcript) => transcript.id === id);
    if (known === undefined) return { ok: false, error: failure('unknown-inspection') };
    const sealed = await seals.sealsFor(principal);
    if (sealed.has(known.case)) return { ok: false, error: failure('case-in-exam') };
    // The first to open a transcript has it played in the judge's thread.
    if (needs.areLimitsLifted !== true && !perAddress(address))
      return { ok: false, error: failure('too-many-requests') };
    const open = await own.inspections.open(id);
    return open === null
      ? { ok: false, error: failure('unknown-inspection') }
      : { ok: true, value: { ...own, open, sealed } };
  };
  const shownOf = ({ inspections, complaints, open }: Opened) => ({
    ...{ content: open.content, events: open.events, conversation: CONVERSATION },
    report: inspections.report(open),
    complaint: complaints.get(open.transcript.case) ?? null,
  });

  api('GET /api/inspections', async ({ principal }) => {
    const { inspections, complaints } = await parts();
    const sealed = await seals.sealsFor(principal);
    return {
      ok: true,
      value: (await bodies()).inspectionMenu(catalogs.data, inspections.all(), complaints, sealed),
    };
  });
  api('GET /api/inspections/:id', async ({ params, principal, address }) => {
    const open = await opened(params.id, { principal, address });
    if (!open.ok) return open;
    const { inspectionMenu, inspectionBody } = await bodies();
    const { inspections, complaints, sealed } = open.value;
    const menu = inspectionMenu(catalogs.data, inspections.all(), complaints, sealed);
    const card = menu.inspections.find(({ id }) => id === params.id);
    const value = card === undefined ? null : inspectionBody({ card, ...shownOf(open.value) });
    return value === null ? { ok: false, error: failure('unknown-inspection') } : { ok: true, value };
  });
  api('POST /api/inspections/:id/marks', async ({ params, principal, address, body }) => {
    const open = await opened(params.id, { principal, address });
    if (!open.ok) return open;
    const { comparisonOf } = await import('#drills/inspections/compare.ts');
    const shown = shownOf(open.value);
    return comparisonOf({ ...shown, content: shown.content.data }, body, []);
  });
};
