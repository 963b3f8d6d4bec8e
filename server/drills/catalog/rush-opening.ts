/** A rush as somebody asked for it, with the customers of a shop who may come. */
import type { OpenRush, RunRush } from '#contract/commands.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { type RushCandidate, withOneAnnouncing } from '#engine/customer/rush.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import { goodsOf, namesGoods, type ShopDay } from '#library/reading/shop-day.ts';
import type { Storage } from '#storage/storage.ts';
import type { Catalogs, SchoolCatalog } from './catalog.ts';
import type { Practising } from './practice-card.ts';
import { type RushRound, rushRound, stagingAt } from './rush-round.ts';

/** Conversations given to a seat at the start: in somebody's first rush, and in later ones. */
const FIRST_CAPACITY = 1;
const USUAL_CAPACITY = 2;

type Asked = { rush: OpenRush; seed: number; practising: Practising | null };
type RushCatalogs = Pick<Catalogs, 'rush' | 'momentCases' | 'shopDay' | 'naming' | 'playableOn' | 'short'>;
/** What a school may meet in a rush. */
type RushCatalog = Pick<SchoolCatalog, 'data' | 'short'> & Partial<Pick<SchoolCatalog, 'ownCases'>>;
type Needs = { catalogs: RushCatalogs; storage: Pick<Storage, 'drillsOf'> };

const refuse = (code: ErrorCode, detail?: string): Reply<never> => ({ ok: false, error: failure(code, detail) });

/**
 * Cases of the shop, long and short, that aren't sealed fill the places of the profile. `practising`: who has practised
 * before; null: a device that is new.
 */
export const rushOpening = async (
  { catalogs, storage }: Needs,
  catalog: RushCatalog,
  isSealed: (scenario: string) => boolean,
  { rush, seed, practising }: Asked,
): Promise<Reply<RushRound>> => {
  const start = (await hasRushed(storage, practising)) ? USUAL_CAPACITY : FIRST_CAPACITY;
  return practiceRush(catalogs, catalog, isSealed, { rush, seed, start });
};

/** The same for who is given `start` conversations at first where the dial turns: that of the command line, too. */
export const practiceRush = async (
  catalogs: RushCatalogs,
  catalog: RushCatalog,
  isSealed: (scenario: string) => boolean,
  { rush: asked, seed, start = USUAL_CAPACITY }: { rush: OpenRush; seed: number; start?: number },
): Promise<Reply<RushRound>> => {
  const { data, short } = catalog;
  const { rush } = catalogs;
  const profile = rush.profiles.find(({ id }) => id === asked.profile);
  if (profile === undefined) return refuse('unknown-rush', asked.profile);
  const shops = data.shops.map(({ id }) => id).filter((id) => short.some(({ shop }) => shop === id));
  const shop = asked.shop ?? shops[seed % Math.max(1, shops.length)];
  if (shop === undefined || !data.shops.some(({ id }) => id === shop)) return refuse('unknown-shop', shop ?? '');
  const candidates = rushCandidates({ data, short }, shop, catalogs).filter(({ id }) => !isSealed(id));
  if (candidates.length === 0) return refuse('rush-without-cases');
  const day = await catalogs.shopDay(shop, seed, isSealed);
  return { ok: true, value: await roundOf(catalogs, catalog, { profile, candidates, day, asked, seed, start }) };
};

/** A case that may come; `shop`: whose it is. */
type ShopCandidate = RushCandidate & { shop: string };

/** The cases of a shop that may come in a rush, long and short; those of its moments are dealt by the day alone. */
export const rushCandidates = (
  { data, short }: Pick<SchoolCatalog, 'data' | 'short'>,
  shop: string,
  { momentCases }: Pick<Catalogs, 'momentCases'>,
): ShopCandidate[] => {
  const ofMoments = new Set(momentCases.map(({ id }) => id));
  // Nobody can meet an incident in practice: only a teacher sends one.
  const long = data.scenarios.filter((one) => one.shop === shop && one.incident === null);
  return [
    ...long.map(({ id, type }) => ({ id, type, shop, short: false })),
    ...short
      .filter((one) => one.shop === shop)
      .map(({ id, type, incident }) => ({ id, type, shop, short: true, announces: incident?.notice != null })),
  ].filter(({ id }) => !ofMoments.has(id));
};

