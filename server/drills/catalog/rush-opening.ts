/** A rush as somebody asked for it, with the customers of a shop who may come. */
import type { OpenRush, RunRush } from '#contract/commands.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { RushCandidate } from '#engine/customer/rush.ts';
import type { Rush, RushProfile } from '#engine/model/rush.ts';
import type { Storage } from '#storage/storage.ts';
import type { Catalogs, SchoolCatalog } from './catalog.ts';
import type { Practising } from './practice-card.ts';
import { type RushRound, rushRound } from './rush-round.ts';

/** Conversations given to a seat at the start: in somebody's first rush, and in later ones. */
const FIRST_CAPACITY = 1;
const USUAL_CAPACITY = 2;

type Asked = { rush: OpenRush; seed: number; practising: Practising | null };
type Needs = { catalogs: Pick<Catalogs, 'rush'>; storage: Pick<Storage, 'drillsOf'> };

const refuse = (code: ErrorCode, detail?: string): Reply<never> => ({ ok: false, error: failure(code, detail) });

/**
 * Cases of the shop, long and short, that aren't sealed fill the places of the profile. `practising`: who has practised
 * before; null: a device that is new.
 */
export async function rushOpening(
  { catalogs, storage }: Needs,
  { data, short }: Pick<SchoolCatalog, 'data' | 'short'>,
  isSealed: (scenario: string) => boolean,
  { rush: asked, seed, practising }: Asked,
): Promise<Reply<RushRound>> {
  const { rush } = catalogs;
  const profile = rush.profiles.find(({ id }) => id === asked.profile);
  if (profile === undefined) return refuse('unknown-rush', asked.profile);
  const shops = data.shops.map(({ id }) => id).filter((id) => short.some(({ shop }) => shop === id));
  const shop = asked.shop ?? shops[seed % Math.max(1, shops.length)];
  if (shop === undefined || !data.shops.some(({ id }) => id === shop)) return refuse('unknown-shop', shop ?? '');
  const candidates = rushCandidates({ data, short }, shop).filter(({ id }) => !isSealed(id));
  if (candidates.length === 0) return refuse('rush-without-cases');
  const start = (await hasRushed(storage, practising)) ? USUAL_CAPACITY : FIRST_CAPACITY;
  return { ok: true, value: roundOf(rush, profile, candidates, { asked, seed, start }) };
}

/** The cases of a shop that may come in a rush, long and short. */
export function rushCandidates({ data, short }: Pick<SchoolCatalog, 'data' | 'short'>, shop: string): RushCandidate[] {
  // Nobody can meet an incident in practice: only a teacher sends one.
  const long = data.scenarios.filter((one) => one.shop === shop && one.incident === null);
  return [
    ...long.map(({ id, type }) => ({ id, type, short: false })),
    ...short.filter((one) => one.shop === shop).map(({ id, type }) => ({ id, type, short: true })),
  ];
}

/**
 * The rush of a seat in a run, drawn from `candidates`, the ids that were candidates when the run was made: what a
 * school publishes afterwards changes nobody's customers. A class begins with one conversation each where the dial turns, for
 * somebody in it is new to a rush.
 */
export function rushOfSeat(
  { data, short, rush }: Pick<SchoolCatalog, 'data' | 'short' | 'rush'>,
  asked: RunRush,
  { candidates, seed }: { candidates: readonly string[]; seed: number },
): Reply<RushRound> {
  const profile = rush.profiles.find(({ id }) => id === asked.profile);
  if (profile === undefined) return refuse('unknown-rush', asked.profile);
  const known = new Set(candidates);
  const there = rushCandidates({ data, short }, asked.shop).filter(({ id }) => known.has(id));
  if (there.length === 0) return refuse('rush-without-cases');
  return { ok: true, value: roundOf(rush, profile, there, { asked, seed, start: FIRST_CAPACITY }) };
}

function roundOf(
  rush: Rush,
  profile: RushProfile,
  candidates: readonly RushCandidate[],
  { asked, seed, start }: { asked: OpenRush; seed: number; start: number },
): RushRound {
  const { capacity, level, minutes, greeting } = asked;
  return rushRound(rush, candidates, {
    ...{ profile, level, seed },
    minutes: minutes ?? profile.rate.length,
    dial: capacity === undefined,
    capacity: capacity ?? start,
    greeting: greeting === undefined || greeting === '' ? null : greeting,
  });
}

/** Whether somebody has been through a rush before. */
const hasRushed = async (storage: Needs['storage'], practising: Practising | null): Promise<boolean> =>
  practising !== null &&
  (await storage.drillsOf(practising.guest, practising.person)).some(
    ({ rush, state }) => rush !== undefined && state === 'ended',
  );
