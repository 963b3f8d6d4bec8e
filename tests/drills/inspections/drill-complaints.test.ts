import { expect, test } from 'vitest';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { readComplaints } from '#drills/inspections/complaints.ts';
import { createDrillComplaints } from '#drills/inspections/drill-complaints.ts';
import type { Scenario } from '#engine/model/content.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const complaints = readComplaints();
const complaintOf = createDrillComplaints(catalogOf(toCatalogData(library)), complaints);
/** A case as a drill finds it in the database. */
const stored = (id: string, seed: number): Scenario => {
  const { data } = contentFor(library, [id], cardOfSeed(seed));
  const scenario = data.scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(id);
  return JSON.parse(JSON.stringify(scenario));
};

test('every complaint is asked of drills of its case in the usual variant [I5]', async () => {
  for (const [id, complaint] of complaints) expect([id, await complaintOf(stored(id, 0))]).toEqual([id, complaint]);
});

test('none is asked of another variant, an edited case, a case without one or a case that isn’t there [I5]', async () => {
  const [id = ''] = complaints.keys();
  const usual = stored(id, 0);
  const others = Array.from({ length: 12 }, (_, seed) => stored(id, seed + 1));
  const differing = others.filter((one) => JSON.stringify(one) !== JSON.stringify(usual));
  expect(differing.length).toBeGreaterThan(8);
  for (const one of differing) expect(await complaintOf(one)).toBeNull();
  expect(await complaintOf({ ...usual, title: `${usual.title}（改）` })).toBeNull();
  const without = [...library.scenarios.keys()].find((one) => !complaints.has(one)) ?? '';
  expect(await complaintOf(stored(without, 0))).toBeNull();
  expect(await complaintOf(undefined)).toBeNull();
});

test('a catalog without the case asks nothing of it [I5]', async () => {
  const [id = ''] = complaints.keys();
  const other = createDrillComplaints(
    {
      data: { ...catalogOf(toCatalogData(library)).data, scenarios: [] },
      contentFor: () => Promise.reject(new Error()),
    },
    complaints,
  );
  expect(await other(stored(id, 0))).toBeNull();
});
