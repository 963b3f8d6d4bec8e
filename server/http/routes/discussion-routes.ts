import { reportRefusal } from '#classroom/results/report-access.ts';
import { appeal, openAppeals, settleAppeal, withdrawAppeal } from '#classroom/review/appeals.ts';
import { comment, deleteComment, editComment } from '#classroom/review/comments.ts';
import { discussionOf } from '#classroom/review/discussion.ts';
import type { Clock } from '#common/clock.ts';
import { appealSchema, commentEditSchema, commentSchema, settlingSchema } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Api, ApiRequest } from './api.ts';

/** `changed`: everybody who looks at a run hears that it is different now. */
type Needs = { storage: Storage; runner: Runner; clock: Clock; changed(runId: string): void };

/** Comments and appeals in a report. Each change is answered with all that was said, as it then is. */
export function discussionRoutes(api: Api, needs: Needs): void {
  const { storage, changed } = needs;

  api('GET /api/drills/:id/discussion', (request) =>
    onReport(request, (row) => ({ ok: true, value: discussionOf(storage, row, request.asker) })),
  );
  onDrill('POST /api/drills/:id/comments', ({ id }, { asker, body }) => {
    const parsed = parseBody(commentSchema, body);
    return parsed.ok ? comment(needs, id, asker.person?.id ?? '', parsed.value) : parsed;
  });
  onDrill('POST /api/drills/:id/comments/:comment/edit', ({ id }, { asker, body, param }) => {
    const parsed = parseBody(commentEditSchema, body);
    return parsed.ok ? editComment(needs, id, asker.person?.id ?? '', param('comment'), parsed.value.text) : parsed;
  });
  onDrill('POST /api/drills/:id/comments/:comment/delete', ({ id }, { asker, param }) =>
    deleteComment(needs, id, asker.person?.id ?? '', param('comment')),
  );
  onDrill('POST /api/drills/:id/appeals', (row, { body }) => {
    const parsed = parseBody(appealSchema, body);
    return parsed.ok ? appeal(needs, row, parsed.value) : parsed;
  });
  onDrill('POST /api/drills/:id/appeals/:appeal/withdraw', ({ id }, { param }) =>
    withdrawAppeal(needs, id, param('appeal')),
  );
  onDrill('POST /api/drills/:id/appeals/:appeal/settle', ({ id }, { asker, body, param }) => {
    const parsed = parseBody(settlingSchema, body);
    return parsed.ok ? settleAppeal(needs, id, asker.person?.id ?? '', param('appeal'), parsed.value) : parsed;
  });
  api('GET /api/runs/:id/appeals', ({ param }) => ({ ok: true, value: openAppeals(storage, param('id')) }));

  /** Only for who may read the report by now (RULES M6). */
  function onReport({ param, asker }: ApiRequest, then: (row: DrillRow) => Reply<unknown>): Reply<unknown> {
    const row = storage.drill(param('id'));
    if (row === null) return { ok: false, error: failure('unknown-drill') };
    const refused = reportRefusal(storage, asker, row);
    return refused === null ? then(row) : { ok: false, error: failure(refused) };
  }

  type OnDrill = Extract<Parameters<Api>[0], `POST /api/drills/:id/${'comments' | 'appeals'}${string}`>;
  function onDrill(route: OnDrill, deed: (row: DrillRow, request: ApiRequest) => Reply<null>): void {
    api(route, (request) =>
      onReport(request, (row) => {
        const done = deed(row, request);
        if (!done.ok) return done;
        if (row.place !== null) changed(row.place.run);
        return { ok: true, value: discussionOf(storage, row, request.asker) };
      }),
    );
  }
}
