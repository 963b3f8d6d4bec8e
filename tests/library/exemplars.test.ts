/** Which words of a testplan's trainees become wordings of a point (RULES T61). */
import { expect, it } from 'vitest';
import type { Point, Scenario } from '#engine/model/content.ts';
import { findExemplars } from '#library/reading/exemplars.ts';
import type { Testplan } from '#library/schema/testplan.ts';

const point = (id: string, says: string): Point =>
  ({ id, says, must: true, also: [], contradicts: [] }) as unknown as Point;
const caseOf = (points: readonly Point[]): Scenario =>
  ({
    id: 'x/y',
    beats: [{ id: 'slip', says: [], asks: [{ id: 'q', text: '前面那句算不算', model: null, points }] }],
  }) as unknown as Scenario;
const planOf = (to: string, text: string): Testplan =>
  ({ model: { replies: [{ to, say: [{ text }] }] } }) as unknown as Testplan;

const OWN = point('own', '刚才是我说错了');

it('[T61] words to another beat are none unless they surely say the point', () => {
  for (const filler of ['退款原路走，金额对上就好', '两百我答应不了，主管两小时内回您', '应该的，有事您再喊我'])
    expect(findExemplars(caseOf([OWN]), planOf('money', filler))).toEqual({});
  expect(findExemplars(caseOf([OWN]), planOf('money', '刚才是我说错了，对不住'))).toEqual({
    slip: { own: [expect.stringContaining('刚才是我说错了')] },
  });
});

it('[T61] words to the beat itself are, though they are put otherwise', () => {
  const found = findExemplars(caseOf([OWN]), planOf('slip', '前头那句是我讲岔了'));
  expect(found.slip?.own).toEqual(['前头那句是我讲岔了']);
});

it('[T61] words that surely say another point are that point’s', () => {
  const points = [point('hour', '明天17点前付'), point('leave', '今晚不付也不要紧')];
  const found = findExemplars(caseOf(points), planOf('slip', '明天17点前付'));
  expect(found).toEqual({ slip: { hour: ['明天17点前付'] } });
});
