import { fileNamePart } from '#classroom/exports/file-name.ts';
import { createSchoolReplies } from '#classroom/school-replies/school-replies.ts';
import { templateCsv, templateXlsx } from '#classroom/school-replies/template.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { SchoolRepliesBody } from '#contract/school-replies.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, Download } from './api.ts';

type Needs = { shelf: Pick<Catalog, 'data'>; storage: Storage; clock: Clock };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** 本校话术: each works in the school of who is signed in, and can name no other. */
export function schoolReplyRoutes(api: Api, { shelf, storage, clock }: Needs): void {
  const replies = createSchoolReplies({ storage, shops: shelf.data.shops, now: clock.now });

  const file = async (body: Reply<SchoolRepliesBody>, ending: 'xlsx' | 'csv'): Promise<Reply<Download>> => {
    if (!body.ok) return body;
    const name = say('school:replies.file', { shop: fileNamePart(body.value.shop.name), ending });
    const value =
      ending === 'csv'
        ? new Download(name, CSV, templateCsv(body.value))
        : new Download(name, XLSX, await templateXlsx(body.value));
    return { ok: true, value };
  };

  api('GET /api/school-replies', ({ asker }) => ({ ok: true, value: replies.list(asker.person.school) }));
  api('GET /api/school-replies/:id', ({ asker, params }) => replies.body(asker.person.school, params.id));
  api('GET /api/school-replies/:id/template.xlsx', ({ asker, params }) =>
    file(replies.body(asker.person.school, params.id), 'xlsx'),
  );
  api('GET /api/school-replies/:id/template.csv', ({ asker, params }) =>
    file(replies.body(asker.person.school, params.id), 'csv'),
  );
  api('GET /api/school-replies/:id/versions/:version', ({ asker, params }) =>
    replies.version(asker.person.school, params.id, params.version),
  );

  api('POST /api/school-replies/:id/preview', ({ asker, params, body, header }) =>
    // A file of no bytes comes as no body at all.
    replies.preview(asker.person.school, params.id, body ?? Buffer.alloc(0), uploadedName(header('x-file-name'))),
  );
  api('POST /api/school-replies/:id', ({ asker, params, body }) => {
    // A table itself is only looked over: what is saved are its rows.
    if (Buffer.isBuffer(body)) return { ok: false, error: failure('bad-request', 'mode') };
    return replies.save(asker.person, params.id, body);
  });
  api('POST /api/school-replies/:id/versions/:version/restore', ({ asker, params, body }) =>
    replies.restore(asker.person, params.id, params.version, body.base),
  );
  api('POST /api/school-replies/:id/remove', ({ asker, params, body }) =>
    replies.remove(asker.person, params.id, body.base),
  );
}
