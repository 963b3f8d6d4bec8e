import { z } from 'zod';
import { fileNamePart } from '#classroom/exports/file-name.ts';
import { createSchoolReplies } from '#classroom/school-replies/school-replies.ts';
import { templateCsv, templateXlsx } from '#classroom/school-replies/template.ts';
import type { Route, SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { repliesBaseSchema, type SchoolRepliesBody, saveRepliesSchema } from '#contract/school-replies.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, type ApiRequest, Download } from './api.ts';

type Needs = { shelf: Pick<Catalog, 'data'>; storage: Storage; clock: Clock };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** 本校话术: each works in the school of who is signed in, and can name no other. */
export function schoolReplyRoutes(api: Api, { shelf, storage, clock }: Needs): void {
  const replies = createSchoolReplies({ storage, shops: shelf.data.shops, now: clock.now });

  const route = (
    path: Route,
    act: (by: SignedIn, shop: string, request: ApiRequest) => Reply<unknown> | Promise<Reply<unknown>>,
  ): void =>
    api(path, (request) => {
      const { person } = request.asker;
      if (person === null) return { ok: false, error: failure('not-signed-in') };
      return act(person, request.param('id'), request);
    });
  const version = ({ param }: ApiRequest): Reply<number> => {
    const asked = versionNumber.safeParse(param('version'));
    return asked.success ? { ok: true, value: asked.data } : { ok: false, error: failure('unknown-version') };
  };
  const file = async (body: Reply<SchoolRepliesBody>, ending: 'xlsx' | 'csv'): Promise<Reply<unknown>> => {
    if (!body.ok) return body;
    const name = `本校话术-${fileNamePart(body.value.shop.name)}.${ending}`;
    const value =
      ending === 'csv'
        ? new Download(name, CSV, templateCsv(body.value))
        : new Download(name, XLSX, await templateXlsx(body.value));
    return { ok: true, value };
  };

  route('GET /api/school-replies', ({ school }) => ({ ok: true, value: replies.list(school) }));
  route('GET /api/school-replies/:id', ({ school }, shop) => replies.body(school, shop));
  route('GET /api/school-replies/:id/template.xlsx', ({ school }, shop) => file(replies.body(school, shop), 'xlsx'));
  route('GET /api/school-replies/:id/template.csv', ({ school }, shop) => file(replies.body(school, shop), 'csv'));

  route('GET /api/school-replies/:id/versions/:version', ({ school }, shop, request) => {
    const asked = version(request);
    return asked.ok ? replies.version(school, shop, asked.value) : asked;
  });

  route('POST /api/school-replies/:id/preview', ({ school }, shop, { body, header }) =>
    // A file of no bytes comes as no body at all.
    replies.preview(school, shop, Buffer.isBuffer(body) ? body : Buffer.alloc(0), uploadedName(header('x-file-name'))),
  );

  route('POST /api/school-replies/:id', (by, shop, { body }) => {
    const asked = parseBody(saveRepliesSchema, body);
    return asked.ok ? replies.save(by, shop, asked.value) : asked;
  });

  route('POST /api/school-replies/:id/versions/:version/restore', (by, shop, request) => {
    const wanted = version(request);
    const asked = parseBody(repliesBaseSchema, request.body);
    if (!wanted.ok) return wanted;
    return asked.ok ? replies.restore(by, shop, wanted.value, asked.value.base) : asked;
  });

  route('POST /api/school-replies/:id/remove', (by, shop, { body }) => {
    const asked = parseBody(repliesBaseSchema, body);
    return asked.ok ? replies.remove(by, shop, asked.value.base) : asked;
  });
}
