/** What a report says of merits, lost chances, moves, citations and the next case is English for an English reader. */
import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { quickReplyFindings } from '#scoring/findings/quick-replies.ts';
import { caseFactsOf } from '#scoring/log/case-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { meritFindings } from '#scoring/merits/merits.ts';
import { opportunitiesOfWholePath } from '#scoring/opportunities/all.ts';
import { analysisQuestions } from '#scoring/practice-advice/analysis-questions.ts';
import { type GoalBefore, goalMet } from '#scoring/practice-advice/goal.ts';
import { type JustPlayed, nextCases } from '#scoring/practice-advice/next-cases.ts';
import { assess, makeReport } from '#scoring/report.ts';
import { citationOf, lawOfAnswers } from '#scoring/suggestions/citation.ts';
import { citationOfRedLine } from '#scoring/suggestions/fault-citations.ts';
import { actionLine, conditionLine, stepsLine } from '#scoring/suggestions/operations.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { serviceRow } from '#tests/fixtures/service-row.ts';
import { CASES, dataOf, library, play, repliesOf, scenarioOf } from '#tests/learning/support/play.ts';

const AREAS = ['merits', 'opportunities', 'next', 'suggestions'];
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const SHOE = 'product-advice/shoe-half-size';
const EVERY_FIFTH = CASES.filter((_, at) => at % 5 === 0);
const WHO = ['model', 'poor', 'silent', 'paste-happy'];

/** Times as the phrasing of the log tells them; they have tests of their own. */
const times = () =>
  inLanguage('en', () =>
    Array.from({ length: 3600 }, (_, seconds) => secondsText(seconds)).sort((a, b) => b.length - a.length),
  );

/** What is Chinese outside of quotation marks, pictures and `names`. */
const chineseIn = (texts: readonly string[], names: readonly string[] = []): string[] => {
  const strip = [...names, ...new Set(times())];
  return texts.filter((text) =>
    CHINESE.test(strip.reduce((left, one) => left.replaceAll(one, ''), text.replace(/“[^”]*”|〔[^〕]*〕/g, ''))),
  );
};
const english = <T>(make: () => T): T => inLanguage('en', make);

describe('in English', () => {
  it('the sentences of these areas are English', () => {
    const own = [...sentencesOf('en')].filter(([key]) => AREAS.includes(key.split(':')[0] ?? ''));
    expect(own.length).toBeGreaterThan(150);
    expect(chineseIn(own.map(([, text]) => text))).toEqual([]);
  });

  it.each(EVERY_FIFTH)('the merits, lost chances and quick replies of %s have no Chinese of ours', (id) => {
    const told = WHO.filter((who) => library.testplans.get(id)?.[who] !== undefined).flatMap((who) => {
      const { data, events } = play([id], repliesOf(id, who));
      const { allFacts, opportunities } = english(() => assess(data, historyOf(events)));
      return english(() => [
        ...opportunitiesOfWholePath(allFacts, opportunities).flatMap(({ text, part }) => [text, part?.what ?? '']),
        ...allFacts.flatMap((facts) => [...meritFindings(facts), ...quickReplyFindings(facts)]).map((d) => d.because),
      ]);
    });
    expect(told.length).toBeGreaterThan(20);
    expect(chineseIn(told, [scenarioOf(id).customer.name])).toEqual([]);
  });

  it('moves and citations have no Chinese of ours', () => {
    const caseFacts = caseFactsOf(dataOf([SHOE]), SHOE);
    const need = caseFacts.scenario.beats.flatMap((b) => b.needs).find((one) => one.do !== null);
    const card = caseFacts.shop.policies[0];
    if (!need || !card) throw new Error('no operation, no card');
    const product = caseFacts.shop.products[0]?.id ?? '';
    const told = english(() => {
      const first = [conditionLine({ ask: 'foot' }, caseFacts), conditionLine({ do: 'remark' }, caseFacts)];
      const basis = citationOf(caseFacts, product);
      return [
        actionLine({ do: 'refund-partial', with: { amount: 5900 }, note: 'ok' }, caseFacts),
        stepsLine(first, need, caseFacts),
        basis?.source ?? '',
        citationOf(caseFacts, card.id)?.source ?? '',
        citationOfRedLine(caseFacts, 'false-claim', '保证治好', null)?.source ?? '',
        citationOfRedLine(caseFacts, 'false-claim', '保证治好', null)?.title ?? '',
        lawOfAnswers('vague', basis),
      ];
    });
    expect(chineseIn(told)).toEqual([]);
    expect(told[0]).toMatch(/^Click “.+”, set “.+” to “¥59\.00”, write “ok”$/);
    expect(told[1]).toMatch(/^First ask “.+”\. First click “.+”\. Then click “/);
  });

  it('the next cases, the goal and the questions on service data have no Chinese of ours', () => {
    const played: JustPlayed = { scenarios: [SHOE], score: 72, pass: 60, excellent: 85, weakness: null };
    const families = ['late', 'quick-replies', 'not-valuing', 'evading', 'wrong', 'operation', 'manner', 'other'];
    const weak = [null, ...families.map((family) => ({ family, name: family, count: 2 }))];
    const of = (over: Partial<JustPlayed>) => nextCases([...library.scenarios.values()], { ...played, ...over });
    const why = english(() =>
      [null, 52, 72, 90]
        .flatMap((score) => weak.flatMap((one) => of({ score, weakness: one })))
        .map((next) => next.why),
    );
    expect(chineseIn(why)).toEqual([]);

    const goal: GoalBefore = {
      ...{ family: 'late', title: 't', advice: 'a', codes: [], before: { count: 2, chances: 4 } },
      from: { drill: 'd1', endedAt: 5000 },
    };
    const met = english(() =>
      families.flatMap((family) =>
        [0, 1, 2].map((count) => {
          const counts = { family, name: family, count, chances: 4, marks: 0, codes: [] };
          return goalMet({ ...goal, family }, [counts])?.text ?? '';
        }),
      ),
    );
    expect(chineseIn(met)).toEqual([]);
    expect(met[1]).toBe('Last time 2 in 4 replies, this time 1 in 4 replies: fewer.');

    const asked = english(() =>
      analysisQuestions(
        [
          serviceRow({ firstS: 20 }),
          serviceRow({ firstS: 40, slowestS: 80, rating: 2 }),
          serviceRow({ title: 'B', firstS: 50, slowestS: 61, rating: 3 }),
        ],
        30,
      ),
    );
    expect(chineseIn(asked.flatMap(({ text, worked }) => [text, worked]))).toEqual([]);
  });

  it('the report has the same findings, moves and losses as in Chinese', () => {
    for (const who of ['poor', 'paste-happy']) {
      const { data, events, report } = play([SHOE], repliesOf(SHOE, who));
      const other = english(() => makeReport(data, events));
      const shape = ({ findings, dimensions, next }: typeof report) => ({
        findings: findings.map((f) => [f.code, f.at, f.marks, f.better === null, f.betterIn, f.basis?.id]),
        lost: dimensions.map(({ lost }) => lost.map(({ marks, finding }) => [marks, finding])),
        next: next.map(({ scenario }) => scenario),
      });
      expect(shape(other)).toEqual(shape(report));
    }
  });
});
