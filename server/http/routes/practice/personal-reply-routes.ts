import { createPersonalReplies } from '#classroom/quick-replies/personal-replies.ts';
import type { Clock } from '#common/clock.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Api } from '#http/routes/api.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { catalogs: Pick<Catalogs, 'data'>; storage: Storage; clock: Clock };

/** Routes of 我的话术. Each works on the replies of whoever is signed in; no request can name another person. */
export const personalReplyRoutes = (api: Api, { catalogs, storage, clock }: Needs): void => {
  const replies = createPersonalReplies({ storage, shops: catalogs.data.shops, now: clock.now });
  api('GET /api/personal-replies', async ({ principal }) => ({
    ok: true,
    value: await replies.body(principal.person.id),
  }));
  api('POST /api/personal-replies', ({ principal, body }) => replies.store(principal.person.id, body));
  api('POST /api/personal-replies/:id', ({ principal, params, body }) =>
    replies.change(principal.person.id, params.id, body),
  );
  api('POST /api/personal-replies/:id/move', ({ principal, params, body }) =>
    replies.move(principal.person.id, params.id, body.place),
  );
  api('POST /api/personal-replies/:id/remove', ({ principal, params }) =>
    replies.remove(principal.person.id, params.id),
  );
};
