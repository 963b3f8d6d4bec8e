import { expect, test } from 'vitest';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { inTradeOrder, scenarioCards } from '#http/bodies/scenario-cards.ts';
import type { DrillRow } from '#storage/storage.ts';
import { onlyShipped, toyCatalog, toyData } from '#tests/drills/support/toy-content.ts';
import type { Over } from '#tests/storage/contract.ts';
import { library } from '#tests/support/library.ts';

const RUSH = { profile: 'd618', level: 1, minutes: 15, dial: true, capacity: 1 } as const;
const row = (over: Over<DrillRow>): DrillRow =>
  ({
    id: 'd',
    guest: 'g',
    contentHash: 'h',
    scenarios: ['product-advice/toy'],
    mode: 'practice',
    state: 'ended',
    openedAt: 0,
    endedAt: 1,
    score: null,
    place: null,
    retry: null,
    ...over,
  }) as DrillRow;

test('a card shows the best score, when that was first reached, and when the case was last done', async () => {
  // As the storage gives them: newest first.
  const own = [
    row({ openedAt: 50, endedAt: null, state: 'running' }),
    row({ openedAt: 40, endedAt: 41, score: null }),
    // A rush is scored as a whole, and some of its customers were never at the desk.
    row({ openedAt: 35, endedAt: 36, score: 95, rush: RUSH, drawn: ['product-advice/toy'] }),
    row({ openedAt: 30, endedAt: 31, score: 80 }),
    row({ openedAt: 20, endedAt: 21, score: 80 }),
    row({ openedAt: 10, endedAt: 11, score: 60 }),
  ];
  const [card, other] = scenarioCards(await onlyShipped(toyCatalog), own, new Map());
  expect(card).toMatchObject({ done: 4, best: 80, bestAt: 21, lastAt: 41, persona: 'calm' });
  expect(card?.personaName).toBe(toyData.personas[0]?.name);
  expect(other).toMatchObject({ done: 0, best: null, bestAt: null, lastAt: null });
});

test('a mock exam sat alone counts as done, and its score is no best of the case [O20]', async () => {
  const place = { school: 's1', run: 'r1', seat: 't1', person: null, redo: null };
  const own = [
    row({ openedAt: 30, endedAt: 31, score: 95, mode: 'exam' }),
    row({ openedAt: 20, endedAt: 21, score: 85, mode: 'exam', place }),
    row({ openedAt: 10, endedAt: 11, score: 60 }),
  ];
  const [card] = scenarioCards(await onlyShipped(toyCatalog), own, new Map());
  expect(card).toMatchObject({ done: 3, best: 85, bestAt: 21, lastAt: 31 });
});

test('cards come in the trade’s order of types, whatever order the files have', async () => {
  const types = library.types.map(({ id }) => id);
  const cards = scenarioCards(await onlyShipped(catalogOf(toCatalogData(library))), [], new Map());
  expect([...new Set(cards.map(({ type }) => type))]).toEqual(types);
  const rows = ['z', types[1], types[0], types[1]].map((type = '', n) => ({ type, n }));
  expect(inTradeOrder(library.types, rows).map(({ n }) => n)).toEqual([2, 1, 3, 0]);
});
