import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { otherCase } from '#classroom/mock-exams/open-resit.ts';
import type { CaseSource, Catalog } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import type { Scenario } from '#engine/model/content.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { readCase } from '#library/reading/read-case.ts';
import type { CatalogCase, RunCase, VersionContent } from '#storage/authored-cases.ts';
import { toyCatalog, toyScenario } from '#tests/drills/support/toy-content.ts';
import { shippedCatalog, top } from '#tests/sockets/shipped-cases.ts';
import { library } from '#tests/support/library.ts';

const OWN = 'product-advice/own';
const SHIPPED = 'product-advice/toy';
const shelved = (over: Partial<CatalogCase> & { scenario: Scenario }): CatalogCase => ({
  ...{ id: over.scenario.id, version: 'v1', isPublished: true, template: null },
  ...over,
});

/** Catalogs over these cases of school s1; other schools have none. */
const catalogsOver = (cases: readonly CatalogCase[], catalog: Catalog = toyCatalog) => {
  const authored = {
    catalogCases: vi.fn(async (school: string) => (school === 's1' ? [...cases] : [])),
    contentOfVersion: vi.fn(
      async (school: string, { scenario, version }: RunCase): Promise<VersionContent | null> =>
        school === 's1' ? { scenario: toyScenario(scenario, `客户 ${version}`), template: null } : null,
    ),
  };
  return { authored, catalogs: createCatalogs(catalog, authored) };
};
const idsOf = ({ data }: Pick<Catalog, 'data'>): string[] => data.scenarios.map(({ id }) => id);
const namesIn = async (made: ReturnType<Catalog['contentFor']>): Promise<string[]> =>
  (await made).data.scenarios.map(({ customer }) => customer.name);

test('the shipped cases that vary stay in a re-sit, with another card [O7]', async () => {
  const { catalogs } = catalogsOver([], shippedCatalog);
  const catalog = await catalogs.of('s1');
  const same = idsOf(catalog).filter((id) => !catalog.varying.has(id));
  // docs/variations.md: 44 of 47 vary, and the three of account-security are the same on every seed.
  expect(same.filter((id) => !id.startsWith('account-security/'))).toEqual([]);
  const kept = [...catalog.varying].map((id) => otherCase(catalog, id, [id], 1));
  expect(kept).toEqual([...catalog.varying]);
});

test('an own case that varies is dealt by its card, the version a run names too, and is played on the day of a rush [K8]', async () => {
  const file = join(top, 'tests', 'fixtures', 'authored', 'own-fit.yaml');
  const { scenario: read, varying: written } = readCase(
    { file, text: readFileSync(file, 'utf8') },
    null,
    library.shopFacts,
  );
  if (read.value === null || written === null) throw new Error('the fixture can’t be read');
  const [scenario, { template }] = [toScenario(read.value), written];
  const { id } = scenario;
  const { catalogs, authored } = catalogsOver([shelved({ scenario, template })], shippedCatalog);
  const from = (versions: CaseSource['versions']): CaseSource => ({ school: 's1', versions });
  const cardsOf = async (source: CaseSource, ...numbers: number[]) => {
    const contents = numbers.map((card) => catalogs.contentFrom(source, [id], { deck: 'run', card }));
    return (await Promise.all(contents)).map(({ data }) => data.scenarios[0]?.variant);
  };
  const [first, second] = await cardsOf(from([]), 0, 1);
  expect([first, second]).toMatchObject([
    { deck: 'run', card: 0 },
    { deck: 'run', card: 1 },
  ]);
  expect(first?.drawn).not.toEqual(second?.drawn);
  authored.contentOfVersion.mockImplementation(async () => ({ scenario, template }));
  const old = from([{ scenario: id, version: 'v0' }]);
  expect(await cardsOf(old, 0, 1)).toEqual([first, second]);
  await cardsOf(old, 2);
  // A version never changes, and its cards are laid out once for all seats of a run.
  expect(authored.contentOfVersion.mock.calls.length).toBeLessThanOrEqual(2);

  const staging = { date: '2026-11-20', time: '15:30' };
  const { ownCases, varying } = await catalogs.of('s1');
  expect(varying.has(id)).toBe(true);
  expect(await catalogs.playableOn([scenario], staging, ownCases)).toEqual(new Set([id]));
  const deals = new Map([[id, { card: { deck: 'run', card: 3 }, staging }]]);
  const { data } = await catalogs.contentFrom(from([]), [id], { deck: 'run', card: 0 }, deals);
  expect(data.scenarios[0]).toMatchObject({ story: staging, variant: { deck: 'run', card: 3 } });
});

