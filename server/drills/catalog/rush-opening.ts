/** A rush as somebody asked for it, with the customers of a shop who may come. */
import type { OpenRush } from '#contract/commands.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
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
  // Nobody can meet an incident in practice: only a teacher sends one.
  const long = data.scenarios.filter(({ incident }) => incident === null);
  const candidates = [
    ...long.map(({ id, type, shop }) => ({ id, type, shop, short: false })),
    ...short.map(({ id, type, shop }) => ({ id, type, shop, short: true })),
  ].filter((one) => one.shop === shop && !isSealed(one.id));
  if (candidates.length === 0) return refuse('rush-without-cases');
  const { capacity, level, minutes, greeting } = asked;
  const start = (await hasRushed(storage, practising)) ? USUAL_CAPACITY : FIRST_CAPACITY;
  return {
    ok: true,
    value: rushRound(rush, candidates, {
      ...{ profile, level, seed },
      minutes: minutes ?? profile.rate.length,
      dial: capacity === undefined,
      capacity: capacity ?? start,
      greeting: greeting === undefined || greeting === '' ? null : greeting,
    }),
  };
}

/** Whether somebody has been through a rush before. */
const hasRushed = async (storage: Needs['storage'], practising: Practising | null): Promise<boolean> =>
  practising !== null &&
  (await storage.drillsOf(practising.guest, practising.person)).some(
    ({ rush, state }) => rush !== undefined && state === 'ended',
  );
