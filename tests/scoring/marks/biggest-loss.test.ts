/** What to change first among many customers (RULES M224). */
import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '#contract/report.ts';
import { mainFaultOf } from '#scoring/marks/main-fault.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

const fault = (code: string, family: string, marks: number, conversation: string): ReportFinding =>
  ({
    ...{ id: `${code}-${conversation}`, code, family, marks, conversation, at: 5 },
    unsure: false,
    again: [],
  }) as never;
/** `lost`: the customer thought it over and ordered nothing. */
const facts = (key: string, lost: boolean) =>
  ({
    conversation: { key, endings: [{ at: 10, outcome: lost ? 'lost' : 'paid', silent: false, rating: 5 }] },
  }) as never;

const lostFirst = fault('no-order-prompt', 'not-valuing', 1, 'c1');
const dear = [fault('misstated', 'wrong', 3.9, 'c2'), fault('misstated', 'wrong', 3.9, 'c3')];

describe('[M224] what to change first', () => {
  const first = (keys: readonly string[], faults: readonly ReportFinding[]) => {
    const main = mainFaultOf(
      rubric,
      faults,
      keys.map((key) => facts(key, key === 'c1')),
    );
    return [main?.fault.code, main?.wonBack.length];
  };

  it('is the kind of fault that took most, where many came', () => {
    expect(first(['c1', 'c2', 'c3'], [lostFirst, ...dear])).toEqual(['misstated', 2]);
    expect(first(['c1', 'c2'], [lostFirst, fault('misstated', 'wrong', 0.9, 'c2')])).toEqual(['no-order-prompt', 1]);
    // Two dear ones of one family: the dearer kind is named, not the family that happened most often.
    const often = ['c2', 'c3', 'c4'].map((key) => fault('no-goodbye', 'not-valuing', 1, key));
    expect(first(['c2', 'c3', 'c4'], [...often, fault('misstated', 'wrong', 3.9, 'c2')])).toEqual(['misstated', 1]);
  });

  it('is what lost the customer, where only one came', () => {
    const own = { ...dear[0], conversation: 'c1', at: 20 } as ReportFinding;
    expect(first(['c1'], [lostFirst, own])).toEqual(['no-order-prompt', 1]);
  });
});
