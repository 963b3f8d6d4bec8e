import { describe, expect, it } from 'vitest';
import { draftFinding } from '#scoring/facts/finding-draft.ts';
import { scorecardOf } from '#scoring/marks/scorecard.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const chances = (customers: number): Opportunity[] =>
  Array.from(
    { length: customers },
    (_, n): Opportunity => ({
      ...{ key: `need:c${n + 1}:ship`, dimension: 'operation', at: 0 },
      ...{ worth: 2, credit: 2, unsure: false, text: 'ship' },
    }),
  );
const lostAmong = (customers: number, code: Parameters<typeof draftFinding>[0]['code'], faults = 1): number => {
  const drafts = Array.from({ length: faults }, () => draftFinding({ code, at: 0, conversation: 'c1' }));
  return 100 - scorecardOf(rubric, chances(customers), drafts).uncapped;
};

describe('[M166] what one fault deducts', () => {
  it('is all of its points among three customers, and half of them among twelve', () => {
    const alone = lostAmong(1, 'forbidden-action');
    expect(alone).toBeGreaterThan(10);
    expect(lostAmong(3, 'forbidden-action')).toBeCloseTo(alone);
    expect(lostAmong(12, 'forbidden-action')).toBeCloseTo(alone / 2);
  });

  it('never falls with more faults, and several among many still take everything', () => {
    expect(lostAmong(34, 'forbidden-action', 2)).toBeGreaterThan(lostAmong(34, 'forbidden-action'));
    expect(lostAmong(34, 'forbidden-action', 9)).toBe(100);
  });
});

describe('[M253] what a mild fault deducts', () => {
  it('shrinks with the customers beyond three, twice as fast as a grave one’s points', () => {
    const alone = lostAmong(1, 'missing-action');
    expect(lostAmong(3, 'missing-action')).toBeCloseTo(alone);
    expect(lostAmong(12, 'missing-action')).toBeCloseTo(alone / 4);
  });

  it('leaves a grave one as dear where its dimension weighs less because many were served', () => {
    const few = (customers: number, code: Parameters<typeof draftFinding>[0]['code']): number => {
      const solved = chances(customers).map((chance): Opportunity => ({ ...chance, dimension: 'solving' }));
      const clicked = chances(6).map((chance): Opportunity => ({ ...chance, worth: 1, credit: 1 }));
      return (
        100 - scorecardOf(rubric, [...solved, ...clicked], [draftFinding({ code, at: 0, conversation: 'c1' })]).uncapped
      );
    };
    // Points by the square root alone: 24 customers halve what twelve do to √½.
    expect(few(24, 'unverified-action') / few(12, 'unverified-action')).toBeGreaterThan(0.68);
    expect(few(24, 'missing-action') / few(12, 'missing-action')).toBeLessThan(0.4);
  });
});

describe('[M229] what little 销售转化 had to offer', () => {
  const sale = (credit: number, n: number): Opportunity => ({
    ...{ key: `need:c${n}:sale`, dimension: 'sales', at: 0 },
    ...{ worth: 1, credit, unsure: false, text: 'sale' },
  });
  const lostBy = (customers: number, sales: readonly number[]): number =>
    100 - scorecardOf(rubric, [...chances(customers), ...sales.map((credit, n) => sale(credit, n + 1))], []).uncapped;

  it('costs as much as ever among three customers, and a sixth of it where one chance came among many', () => {
    const alone = lostBy(3, [0]);
    expect(alone).toBeGreaterThan(10);
    expect(lostBy(12, [0])).toBeLessThan(alone / 3);
  });

  it('falls never by a second chance missed, and is whole from six chances on', () => {
    expect(lostBy(12, [0, 0])).toBeGreaterThan(lostBy(12, [0]));
    expect(lostBy(6, Array(6).fill(0))).toBeCloseTo(lostBy(3, [0]));
  });

  it('[M253] is whole among many from as many chances as customers, so that one of them weighs as much in every rush', () => {
    expect(lostBy(12, Array(6).fill(0))).toBeLessThan(lostBy(3, [0]) * 0.8);
    expect(lostBy(12, Array(12).fill(0))).toBeCloseTo(lostBy(3, [0]));
    const one = [0, ...Array(5).fill(1)];
    expect(lostBy(24, one)).toBeLessThan(lostBy(12, one));
  });
});
