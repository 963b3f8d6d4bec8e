import { expect, test } from 'vitest';
import type { CaseSource } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { schoolCatalog } from '#drills/catalog/school-catalog.ts';
import { checkProvenance } from '#drills/runner/provenance.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { QuickReply } from '#engine/model/shop.ts';
import { hashOf } from '#library/hash.ts';
import { drive, ready, say } from '#tests/engine/support/drive.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';
import { reply, version } from '#tests/storage/quick-replies-contract.ts';

const SHOES = 'product-advice/shoe-half-size';
const S1: CaseSource = { school: 's1', versions: [] };
const BLENDER = 'product-advice/blender-nap';

/** A school `s1` with versions of own replies for the shop suibu, and a count of how often their texts were read. */
const world = (...sizes: number[]) => {
  const read: number[] = [];
  const own = {
    newest: async (school: string) =>
      school === 's1' && sizes.length > 0 ? [version(sizes.length, { count: sizes.at(-1) ?? 0 })] : [],
    replies: async (_school: string, _shop: string, number: number) => {
      read.push(number);
      return Array.from({ length: sizes[number - 1] ?? 0 }, (_, at) => reply(`b${number}x${at}`));
    },
  };
  return {
    catalogs: schoolCatalog(
      createCatalogs(shippedCatalog, { catalogCases: async () => [], contentOfVersion: async () => null }),
      own,
    ),
    read,
    save: (size: number) => void sizes.push(size),
  };
};

test('a class that opens one case reads its school’s quick replies once, and again after a change', async () => {
  const { catalogs, read, save } = world(2);
  const [first] = await Promise.all([catalogs.contentFrom(S1, [SHOES]), catalogs.contentFrom(S1, [SHOES])]);
  const again = await catalogs.contentFrom(S1, [SHOES]);
  expect(again).toBe(first);
  expect(first.hash).toBe(hashOf(first.data));
  expect(read.length).toBeLessThanOrEqual(2);
  save(3);
  const after = await catalogs.contentFrom(S1, [SHOES]);
  expect(after.hash).not.toBe(first.hash);
  expect(after.data.shops[0]?.quickReplies.length).toBe((first.data.shops[0]?.quickReplies.length ?? 0) + 1);
});

test('the shipped content is used without a school, for another school or shop, and once all own replies are removed', async () => {
  const { catalogs, read, save } = world(2);
  const shipped = await shippedCatalog.contentFor([SHOES]);
  for (const school of [null, 's2'])
    expect(await catalogs.contentFrom({ school, versions: [] }, [SHOES])).toBe(shipped);
  expect(await catalogs.contentFrom(S1, [BLENDER])).toBe(await shippedCatalog.contentFor([BLENDER]));
  save(0);
  expect(await catalogs.contentFrom(S1, [SHOES])).toBe(shipped);
  expect(read).toEqual([]);
});

/** What the engine makes of a phrase sent to the first question, and once more. */
const judged = (data: ContentData, { id, text }: QuickReply) => {
  const content = ready(data);
  const shop = data.shops[0];
  const phrases = content.cases.get(SHOES)?.quickReplies;
  if (shop === undefined || phrases === undefined) throw new Error('no shop');
  const made = checkProvenance(shop, phrases, text, { how: 'quick-reply', quickReply: id });
  expect(made.quickReply).toBe(id);
  const commands = [say(20_000, text, 'c1', made), say(60_000, text, 'c1', made)];
  const { log } = drive(data, [...commands, { kind: 'tick', at: 100_000 }]);
  const turns = log.flatMap((event) => (event.kind === 'turn-judged' ? event.judgement : []));
  return { notes: turns.flatMap(({ canned }) => canned), answers: turns.map(({ questions }) => questions) };
};

test('every shipped quick reply is judged the same when a school has it as its own', async () => {
  const { data } = await shippedCatalog.contentFor([SHOES]);
  const verdicts = new Set<string>();
  const ownOf = (phrase: QuickReply) => ({ ...phrase, id: `own:${phrase.code}`, own: true as const });
  const allOwn = {
    ...data,
    shops: data.shops.map((shop) => ({ ...shop, quickReplies: shop.quickReplies.map(ownOf) })),
  };
  for (const phrase of data.shops[0]?.quickReplies ?? []) {
    const asOwn = ownOf(phrase);
    const [shipped, own] = [judged(data, phrase), judged(allOwn, asOwn)];
    expect(own.notes.map(({ quickReply }) => quickReply)).toEqual(shipped.notes.map(() => asOwn.id));
    expect(own.notes.map(plain)).toEqual(shipped.notes.map(plain));
    expect(own.answers).toEqual(shipped.answers);
    for (const { verdict } of own.notes) verdicts.add(verdict);
  }
  expect([...verdicts].toSorted()).toEqual(['fit', 'off-topic', 'repeated', 'rigid']);
});

const plain = ({ quickReply: _, ...note }: { quickReply: string }) => note;
