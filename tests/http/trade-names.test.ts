/** Names of the trade in bodies are in the reader's language, and the content's own words stay as they are written. */
import { describe, expect, test } from 'vitest';
import type { ScenarioCard, ShopBody, StartCard } from '#contract/bodies.ts';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { ask, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { library } from '#tests/support/library.ts';

const HAN = /\p{Script=Han}/u;
const catalog = catalogOf(toCatalogData(library));
const { data } = catalog;

/** What stands in an operation's form. */
const labels = ({ platformName, actions }: ShopBody): string[] => [
  platformName,
  ...actions.flatMap(({ title, group, done, fields }) => [
    title,
    group,
    done,
    ...fields.flatMap((field) => [field.title, ...field.choices.map((choice) => choice.title)]),
  ]),
];
const withoutLabels = ({ platformName: _, actions, ...shop }: ShopBody) => ({
  ...shop,
  actions: actions.map(({ id, sends, fields }) => [
    id,
    sends,
    fields.map(({ name, kind, required, choices }) => [name, kind, required, choices.map(({ value }) => value)]),
  ]),
});

/** The same path read in both. */
const both = async <T>(path: string): Promise<{ zh: T; en: T }> => {
  const { url } = await testServer({ catalog });
  const read = async (lang: string) =>
    valueIn(await ask(`${url}/api/${path}`, { cookie: `kefu_guest=x; kefu_lang=${lang}` })) as T;
  return { zh: await read('zh'), en: await read('en') };
};

describe('in English', () => {
  test('cards name their type and persona in English and leave the case’s own words alone', async () => {
    const { zh, en } = await both<ScenarioCard[]>('scenarios');
    expect(
      en.flatMap((card) => [card.typeName, card.trains, card.personaName]).filter((name) => HAN.test(name)),
    ).toEqual([]);
    const own = (cards: ScenarioCard[]) =>
      cards.map((card) => ({ ...card, typeName: '', trains: '', personaName: '' }));
    expect(own(en)).toEqual(own(zh));
    expect(zh.map(({ typeName }) => typeName)).toEqual(
      zh.map(({ type }) => data.types.find(({ id }) => id === type)?.name),
    );
  });

  test.each(data.shops.map(({ id }) => id))(
    'the forms of %s are English, and its goods and policy cards stay as written',
    async (id) => {
      const { zh, en } = await both<ShopBody>(`shops/${id}`);
      expect(labels(en).filter((text) => HAN.test(text))).toEqual([]);
      expect(labels(zh).every((text) => HAN.test(text))).toBe(true);
      expect(withoutLabels(en)).toEqual(withoutLabels(zh));
      expect(en.name).toMatch(HAN);
    },
  );

  test('a start card names its platform, types and personas', async () => {
    const { en } = await both<StartCard>(`start-card?scenarios=${data.scenarios.find((one) => !one.incident)?.id}`);
    const [card] = en.scenarios;
    expect([en.shop.platformName, card?.typeName, card?.personaName].join()).not.toMatch(HAN);
    expect(card?.title).toMatch(HAN);
  });
});
