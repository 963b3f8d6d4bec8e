import type { Documents } from '#classroom/documents/documents.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { reportFile, reportFileName } from '#classroom/exports/report-file.ts';
import { asHandedIn, readsHandedIn, reportRefusal } from '#classroom/results/report-access.ts';
import { discussionOf } from '#classroom/review/discussion.ts';
import type { Principal } from '#common/access.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { ReportFile } from '#contract/report-file.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { COST, type ReportCosts } from '#http/session/report-costs.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';

type Needs = {
  storage: Storage;
  runner: Pick<Runner, 'report'>;
  seals: Seals;
  documents: Documents;
  costs: ReportCosts;
};

type FileRequest = { params: { id: string }; principal: Principal; address: string };

const ANONYMOUS: Principal = { guest: null, person: null };

/** Routes of a report as a file, for everybody who may read it. */
export const reportFileRoutes = (api: Api, needs: Needs): void => {
  const { storage, runner, documents, costs } = needs;
  /** `reader`: the principal for whom the record of changes is written. */
  const fileOf = async (
    { params: { id }, principal, address }: FileRequest,
    reader: Principal,
    cost: number,
  ): Promise<Reply<ReportFile>> => {
    const row = await storage.drill(id);
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    const refusal = await reportRefusal(needs, principal, row);
    if (refusal !== null) return { ok: false, error: failure(refusal) };
    const refusalForCost = costs({ principal, address }, cost);
    if (refusalForCost !== null) return refusalForCost;
    const report = await runner.report(row.id);
    if (!report.ok) return report;
    const { audit } = await discussionOf(storage, row, reader, report.value);
    const isHandedIn = await readsHandedIn(storage, principal, row);
    const shown = isHandedIn ? asHandedIn(report.value) : report.value;
    return { ok: true, value: await reportFile(storage, row, shown, audit) };
  };

  api('GET /api/drills/:id/report.json', async (request) => {
    const file = await fileOf(request, request.principal, COST.report);
    if (!file.ok) return file;
    const bytes = Buffer.from(`${JSON.stringify(file.value, null, 2)}\n`);
    return { ok: true, value: new Download(reportFileName(file.value, 'json'), 'application/json', bytes) };
  });
  api('GET /api/drills/:id/report.docx', async (request) => {
    // The trainee signs this file, whoever takes it: words of deleted comments, which only staff may read, stay out.
    const file = await fileOf(request, ANONYMOUS, COST.file);
    if (!file.ok) return file;
    const bytes = await documents.make({ kind: 'report', file: file.value });
    return { ok: true, value: new Download(reportFileName(file.value, 'docx'), MEDIA_TYPE.docx, bytes) };
  });
};
