import type { Classroom } from '#classroom/classroom.ts';
import { checkFile } from '#classroom/contests/files.ts';
import { limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket } from '#common/token-bucket.ts';
import { refused } from '#contract/errors.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import { lazyMap } from '#http/session/join-guard.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { classroom: Pick<Classroom, 'contests'>; clock: Clock; storage: Storage };

/** Wrong codes of a person: twelve at once, then one in a minute. Sixty bits are found by nobody; this keeps the log short. */
const CODES = { burst: 12, perSecond: 1 / 60 };
/** Replays are made from logs: a hall that watches the winners, and no more. */
const REPLAYS = { burst: 60, perSecond: 1 };

/** Routes of contests: the host's, a school's that enters, a contestant's, and the board that is open to all. */
export const contestRoutes = (api: Api, { classroom, clock, storage }: Needs): void => {
  const { contests } = classroom;
  const codesOf = lazyMap(() => createTokenBucket(CODES.burst, CODES.perSecond, clock.now));
  const replaysFrom = lazyMap(() => createTokenBucket(REPLAYS.burst, REPLAYS.perSecond, clock.now));

  api('GET /api/contests', async ({ principal }) => ({
    ok: true,
    value: await contests.list(principal.person.school),
  }));
  api('POST /api/contests', ({ principal, body }) => contests.make(principal.person, body));
  api('POST /api/contest-entries', ({ principal, body }) =>
    codesOf.of(principal.person.id).take(1)
      ? contests.enterByCode(principal.person, body)
      : refused('too-many-requests'),
  );
  api('POST /api/contest-files', async ({ principal, body }) => ({
    ok: true,
    value: await checkFile({ storage, clock }, body.file, principal.person.school),
  }));
  api('GET /api/contests/:contest', ({ principal, params }) => contests.body(params.contest, principal.person));
  api('GET /api/contests/:contest/results.json', async ({ principal, params }) => {
    const reply = await contests.results(params.contest, principal.person);
    if (!reply.ok) return reply;
    const { contestFileName } = await import('#classroom/contests/export-board.ts');
    const file = await contests.signed(reply.value.contest);
    const name = contestFileName(reply.value.contest, clock.now(), 'json');
    return { ok: true, value: new Download(name, 'application/json', Buffer.from(file)) };
  });
  api('GET /api/contests/:contest/board.xlsx', async ({ principal, params }) => {
    const reply = await contests.results(params.contest, principal.person);
    if (!reply.ok) return reply;
    const { boardWorkbook, contestFileName } = await import('#classroom/contests/export-board.ts');
    const { contest } = reply.value;
    const live = await contests.boards.live(contest, principal);
    const head = (await contests.boards.board(contest, principal)).contest;
    const bytes = await boardWorkbook({ contest: head, ...live });
    return { ok: true, value: new Download(contestFileName(contest, clock.now(), 'xlsx'), MEDIA_TYPE.xlsx, bytes) };
  });
  api('POST /api/contests/:id/entries', ({ principal, params, body }) =>
    contests.enter(params.id, principal.person, body),
  );
  api('POST /api/contests/:id/codes', ({ principal, params, body }) =>
    contests.addCode(params.id, principal.person, body.forWhom),
  );
  api('POST /api/contests/:id/codes/remove', ({ principal, params, body }) =>
    contests.removeCode(params.id, principal.person, body),
  );
  api('POST /api/contests/:id/unveil', ({ principal, params, body }) =>
    contests.unveil(params.id, principal.person, body.to),
  );
  api('POST /api/contests/:id/files', ({ principal, params, body }) =>
    contests.merge(params.id, principal.person, body),
  );
  api('POST /api/contests/:id/files/remove', ({ principal, params, body }) =>
    contests.unmerge(params.id, principal.person, body),
  );
  api('GET /api/contests/:id/board', ({ principal, params }) => contests.board(params.id, principal));
  api('GET /api/contests/:id/replays/:key/:n', ({ params, address }) =>
    replaysFrom.of(limitedAddress(address)).take(1)
      ? contests.replay(params.id, params.key, Number(params.n))
      : refused('too-many-requests'),
  );
  api('POST /api/runs/:id/contest/leave', ({ principal, params }) => contests.leave(params.id, principal.person));
  api('GET /api/own-contests', async ({ principal }) => ({ ok: true, value: await contests.own(principal) }));
  api('GET /api/seats/:id/contest', ({ principal, params }) => contests.seat(params.id, principal));
  api('POST /api/seats/:id/contest/name', ({ principal, params, body }) =>
    contests.rename(params.id, principal, body.name),
  );
};
