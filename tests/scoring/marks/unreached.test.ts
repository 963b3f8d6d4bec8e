/** What lay ahead of a customer who left weighs by how the trainee did on what was asked. */
import { expect, it } from 'vitest';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { sparingUnreached } from '#scoring/marks/unreached.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const rubric = { ...content.rubric, road: { reached: 0.6, left: 0.5, most: 46, spared: 0.9 } };
const chance = (key: string, credit: number, isAhead = false): Opportunity => ({
  key,
  dimension: 'solving',
  at: 0,
  worth: 2,
  credit,
  unsure: false,
  isAhead,
  text: '',
});
const factsOf = (endedBy: string): ConversationFacts =>
  ({ conversation: { key: 'c1' }, storyPath: { endedBy } }) as unknown as ConversationFacts;
const draft = (code: string, unsure = false): FindingDraft =>
  ({ code, unsure, conversation: 'c1', absorbedFaults: [] }) as unknown as FindingDraft;

const worthAhead = (credits: readonly number[], endedBy = 'customer-left', drafts: FindingDraft[] = []): number => {
  const reached = credits.map((credit, i) => chance(`point:c1:q${i}:p`, credit));
  const all = [...reached, chance('point:c1:later:p', 0, true)];
  return sparingUnreached(rubric, [factsOf(endedBy)], drafts, all).at(-1)?.worth ?? 0;
};

it('[M48] loses a tenth of it where all that was asked was earned, half of nine tenths at half, and all where nothing was', () => {
  expect(worthAhead([2, 2])).toBeCloseTo(0.2);
  expect(worthAhead([2, 0])).toBeCloseTo(1.1);
  expect(worthAhead([0, 0])).toBe(2);
  expect(worthAhead([])).toBe(2);
});

it('[M48] loses all of it where the trainee was surely rude, crossed a red line, or ended the drill', () => {
  expect(worthAhead([2], 'customer-left', [draft('hostile')])).toBe(2);
  expect(worthAhead([2], 'customer-left', [draft('red-line:privacy')])).toBe(2);
  expect(worthAhead([2], 'customer-left', [draft('hostile', true)])).toBeCloseTo(0.2);
  expect(worthAhead([2], 'trainee')).toBe(2);
});

it('[M48] leaves it whole under a rubric that spares nothing', () => {
  const all = [chance('point:c1:a:p', 2), chance('point:c1:later:p', 0, true)];
  const { spared: _, ...road } = rubric.road;
  expect(sparingUnreached({ ...rubric, road }, [factsOf('customer-left')], [], all).at(-1)?.worth).toBe(2);
});
