/** Whom a class is about to serve, for the big screen: what its trainees may know before the drill (RULES Z23). */
import { sharedFirst } from '#classroom/lesson/seat-drills/open-attempt.ts';
import type { CardGood, RunCard, RunCards, UnnamedCustomers } from '#contract/big-screen/pages.ts';
import { type CaseSource, type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { nameOfPlatform, trainsOf, typeNameIn } from '#scoring/facts/trade-texts.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'authored'>; catalogs: Pick<Catalogs, 'withVersions' | 'contentFrom'> };

export const runCards = async ({ storage, catalogs }: Needs, run: Run): Promise<RunCards> => {
  const { plan } = run;
  // A project's customer is told by whoever has them, a rush's by nobody.
  if (plan.rush !== undefined || plan.project !== undefined) return { cards: [], unnamed: null };
  const source =
    plan.contest === undefined
      ? { school: run.school, versions: await storage.authored.runCases(run.id) }
      : SHIPPED_ONLY;
  const unnamed = whyUnnamed(run);
  const data = await contentOf(catalogs, source, run, unnamed);
  const cards = plan.scenarios.flatMap((id) => {
    const scenario = data.scenarios.find((one) => one.id === id);
    return scenario === undefined ? [] : [cardOf(data, scenario, unnamed === null)];
  });
  return { cards, unnamed };
};

const whyUnnamed = (run: Run): UnnamedCustomers | null => {
  if (run.plan.mode === 'exam') return 'exam';
  if (run.shopCases?.some(({ cases }) => cases !== null) === true) return 'own-shops';
  return sharedFirst(run) === null ? 'own-customers' : null;
};

/** The very variants the seats will get, where all get the same; else the cases as the school has them. */
const contentOf = async (
  catalogs: Needs['catalogs'],
  source: CaseSource,
  run: Run,
  unnamed: UnnamedCustomers | null,
): Promise<Pick<ContentData, 'scenarios' | 'shops' | 'types' | 'platforms'>> => {
  const { data } = await catalogs.withVersions(source);
  const card = sharedFirst(run);
  // A case that has been withdrawn since is passed over: its seats are refused, too.
  const known = run.plan.scenarios.filter((id) => data.scenarios.some((one) => one.id === id));
  if (unnamed !== null || card === null || known.length === 0) return data;
  return (await catalogs.contentFrom(source, known, card)).data;
};

const cardOf = (
  { shops, types, platforms }: Pick<ContentData, 'shops' | 'types' | 'platforms'>,
  scenario: Scenario,
  isNamed: boolean,
): RunCard => {
  const shop = shops.find(({ id }) => id === scenario.shop);
  const platform = platforms.find(({ id }) => id === shop?.platform);
  return {
    id: scenario.id,
    title: scenario.title,
    typeName: typeNameIn(types, scenario.type),
    level: scenario.level,
    minutes: scenario.minutes,
    trains: trainsOf(scenario.type),
    shop: {
      id: scenario.shop,
      name: shop?.name ?? scenario.shop,
      platformName: platform === undefined ? (shop?.platform ?? '') : nameOfPlatform(platform),
      hours: [shop?.hours[0] ?? '', shop?.hours[1] ?? ''],
    },
    customer: isNamed
      ? { name: scenario.customer.name, isRegular: scenario.customer.regular, goods: goodsOf(scenario, shop?.products) }
      : null,
  };
};

/** What the desk shows as the customer comes in: the good they look at and those of their orders, each once. */
const goodsOf = (
  { customer, orders }: Scenario,
  products: ContentData['shops'][number]['products'] = [],
): CardGood[] => {
  const ids = new Set([customer.enters, ...orders.flatMap(({ items }) => items.map(({ product }) => product))]);
  return products.filter(({ id }) => ids.has(id)).map(({ id, name, price, picture }) => ({ id, name, price, picture }));
};
