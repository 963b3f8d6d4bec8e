import { contentOf } from '#classroom/questions/compare-questions.ts';
import { createOwnQuestions } from '#classroom/questions/own-questions.ts';
import { questionTemplate } from '#classroom/questions/question-template.ts';
import type { Clock } from '#common/clock.ts';
import { failure } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { catalogs: Pick<Catalogs, 'data' | 'bank'>; storage: Storage; clock: Clock };

/** Routes of 本校题目. Each works in the school of the person who is signed in; no request can name another school. */
export const ownQuestionRoutes = (api: Api, { catalogs, storage, clock }: Needs): void => {
  const { bank, data } = catalogs;
  const names = {
    topics: bank.topics.map(({ id, name }) => ({ id, name })),
    shops: data.shops.map(({ id, name }) => ({ id, name })),
  };
  const questions = createOwnQuestions({
    storage,
    bank: {
      ...names,
      shippedIds: new Set(bank.questions.map(({ id }) => id)),
      shippedByContent: new Map(bank.questions.map((question) => [contentOf(question), question.id])),
    },
    now: clock.now,
  });

  api('GET /api/own-questions', ({ principal }) => questions.body(principal.person.school));
  api('GET /api/own-questions/template.xlsx', async () => {
    const bytes = await questionTemplate({
      topics: names.topics.map(({ name }) => name),
      shops: names.shops.map(({ name }) => name),
    });
    return { ok: true, value: new Download(say('school:questions.template-file'), MEDIA_TYPE.xlsx, bytes) };
  });
  api('POST /api/own-questions/preview', async ({ principal, body, header }) =>
    // An empty file arrives as no body at all.
    questions.preview(
      principal.person.school,
      Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      uploadedName(header('x-file-name')),
    ),
  );
  api('POST /api/own-questions', async ({ principal, body }) =>
    // A file is only previewed. The rows that somebody looked over are sent as JSON and stored.
    Buffer.isBuffer(body)
      ? { ok: false, error: failure('bad-request', 'rows') }
      : await questions.save(principal.person, body),
  );
  api('POST /api/own-questions/remove', ({ principal, body }) => questions.remove(principal.person, body));
  api('POST /api/own-questions/undo', ({ principal, body }) => questions.undo(principal.person, body));
};