/**
 * The rush of a seat in a run, drawn from `candidates`, the ids that were candidates when the run was made: what a
 * school publishes afterwards changes nobody's customers. A class begins with one conversation each where the dial turns, for
 * somebody in it is new to a rush.
 */
export const rushOfSeat = async (
  catalogs: RushCatalogs,
  catalog: RushCatalog,
  asked: RunRush,
  { candidates, seed }: { candidates: readonly string[]; seed: number },
): Promise<Reply<RushRound>> => {
  const profile = catalogs.rush.profiles.find(({ id }) => id === asked.profile);
  if (profile === undefined) return refuse('unknown-rush', asked.profile);
  const known = new Set(candidates);
  const there = rushCandidates(catalog, asked.shop, catalogs).filter(({ id }) => known.has(id));
  if (there.length === 0) return refuse('rush-without-cases');
  const day = await catalogs.shopDay(asked.shop, seed, (id) => !known.has(id));
  const drawn = { profile, candidates: there, day, asked, seed, start: FIRST_CAPACITY };
  return { ok: true, value: await roundOf(catalogs, catalog, drawn) };
};

const roundOf = async (
  catalogs: RushCatalogs,
  catalog: RushCatalog,
  {
    profile,
    candidates,
    day,
    asked,
    seed,
    start,
  }: {
    profile: RushProfile;
    candidates: readonly ShopCandidate[];
    day: ShopDay;
    asked: OpenRush;
    seed: number;
    start: number;
  },
): Promise<RushRound> => {
  const { capacity, level, minutes, greeting } = asked;
  const playing = await playingThen(catalogs, candidates, catalog, profile);
  const others = await withoutGoods(catalogs, playing, catalog, day, profile);
  return rushRound(catalogs.rush, withOneAnnouncing(others, seed), {
    ...{ profile, level, seed },
    minutes: minutes ?? profile.rate.length,
    dial: capacity === undefined,
    capacity: capacity ?? start,
    greeting: greeting === undefined || greeting === '' ? null : greeting,
    day,
  });
};

/** Those whose story can be told on the rush's day; all of them where nobody's can. */
const playingThen = async <Candidate extends { id: string }>(
  catalogs: RushCatalogs,
  candidates: readonly Candidate[],
  { data: { scenarios }, ownCases = [] }: RushCatalog,
  profile: RushProfile,
): Promise<readonly Candidate[]> => {
  const wanted = new Set(candidates.map(({ id }) => id));
  const cases = [...scenarios, ...catalogs.short].filter(({ id }) => wanted.has(id));
  const lastMs = profile.rate.length * MINUTE_MS;
  const endsAt = lastMs + catalogs.rush.queue.closingMinutes * MINUTE_MS;
  const atFirst = await catalogs.playableOn(cases, stagingAt(profile, 0, endsAt), ownCases);
  const atLast = await catalogs.playableOn(cases, stagingAt(profile, lastMs, endsAt), ownCases);
  const playing = candidates.filter(({ id }) => atFirst.has(id) && atLast.has(id));
  return playing.length > 0 ? playing : candidates;
};

/**
 * Those for whom the changing price and stock make nothing else right: cases that name the goods of a day on which
 * something changes are left out, unless there are no others.
 */
const withoutGoods = async <Candidate extends { id: string; shop: string }>(
  catalogs: RushCatalogs,
  candidates: readonly Candidate[],
  { data: { scenarios }, ownCases = [] }: RushCatalog,
  day: ShopDay,
  { offer, soldOutAt }: RushProfile,
): Promise<readonly Candidate[]> => {
  const goods = goodsOf({
    ...day,
    ...(offer ? {} : { offer: null }),
    ...(soldOutAt === undefined && { soldOut: null }),
  });
  const naming = await catalogs.naming(candidates[0]?.shop ?? '', goods);
  const others = candidates.filter(({ id }) => {
    const own = scenarios.find((scenario) => scenario.id === id);
    const template = ownCases.find(({ scenario }) => scenario === own)?.template;
    return !naming.has(id) && !(own !== undefined && namesGoods(template ?? own, goods));
  });
  return others.length > 0 ? others : candidates;
};

/** Whether somebody has been through a rush before. */
const hasRushed = async (storage: Needs['storage'], practising: Practising | null): Promise<boolean> =>
  practising !== null &&
  (await storage.drillsOf(practising.guest, practising.person)).some(
    ({ rush, state }) => rush !== undefined && state === 'ended',
  );
