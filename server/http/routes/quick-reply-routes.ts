import { fileNamePart } from '#classroom/exports/file-name.ts';
import { createSchoolQuickReplies } from '#classroom/quick-replies/quick-replies.ts';
import { templateCsv, templateXlsx } from '#classroom/quick-replies/template.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { QuickRepliesBody } from '#contract/quick-replies.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';

type Needs = { catalogs: Pick<Catalogs, 'data'>; storage: Storage; clock: Clock };

const CSV = 'text/csv; charset=utf-8';

/** Routes of 本校话术. Each works in the school of the person who is signed in; no request can name another school. */
export const quickReplyRoutes = (api: Api, { catalogs, storage, clock }: Needs): void => {
  const replies = createSchoolQuickReplies({ storage, shops: catalogs.data.shops, now: clock.now });

  const fileOf = async (body: Reply<QuickRepliesBody>, ending: 'xlsx' | 'csv'): Promise<Reply<Download>> => {
    if (!body.ok) return body;
    const name = say('school:replies.file', { shop: fileNamePart(body.value.shop.name), ending });
    const value =
      ending === 'csv'
        ? new Download(name, CSV, templateCsv(body.value))
        : new Download(name, MEDIA_TYPE.xlsx, await templateXlsx(body.value));
    return { ok: true, value };
  };

  api('GET /api/quick-replies', async ({ principal }) => ({
    ok: true,
    value: await replies.list(principal.person.school),
  }));
  api('GET /api/quick-replies/:id', ({ principal, params }) => replies.body(principal.person.school, params.id));
  api('GET /api/quick-replies/:id/template.xlsx', async ({ principal, params }) =>
    fileOf(await replies.body(principal.person.school, params.id), 'xlsx'),
  );
  api('GET /api/quick-replies/:id/template.csv', async ({ principal, params }) =>
    fileOf(await replies.body(principal.person.school, params.id), 'csv'),
  );
  api('GET /api/quick-replies/:id/versions/:version', ({ principal, params }) =>
    replies.version(principal.person.school, params.id, params.version),
  );

  api('POST /api/quick-replies/:id/preview', async ({ principal, params, body, header }) =>
    // An empty file arrives as no body at all.
    replies.preview(principal.person.school, params.id, body ?? Buffer.alloc(0), uploadedName(header('x-file-name'))),
  );
  api('POST /api/quick-replies/:id', async ({ principal, params, body }) => {
    // A table is only previewed. The rows that somebody looked over are sent as JSON and saved.
    if (Buffer.isBuffer(body)) return { ok: false, error: failure('bad-request', 'mode') };
    return await replies.save(principal.person, params.id, body);
  });
  api('POST /api/quick-replies/:id/versions/:version/restore', ({ principal, params, body }) =>
    replies.restore(principal.person, params.id, params.version, body.base),
  );
  api('POST /api/quick-replies/:id/remove', ({ principal, params, body }) =>
    replies.remove(principal.person, params.id, body.base),
  );
};
