/** What findings say in English: no Chinese but the words of customer, trainee, case and card, in quotation marks. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { inLanguage } from '#i18n/language.ts';
import { contentFor } from '#library/load.ts';
import { FINDING_CODES } from '#scoring/facts/codes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { historyOf } from '#scoring/log/history.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { FAMILIES, familyName } from '#scoring/marks/families.ts';
import { goalFor } from '#scoring/marks/next-goal.ts';
import { DIMENSIONS, dimensionName } from '#scoring/marks/scorecard.ts';
import { assess } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

/** Drills that have nearly every finding between them. */
const DRILLS: readonly (readonly [id: string, trainee: string])[] = [
  ['returning-customer/third-pair', 'poor'],
  ['complaint-escalation/three-agents', 'bully'],
  ['order-change/swap-colour', 'middling'],
  ['order-change/team-jersey', 'paste-happy'],
  ['logistics-complaint/signed-not-seen', 'overreacher'],
  ['complaint-escalation/wrong-size-abuse', 'hush-money'],
  ['livestream/live-spot-claim', 'poor'],
  ['logistics-complaint/strawberry-locker', 'overpromiser'],
];

const draftsOf = (id: string, trainee: string): FindingDraft[] => {
  const { data, hash } = contentFor(library, [id]);
  const replies = library.testplans.get(id)?.[trainee]?.replies;
  if (!replies) throw new Error(`${id} has no trainee ${trainee}`);
  const events = playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
  return inLanguage('en', () => assess(data, withDoubts(data, historyOf(events))).keyed.map(({ draft }) => draft));
};

/** Quick replies and merits say what they are about in `suggestions` and `merits`. */
const ELSEWHERE = /^(?:canned-|unfilled-|merit:)/;
/** How long something took is said by `log/phrasing.ts`. */
const DURATIONS = /\d+ (?:分钟|秒|分)|不到 1 秒/g;
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const hasChinese = (text: string): boolean => CHINESE.test(text.replace(/“[^”]*”/g, '').replace(DURATIONS, ''));

describe('in English', () => {
  it.each(DRILLS)('a finding of %s, %s, is told in English', (id, trainee) => {
    const drafts = draftsOf(id, trainee).filter(({ code }) => !ELSEWHERE.test(code));
    const said = drafts.flatMap(({ detail, because, observation }) => [detail ?? '', because, observation]);
    expect(said.some((text) => text !== '')).toBe(true);
    expect(said.filter(hasChinese)).toEqual([]);
  });

  it('the next goal, and the names of families and dimensions, are English too', () => {
    const replies = { total: 6, late: 3, thresholdS: 30 };
    const said = inLanguage('en', () => [
      ...FINDING_CODES.map((code) => goalFor(code, replies)),
      goalFor('late-round', { ...replies, total: 1 }),
      ...FAMILIES.map(familyName),
      ...DIMENSIONS.map(dimensionName),
    ]);
    expect(said.filter(hasChinese)).toEqual([]);
    expect(said.filter((text) => text === '' || text.includes('{{'))).toEqual([]);
  });
});
