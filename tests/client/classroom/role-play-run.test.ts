import { expect, it } from 'vitest';
import { initialDraft, planOfDraft, type RunDraft } from '#client/features/classroom/new-run/run-draft.ts';

const draft = (over: Partial<RunDraft>): RunDraft => ({
  ...initialDraft('周三上午场', 'wang'),
  ...{ scenarios: ['a/b'], classId: 'k1', rolePlay: true, ...over },
});

it('[J105] a lesson of role plays has one case and nothing that goes on between seats or comes by surprise', () => {
  const plan = planOfDraft(draft({ transfers: true, ownShops: true, incidents: ['a/fire'] }));
  expect(plan).toMatchObject({ rolePlay: true, incidents: [] });
  expect([plan.transfers, plan.ownShops]).toEqual([undefined, undefined]);
});

it('[J105] two cases, homework, a rush and an exam have none', () => {
  for (const over of [{ scenarios: ['a/b', 'a/c'] }, { kind: 'homework' }, { customers: 'rush' }, { mode: 'exam' }])
    expect(planOfDraft(draft(over as Partial<RunDraft>)).rolePlay).toBeUndefined();
  // What the choice alone keeps out is back where it is given up.
  expect(planOfDraft(draft({ rolePlay: undefined, transfers: true })).transfers).toBe(true);
});
