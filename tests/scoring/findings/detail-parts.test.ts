/**
 * A detail's figures and names are also stored as parts, so that no sentence has to be read to say it in another
 * language.
 */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { historyOf } from '#scoring/log/history.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { assess, makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

const DRILLS: readonly (readonly [id: string, trainee: string])[] = [
  ['returning-customer/third-pair', 'poor'],
  ['logistics-complaint/strawberry-locker', 'overpromiser'],
  ['complaint-escalation/wrong-size-abuse', 'poor'],
];

/** How a detail's text is made from its parts, by code; nothing reads the parts of other codes. */
const MADE: {
  readonly [code in FindingDraft['code']]?: (parts: FindingDraft['detailParts']) => (string | undefined)[];
} = {
  'customer-left': ({ waitedS = 0, heardOnly }) => [`等了 ${secondsText(waitedS)}`, heardOnly],
  unanswered: ({ waitedS = 0 }) => [secondsText(waitedS)],
  'late-first': ({ waitedS = 0 }) => [secondsText(waitedS)],
  'late-round': ({ waitedS = 0 }) => [secondsText(waitedS)],
  'missing-action': ({ action }) => [action?.title],
  'unverified-action': ({ action }) => [action?.title],
  'claimed-undone': ({ action, clickedAfterS }) => [
    action?.title,
    clickedAfterS === undefined ? '' : secondsText(clickedAfterS),
  ],
  ignored: ({ questionText }) => [questionText],
  evaded: ({ questionText }) => [questionText],
  vague: ({ questionText }) => [questionText],
  'answered-partly': ({ missingPoint }) => [missingPoint],
  'wrong-fact': ({ rightAnswer }) => [rightAnswer],
  'against-card': ({ rightAnswer, cardTitle, isPutRight }) => [
    rightAnswer ?? cardTitle,
    isPutRight === true ? '说错又改了' : '',
  ],
};

/** Details without parts. */
const BARE = ['始终没答到', '一句也没有回'];

describe.each(DRILLS)('%s, %s', (id, trainee) => {
  const { data, hash } = contentFor(library, [id]);
  const replies = library.testplans.get(id)?.[trainee]?.replies ?? [];
  const events = playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });

  it('a detail tells each of its parts', () => {
    const drafts = assess(data, withDoubts(data, historyOf(events))).keyed.map(({ draft }) => draft);
    const told = drafts.flatMap(({ code, detail, detailParts }) => {
      const made = detail === null || BARE.includes(detail) ? undefined : MADE[code]?.(detailParts);
      return made === undefined ? [] : [{ code, detail, made }];
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { code, detail, made } of told)
      for (const part of made) expect([code, detail], code).toEqual([code, expect.stringContaining(part ?? '？？')]);
  });

  it('a finding without a detail has its rule’s title alone', () => {
    const titles = new Map(data.rubric.findings.map(({ code, title }) => [code, title]));
    const { findings } = makeReport(data, events);
    expect(findings.map(({ ruleTitle }) => ruleTitle)).toEqual(findings.map(({ code }) => titles.get(code)));
  });
});
