import type { Seals } from '#classroom/exams/seals.ts';
import { reportRefusal } from '#classroom/results/report-access.ts';
import { appeal, openAppeals, settleAppeal, withdrawAppeal } from '#classroom/review/appeals.ts';
import { comment, deleteComment, editComment } from '#classroom/review/comments.ts';
import { discussionOf } from '#classroom/review/discussion.ts';
import { shownReport, shownReports } from '#classroom/review/shown-reports.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Discussion } from '#contract/discussion.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

/** `onRunChanged`: tells every page that shows the run. */
type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; seals: Seals; onRunChanged(runId: string): void };
/** Of a request: which drill, and who asks. */
type DiscussionRequest = { params: { id: string }; principal: Principal };

/** Routes of comments and appeals in a report. Each change is answered with the whole discussion as it then stands. */
export const discussionRoutes = (api: Api, needs: Needs): void => {
  const { storage, runner, onRunChanged } = needs;

  /** Why the principal may not read the report yet, or null (RULES M6). */
  const unreadRefusal = async ({ params, principal }: DiscussionRequest): Promise<ErrorCode | null> => {
    const row = await storage.drill(params.id);
    return row === null ? 'unknown-drill' : await reportRefusal(needs, principal, row);
  };
  const wholeDiscussion = async ({ params, principal }: DiscussionRequest): Promise<Reply<Discussion>> => {
    const row = await storage.drill(params.id);
    return row === null
      ? { ok: false, error: failure('unknown-drill') }
      : { ok: true, value: await discussionOf(storage, row, principal, await shownReport(runner, row.id)) };
  };
  const withDiscussion = async (request: DiscussionRequest, reply: Reply<null>): Promise<Reply<Discussion>> => {
    if (!reply.ok) return reply;
    const run = (await storage.drill(request.params.id))?.place?.run;
    if (run !== undefined) onRunChanged(run);
    return await wholeDiscussion(request);
  };

  api('GET /api/drills/:id/discussion', wholeDiscussion, unreadRefusal);
  api(
    'POST /api/drills/:id/comments',
    async (request) =>
      await withDiscussion(request, await comment(needs, request.params.id, request.principal.person.id, request.body)),
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/comments/:comment/edit',
    async (request) => {
      const { params, principal, body } = request;
      return await withDiscussion(
        request,
        await editComment(needs, params.id, principal.person.id, params.comment, body.text),
      );
    },
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/comments/:comment/delete',
    async (request) => {
      const { params, principal } = request;
      return await withDiscussion(request, await deleteComment(needs, params.id, principal.person.id, params.comment));
    },
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/appeals',
    async (request) => {
      const row = await storage.drill(request.params.id);
      return row === null
        ? { ok: false, error: failure('unknown-drill') }
        : await withDiscussion(request, await appeal(needs, row, request.body));
    },
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/appeals/:appeal/withdraw',
    async (request) =>
      await withDiscussion(request, await withdrawAppeal(needs, request.params.id, request.params.appeal)),
    unreadRefusal,
  );
  api(
    'POST /api/drills/:id/appeals/:appeal/settle',
    async (request) => {
      const { params, principal, body } = request;
      return await withDiscussion(
        request,
        await settleAppeal(needs, params.id, principal.person.id, params.appeal, body),
      );
    },
    unreadRefusal,
  );
  api('GET /api/runs/:id/appeals', async ({ params }) => {
    const drills = (await storage.discussion.openAppeals(params.id)).map(({ drill }) => drill);
    return { ok: true, value: await openAppeals(storage, params.id, await shownReports(runner, drills)) };
  });
};
