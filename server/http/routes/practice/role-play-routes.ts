import { randomInt } from 'node:crypto';
import { schoolOf } from '#classroom/accounts/school-of.ts';
import { doubtsOf, settle } from '#classroom/role-plays/doubts.ts';
import type { RolePlays } from '#classroom/role-plays/role-plays.ts';
import { takeAtSeat } from '#classroom/role-plays/seat-plays.ts';
import { failure, type Reply, refused } from '#contract/errors.ts';
import { practiceCard } from '#drills/catalog/practice-card.ts';
import type { Api, ApiRequest } from '#http/routes/api.ts';
import { type DrillRouteNeeds, limitByAddress, notOpenable } from '#http/routes/drill-routes.ts';
import { createGuest } from '#http/session/guest-cookie.ts';

type Needs = DrillRouteNeeds & { rolePlays: RolePlays };

/** Seeds are drawn below this. */
const HIGHEST_SEED = 2_147_483_647;

/** Routes of role play: opening one, taking the card, and what is settled after it (RULES J28–J34). */
export const rolePlayRoutes = (api: Api, needs: Needs): void => {
  const { catalogs, storage, runner, clock, seals, secureCookie, rolePlays } = needs;
  const mayOpen = limitByAddress(clock);
  const mayTry = limitByAddress(clock);

  /** The device's guest; one that has no cookie yet gets it. */
  const guestOf = async ({ principal, setCookie }: Pick<ApiRequest, 'principal' | 'setCookie'>): Promise<string> => {
    if (principal.guest !== null) return principal.guest;
    const created = await createGuest(storage, clock.now(), secureCookie);
    setCookie(created.setCookie);
    return created.guest;
  };

  api('POST /api/role-plays', async (request) => {
    const { principal, body, address } = request;
    const school = await schoolOf(storage, principal);
    const catalog = await catalogs.of(school);
    const refusal = notOpenable(catalog, await seals.sealsFor(principal), [body.scenario]);
    if (refusal !== null) return { ok: false, error: refusal };
    if (!mayOpen(address)) return refused('too-many-requests');
    const guest = await guestOf(request);
    const scenarios = [body.scenario];
    const row = await runner.open({
      ...{
        guest,
        scenarios,
        seed: body.seed ?? randomInt(HIGHEST_SEED),
        mode: 'practice',
        from: { school, versions: [] },
      },
      ...(body.seed === undefined && {
        card: await practiceCard(storage, { guest, person: principal.person?.id ?? null }, scenarios),
      }),
      ...{ place: null, setting: null, rolePlay: true },
    });
    if (!row.ok) return row;
    if (principal.person !== null) await storage.portfolio.claim(guest, principal.person.id, [row.value.id]);
    return { ok: true, value: await rolePlays.add(row.value.id, school) };
  });

  api('GET /api/drills/:id/role-play', async ({ params }) => ({ ok: true, value: await rolePlays.ofDrill(params.id) }));

  api('POST /api/seats/:id/role-play', async (request) => {
    const { params, principal } = request;
    const holder = { guest: await guestOf(request), person: principal.person?.id ?? null };
    return await takeAtSeat(storage, params.id, holder, clock.now());
  });

  api('GET /api/role-plays/:code', async ({ params, principal, address }) =>
    mayTry(address) ? await rolePlays.invite(params.code, principal) : refused('too-many-requests'),
  );
  api('POST /api/role-plays/:code/take', async (request) => {
    const { params, principal, body, address } = request;
    if (!mayTry(address)) return refused('too-many-requests');
    const invite = await rolePlays.invite(params.code, principal);
    if (!invite.ok) return invite;
    return await rolePlays.take(params.code, principal, await guestOf(request), body.name);
  });
  api('GET /api/role-plays/:code/card', ({ params, principal }) => rolePlays.card(params.code, principal));

  api('GET /api/role-plays/:code/doubts', async ({ params, principal }) => {
    const played = await rolePlays.played(params.code, principal);
    return played.ok ? await doubtsOf(needs, played.value) : played;
  });
  api('POST /api/role-plays/:code/settle', async ({ params, principal, body }) => {
    const played = await rolePlays.played(params.code, principal);
    return played.ok ? await settle(needs, played.value, body) : played;
  });
  api('POST /api/role-plays/:code/felt', async ({ params, principal, body }) => {
    const played = await rolePlays.played(params.code, principal);
    if (!played.ok) return played;
    const { drill } = played.value;
    const isOver = (await storage.drill(drill))?.state === 'ended';
    if (!isOver) return { ok: false, error: failure('role-play-not-over') } satisfies Reply<never>;
    const felt = body.felt === '' ? null : body.felt;
    await storage.rolePlays.setFelt(drill, felt);
    return await doubtsOf(needs, { ...played.value, felt });
  });
};
