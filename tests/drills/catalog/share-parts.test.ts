import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createPartSharing } from '#drills/catalog/share-parts.ts';
import type { ContentData } from '#engine/model/content.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'promotion/coupon-stack';
/** As a content comes from the storage or to the judge's thread: nothing of it is shared. */
const copied = (data: ContentData): ContentData => JSON.parse(JSON.stringify(data));
const variant = (seed: number, id = CASE): ContentData => copied(contentFor(library, [id], cardOfSeed(seed)).data);
const pointsIn = ({ scenarios }: ContentData) =>
  scenarios.flatMap(({ beats }) => beats.flatMap(({ asks, points }) => [...asks.flatMap((q) => q.points), ...points]));

test('a content made of shared parts says the same as before, in every case', () => {
  const share = createPartSharing();
  for (const id of library.scenarios.keys()) {
    const data = copied(contentFor(library, [id]).data);
    expect(JSON.stringify(share(data)), id).toBe(JSON.stringify(data));
  }
});

test('two variants of a case have one shop, one rubric and the points in common that say the same', () => {
  const share = createPartSharing();
  const [one, other] = [share(variant(0)), share(variant(50))];
  expect(JSON.stringify(one.scenarios)).not.toBe(JSON.stringify(other.scenarios));
  expect(other.shops[0]).toBe(one.shops[0]);
  expect(other.rubric).toBe(one.rubric);
  expect(other.actions).toBe(one.actions);
  const known = new Map(pointsIn(one).map((point) => [JSON.stringify(point), point]));
  const common = pointsIn(other).filter((point) => known.has(JSON.stringify(point)));
  expect(common.length).toBeGreaterThan(0);
  for (const point of common) expect(known.get(JSON.stringify(point))).toBe(point);
});

test('cases of one shop have one index of its quick replies', () => {
  const share = createPartSharing();
  const shop = library.scenarios.get(CASE)?.shop;
  const ids = [...library.scenarios.values()].filter((scenario) => scenario.shop === shop).map(({ id }) => id);
  const contents = ids.slice(0, 3).map((id) => prepare(share(variant(1, id))));
  const indexes = contents.flatMap(({ cases }) => [...cases.values()].map(({ quickReplies }) => quickReplies));
  expect(indexes.length).toBe(3);
  expect(new Set(indexes).size).toBe(1);
});

test('parts that no content holds any more are given back', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const share = createPartSharing();
  let content: ContentData | null = share(variant(1));
  const shop = new WeakRef(content.shops[0] ?? {});
  content = null;
  // A reference looked at in this turn of the loop is held until its end.
  await new Promise((done) => setImmediate(done));
  collect();
  expect(content).toBeNull();
  expect(shop.deref()).toBeUndefined();
});
