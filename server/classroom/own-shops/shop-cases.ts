/** 各队演自己的店: the seats of a team that stands for a shop get as many of its cases as the plan has (RULES J92). */
import type { OwnShop } from '#contract/plans/own-shops.ts';
import type { Plan } from '#contract/runs.ts';
import type { Team } from '#contract/terms/teams.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { teamOf, teamsOfRun } from './run-teams.ts';

type Cases = Pick<SchoolCatalog, 'data'>;

/**
 * For each planned case one of the shop, none twice: of the same type if there is one, then of the nearest level and
 * length, then by its id. A case that is of the shop stays. Null: the shop hasn't as many.
 */
export const casesOfShop = (
  { data: { scenarios } }: Cases,
  planned: readonly string[],
  shop: string,
  isSealed: (scenario: string) => boolean,
): string[] | null => {
  const wanted = planned.flatMap((id) => scenarios.find((one) => one.id === id) ?? []);
  const stay = new Set(wanted.flatMap((one) => (one.shop === shop ? [one.id] : [])));
  const free = scenarios.filter((one) => {
    const { id, incident } = one;
    return one.shop === shop && incident === null && !stay.has(id) && !isSealed(id);
  });
  const found: string[] = [];
  for (const one of wanted) {
    const next = stay.has(one.id)
      ? one.id
      : free.filter(({ id }) => !found.includes(id)).toSorted((a, b) => order(one, a, b))[0]?.id;
    if (next !== undefined) found.push(next);
  }
  return found.length < planned.length ? null : found;
};

const order = (wanted: Scenario, a: Scenario, b: Scenario): number => {
  const far = ({ type, level, minutes }: Scenario): number[] => [
    type === wanted.type ? 0 : 1,
    Math.abs(level - wanted.level),
    Math.abs(minutes - wanted.minutes),
  ];
  const [ofA, ofB] = [far(a), far(b)];
  const differs = ofA.findIndex((value, at) => value !== ofB[at]);
  return differs === -1 ? (a.id < b.id ? -1 : 1) : (ofA[differs] ?? 0) - (ofB[differs] ?? 0);
};

/** The shops that the teams stand for, each once, with what their seats would get. */
export const shopCases = (
  catalog: Cases,
  planned: readonly string[],
  shops: readonly (string | undefined)[],
  isSealed: (scenario: string) => boolean,
): { shop: string; cases: string[] | null }[] =>
  [...new Set(shops)].flatMap((shop) =>
    shop === undefined ? [] : [{ shop, cases: casesOfShop(catalog, planned, shop, isSealed) }],
  );

/** As pages say it: titles are today's, and a team without a shop plays the plan's cases. */
export const ownShop = (
  { data, find }: Pick<SchoolCatalog, 'data' | 'find'>,
  { name, shop }: Pick<Team, 'name' | 'shop'>,
  cases: readonly string[] | null,
): OwnShop => ({
  team: name,
  shopName: shop === undefined ? null : (data.shops.find(({ id }) => id === shop)?.name ?? shop),
  titles: cases?.map((id) => find(id)?.title ?? id) ?? null,
});

/** What a seat is given: its team's shop's cases where the run has them, else the plan's. */
export const casesOfSeat = async (
  storage: Pick<Storage, 'terms' | 'teams'>,
  run: Run,
  { person }: Pick<Seat, 'person'>,
): Promise<Plan['scenarios']> => {
  if (run.shopCases === undefined || run.shopCases.length === 0) return run.plan.scenarios;
  const shop = teamOf(await teamsOfRun(storage, run), person)?.shop;
  const own = run.shopCases.find((one) => one.shop === shop);
  return own === undefined ? run.plan.scenarios : [...own.cases];
};
