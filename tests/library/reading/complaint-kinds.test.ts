import { describe, expect, test } from 'vitest';
import { complaintKindsOf, readComplaintKinds } from '#drills/catalog/complaint-kinds.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const kinds = readComplaintKinds();
const { catalog } = shipped();
const kindOf = complaintKindsOf(catalog);

describe('[J93] what a case’s customer complains of', () => {
  test('is named for cases that ship, of every shop a short customer plays in', () => {
    const found = new Set(
      [...catalog.data.scenarios, ...catalog.short].flatMap(({ id }) => (kindOf(id) === null ? [] : [id])),
    );
    const named = (id: string) => [...found].some((one) => one === id || one.startsWith(`${id}-`));
    expect([...kinds.keys()].filter((id) => !named(id))).toEqual([]);
    const late = catalog.short.filter(({ id }) => id.startsWith('logistics-complaint/promised-day'));
    expect(new Set(late.map(({ id }) => kindOf(id)))).toEqual(new Set(['late']));
  });

  test('is nothing where the customer only asks, nor in a school’s own case whose id is alike', () => {
    expect(kindOf('promotion/coupon-stack')).toBeNull();
    expect(kindOf('complaint-escalation/promise-kept-mine')).toBeNull();
  });

  test('is named of every case that the shop’s judgement of complaints is asked of, but where the customer only asks', async () => {
    const { readComplaints } = await import('#drills/inspections/complaints.ts');
    const without = [...readComplaints().keys()].filter((id) => kindOf(id) === null);
    expect(without).toEqual(['promotion/deposit-cold-feet', 'return-dispute/seventh-day']);
  });
});