describe('a school’s catalog', () => {
  test('has the shipped cases and the school’s published ones, and is read once until it changes', async () => {
    const cases = [shelved({ scenario: toyScenario(OWN) })];
    const { authored, catalogs } = catalogsOver(cases);
    expect(idsOf(await catalogs.of('s1'))).toEqual([...idsOf(toyCatalog), OWN]);
    expect((await catalogs.of('s1')).ownCases.map(({ scenario, version }) => [scenario.id, version])).toEqual([
      [OWN, 'v1'],
    ]);
    for (const nobody of [await catalogs.of(null), await catalogs.of('s2')])
      expect(idsOf(nobody)).toEqual(idsOf(toyCatalog));
    expect(idsOf(catalogs)).toEqual(idsOf(toyCatalog));
    expect(authored.catalogCases.mock.calls).toEqual([['s1'], ['s2']]);
    cases[0] = shelved({ scenario: toyScenario(OWN, '换了一位'), version: 'v2' });
    expect((await catalogs.of('s1')).find(OWN)?.customer.name).toBe('一颗柚子');
    catalogs.forgetSchool('s1');
    expect((await catalogs.of('s1')).find(OWN)?.customer.name).toBe('换了一位');
  });

  test('leaves out an unpublished case, and still knows its title for its own school', async () => {
    const { catalogs } = catalogsOver([shelved({ scenario: toyScenario(OWN), isPublished: false })]);
    expect(idsOf(await catalogs.of('s1'))).toEqual(idsOf(toyCatalog));
    expect((await catalogs.of('s1')).find(OWN)?.title).toBe('买多大');
    expect((await catalogs.of('s2')).find(OWN)).toBeNull();
  });

  test('leaves out a case whose id, shop or persona a later release took or dropped', async () => {
    const { customer } = toyScenario(OWN);
    const { catalogs } = catalogsOver([
      shelved({ scenario: toyScenario(SHIPPED, '冒名的') }),
      shelved({ scenario: toyScenario('product-advice/no-shop', '甲', { shop: 'gone' }) }),
      shelved({ scenario: toyScenario('product-advice/no-one', '乙', { customer: { ...customer, persona: 'gone' } }) }),
      shelved({ scenario: toyScenario(OWN) }),
    ]);
    expect((await catalogs.of('s1')).ownCases.map(({ scenario }) => scenario.id)).toEqual([OWN]);
    expect((await catalogs.of('s1')).find(SHIPPED)?.customer.name).toBe('一颗柚子');
  });
});

describe('the content of a drill', () => {
  test('is the published version of a case, or the version that is named', async () => {
    const { authored, catalogs } = catalogsOver([shelved({ scenario: toyScenario(OWN) })]);
    const published = { school: 's1', versions: [] };
    expect(await namesIn(catalogs.contentFrom(published, [OWN, SHIPPED]))).toEqual(['一颗柚子', '一颗柚子']);
    expect(authored.contentOfVersion).not.toHaveBeenCalled();
    const named = { school: 's1', versions: [{ scenario: OWN, version: 'v7' }] };
    expect(await namesIn(catalogs.contentFrom(named, [OWN]))).toEqual(['客户 v7']);
    expect(await namesIn(catalogs.contentFrom({ ...named, school: 's2' }, [OWN]))).toEqual([]);
    expect(await namesIn(catalogs.contentFrom({ ...named, school: null }, [OWN]))).toEqual([]);
  });

  test('has one hash for everybody where all cases are shipped, and another hash for another version', async () => {
    const [first] = shippedCatalog.data.scenarios;
    if (first === undefined) throw new Error('no case ships');
    const own = (title: string): Scenario => ({ ...first, id: OWN, title });
    const cases = [shelved({ scenario: own('一') })];
    const { catalogs } = catalogsOver(cases, shippedCatalog);
    const from = { school: 's1', versions: [] };
    const plain = await shippedCatalog.contentFor([first.id]);
    const hashOf = async (ids: string[]): Promise<string> => (await catalogs.contentFrom(from, ids)).hash;
    expect(await hashOf([first.id])).toBe(plain.hash);
    const one = await hashOf([OWN]);
    expect((await catalogs.contentFrom(from, [OWN])).data.scenarios).toEqual([own('一')]);
    cases[0] = shelved({ scenario: own('二'), version: 'v2' });
    catalogs.forgetSchool('s1');
    const two = await hashOf([OWN]);
    expect(two).not.toBe(one);
    expect(await hashOf([first.id])).toBe(plain.hash);
    cases[0] = shelved({ scenario: own('一') });
    catalogs.forgetSchool('s1');
    expect(await hashOf([OWN])).toBe(one);
  });
});
