import { createAuthored } from '#authoring/authored.ts';
import type { Checker } from '#authoring/checker.ts';
import type { Clock } from '#common/clock.ts';
import { failure } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillOpening } from '#drills/runner/ports.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { COMMON_DECK } from '#library/variations/card.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, Download } from './api.ts';
import { limitByAddress, summaryOf } from './drill-routes.ts';

type Needs = {
  storage: Storage;
  catalogs: Catalogs;
  runner: DrillOpening;
  checker: Checker;
  clock: Clock;
  secureCookie: boolean;
};

/** Cases that teachers write for their own school. */
export const authoredRoutes = (api: Api, needs: Needs): void => {
  const { storage, catalogs, runner, clock, secureCookie } = needs;
  const authored = createAuthored(needs);
  const mayOpen = limitByAddress(clock);

  api('GET /api/authored', async ({ principal }) => ({
    ok: true,
    value: await authored.list(principal.person.school),
  }));
  api('GET /api/authored/:id', ({ params }) => authored.body(params.id));
  api('POST /api/authored/check', async ({ principal, body }) =>
    authored.check(principal.person, body.files, body.case),
  );
  api('POST /api/authored', async ({ principal, body }) => authored.create(principal.person, body.files, body.note));
  api('POST /api/authored/:id/versions', async ({ principal, params, body }) =>
    authored.addVersion(params.id, principal.person, body.files, body.note),
  );
  api('GET /api/authored/:id/diff', ({ params, query }) => authored.diff(params.id, query.from, query.to));
  api('GET /api/authored/:id/file', async ({ params, query }) => {
    const reply = await authored.file(params.id, query.version, query.part);
    if (!reply.ok) return reply;
    const { name, text } = reply.value;
    return { ok: true, value: new Download(name, 'application/yaml; charset=utf-8', Buffer.from(text)) };
  });
  api('GET /api/authored/:id/cards', ({ params, query }) => authored.cards(params.id, query.version, query.from));
  api('POST /api/authored/:id/publish', ({ principal, params, body }) =>
    authored.publish(params.id, principal.person, body.version),
  );
  api('POST /api/authored/:id/withdraw', ({ principal, params }) => authored.withdraw(params.id, principal.person));

  api('POST /api/authored/:id/try', async ({ principal, params, body, address, setCookie }) => {
    const trial = await authored.trial(params.id, body.version);
    if (!trial.ok) return trial;
    if (!mayOpen(address)) return { ok: false, error: failure('too-many-requests') };
    const newGuest = principal.guest === null ? await createGuest(storage, clock.now(), secureCookie) : null;
    const guest = principal.guest ?? newGuest?.guest ?? '';
    if (newGuest !== null) setCookie(newGuest.setCookie);
    const { scenario, from } = trial.value;
    const drill = await runner.open({
      ...{ guest, scenarios: [scenario], seed: null, mode: 'practice', from },
      ...{ place: null, setting: null },
      ...(body.card !== undefined && { card: { deck: COMMON_DECK, card: body.card } }),
    });
    if (!drill.ok) return drill;
    await storage.portfolio.claim(guest, principal.person.id, [drill.value.id]);
    return { ok: true, value: await summaryOf(await catalogs.of(principal.person.school), storage, drill.value) };
  });
};
