import { randomInt } from 'node:crypto';
import { schoolOf } from '#classroom/accounts/school-of.ts';
import type { Seals, SealsByCase } from '#classroom/exams/seals.ts';
import { shownRow, shownRows } from '#classroom/results/report-access.ts';
import { dealtOf } from '#classroom/run-log/dealt.ts';
import type { Principal } from '#common/access.ts';
import { limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import { type Failure, failure } from '#contract/errors.ts';
import type { Catalogs, SchoolCatalog } from '#drills/catalog/catalog.ts';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import { practiceCard } from '#drills/catalog/practice-card.ts';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { DrillControl, DrillOpening, DrillRecords } from '#drills/runner/ports.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import { nameOfRush, nameOfType, trainsOf } from '#scoring/facts/trade-texts.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

/** What routes need that open drills. */
export type DrillRouteNeeds = {
  catalogs: Catalogs;
  storage: Storage;
  runner: DrillControl & DrillOpening & DrillRecords;
  clock: Clock;
  seals: Seals;
  secureCookie: boolean;
};

/** Seeds are drawn below this. */
const HIGHEST_SEED = 2_147_483_647;
/** Drills opened from one address at once: a whole class opens its drills in the same minute. */
const OPEN_BURST = 150;
const OPEN_PER_SECOND = 2;

/** Routes to open drills and to read one's own. */
export const drillRoutes = (api: Api, needs: DrillRouteNeeds): void => {
  const { catalogs, storage, runner, clock, seals, secureCookie } = needs;
  const summaryFor = async (row: DrillRow, principal: Principal): Promise<DrillSummary> =>
    await summaryOf(await catalogs.of(row.place?.school ?? (await schoolOf(storage, principal))), storage, row);
  const shownSummary = async (row: DrillRow, principal: Principal): Promise<DrillSummary> =>
    await summaryFor(await shownRow(needs, principal, row), principal);
  const mayOpen = limitByAddress(clock);

  api('POST /api/drills', async ({ principal, body, address, setCookie }) => {
    const { seed, mode } = body;
    const school = await schoolOf(storage, principal);
    const catalog = await catalogs.of(school);
    const sealed = await seals.sealsFor(principal);
    const practiser =
      principal.guest === null ? null : { guest: principal.guest, person: principal.person?.id ?? null };
    const drawn = seed ?? randomInt(HIGHEST_SEED);
    const opened =
      body.rush === undefined
        ? { ok: true as const, value: undefined }
        : await rushOpening(needs, catalog, (id) => sealed.has(id), {
            rush: body.rush,
            seed: drawn,
            practising: practiser,
          });
    if (!opened.ok) return opened;
    const rush = opened.value;
    const scenarios = rush?.customers.map(({ scenario }) => scenario) ?? body.scenarios ?? [];
    const refusal = rush === undefined ? notOpenable(catalog, sealed, scenarios) : null;
    if (refusal !== null) return { ok: false, error: refusal };
    if (!mayOpen(address)) return { ok: false, error: failure('too-many-requests') };
    let owner = principal.guest;
    if (owner === null) {
      const newGuest = await createGuest(storage, clock.now(), secureCookie);
      setCookie(newGuest.setCookie);
      owner = newGuest.guest;
    }
    // Who names a seed asks for its variants; everybody else gets those they haven't met yet.
    const practising = { guest: owner, person: principal.person?.id ?? null };
    const row = await runner.open({
      ...{ guest: owner, scenarios, seed: drawn, mode, from: { school, versions: [] } },
      ...(rush && { rush }),
      ...(seed === undefined ? { card: await practiceCard(storage, practising, scenarios) } : {}),
      ...{ place: null, setting: null },
    });
    if (!row.ok) return row;
    // The practice of a person who is signed in is theirs at once; a device without an account asks later
    // (portfolio-routes.ts).
    if (principal.person !== null) await storage.portfolio.claim(owner, principal.person.id, [row.value.id]);
    return { ok: true, value: await shownSummary(row.value, principal) };
  });

  api('GET /api/drills', async ({ principal }) => ({
    ok: true,
    value: await Promise.all(
      (await shownRows(needs, principal, await storage.drillsOf(principal.guest, principal.person?.id ?? null))).map(
        (row) => summaryFor(row, principal),
      ),
    ),
  }));

  api('GET /api/drills/:id', async ({ params, principal }) => {
    const row = await storage.drill(params.id);
    return row === null
      ? { ok: false, error: failure('unknown-drill') }
      : { ok: true, value: asVisited(await shownSummary(row, principal), principal) };
  });

  // The shop as the drill was opened with it: a trainee must read the same rules by which the drill is scored.
  api('GET /api/drills/:id/shops/:shop', async ({ params }) => {
    const content = await runner.content(params.id);
    if (content === null) return { ok: false, error: failure('unknown-drill') };
    const value = shopBody(content, params.shop);
    return value === null ? { ok: false, error: failure('unknown-shop', params.shop) } : { ok: true, value };
  });
};

/** Why these cases can't be opened, or null. */
export const notOpenable = (
  { data, short }: SchoolCatalog,
  sealed: SealsByCase,
  scenarios: readonly string[],
): Failure | null => {
  // Nobody can open an incident as a drill: it must come as a surprise, and only a teacher sends one.
  const ordinaryCases = data.scenarios.filter(({ incident }) => incident === null);
  const openable = new Set([...ordinaryCases, ...short].map(({ id }) => id));
  const unknown = scenarios.find((id) => !openable.has(caseIdOf(id)));
  if (unknown !== undefined) return failure('unknown-scenario', unknown);
  // A case that an exam seals isn't practised on a second device either (RULES M45).
  return scenarios.some((id) => sealed.has(caseIdOf(id))) ? failure('case-in-exam') : null;
};

/** Titles are today's; a case that no longer exists is shown by its id. */
export const summaryOf = async (
  { data, find, short, rush }: SchoolCatalog,
  storage: Storage,
  row: DrillRow,
): Promise<DrillSummary> => {
  const { place } = row;
  return {
    id: row.id,
    scenarios: toldCases(row).map((id) => {
      const scenario = find(id);
      const type = data.types.find((one) => one.id === scenario?.type);
      return {
        id,
        title: scenario?.title ?? id,
        typeName: type === undefined ? '' : nameOfType(type),
        shop: scenario?.shop ?? '',
        short: scenario !== null && short.includes(scenario),
        trains: scenario === null ? '' : trainsOf(scenario.type),
      };
    }),
    rush: rushOf(row, rush.profiles, find),
    mode: row.mode === 'lesson' || row.mode === 'exam' ? row.mode : 'practice',
    state: row.state,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    score: row.score,
    run: place === null ? null : await runOf(storage, place, row.state === 'ended'),
    retry: row.retry,
  };
};

/** A profile that no longer exists is shown by its id. */
const rushOf = (row: DrillRow, profiles: readonly RushProfile[], find: SchoolCatalog['find']): DrillSummary['rush'] => {
  if (row.rush === undefined) return null;
  const { profile: id, level, minutes, dial, capacity } = row.rush;
  const profile = profiles.find((one) => one.id === id);
  const profileName = profile === undefined ? id : nameOfRush(profile);
  // All its customers come to one shop, which the desk shows from the start.
  const shop = find(row.drawn[0] ?? '')?.shop ?? '';
  return { profile: id, profileName, level, minutes, dial, capacity, shop };
};

const asVisited = (summary: DrillSummary, { person }: Principal): DrillSummary =>
  person?.isVisiting === true && summary.run !== null
    ? { ...summary, run: { ...summary.run, visiting: true } }
    : summary;

/** The drill's run and seat. Only its trainee and staff see a drill (server/common/access.ts), so the name may be sent. */
const runOf = async (
  { runs }: Storage,
  { run, seat, redo }: NonNullable<DrillRow['place']>,
  isEnded: boolean,
): Promise<DrillSummary['run']> => {
  const { no, name } = (await runs.seat(seat)) ?? { no: '', name: '' };
  const stored = await runs.run(run);
  const dealt = stored && isEnded ? dealtOf(stored.plan) : undefined;
  return {
    ...{ id: run, name: stored?.name ?? '', seat, no, seatName: name, redo: redo !== null },
    ...(dealt && { dealt }),
  };
};

/** Whether another drill may be opened from an address now. */
export const limitByAddress = (clock: Clock): ((address: string) => boolean) => {
  const buckets = new Map<string, TokenBucket>();
  return (address) => {
    const place = limitedAddress(address);
    // Now and then all addresses are forgotten. It gives an attacker little and keeps the map small.
    if (buckets.size > 10_000) buckets.clear();
    const bucket = buckets.get(place) ?? createTokenBucket(OPEN_BURST, OPEN_PER_SECOND, clock.now);
    buckets.set(place, bucket);
    return bucket.take(1);
  };
};
