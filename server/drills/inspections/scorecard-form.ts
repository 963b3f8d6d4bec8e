/** The scorecard as an inspector fills it in: the dimensions with the faults that the rubric names in each. */
import type { InspectionScorecard } from '#contract/practice/inspections.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { titleOfRule, whyOfRule } from '#scoring/facts/rubric-texts.ts';
import { DIMENSIONS, dimensionName } from '#scoring/marks/scorecard.ts';

export const isRedLineCode = (code: string): boolean => code.startsWith('red-line:');

export const scorecardForm = (rubric: Rubric): InspectionScorecard => {
  const rules = rubric.findings.filter(({ severity }) => severity !== 'merit');
  return {
    rubric: { id: rubric.id, date: rubric.date },
    ...{ fullFrom: rubric.excellent, partFrom: rubric.pass, cap: rubric.cap },
    dimensions: DIMENSIONS.map((id) => ({
      ...{ id, name: dimensionName(id), weight: rubric.weights[id] },
      faults: rules
        .filter(({ code, dimension }) => dimension === id && !isRedLineCode(code))
        .map((rule) => ({ code: rule.code, title: titleOfRule(rule), why: whyOfRule(rule) })),
    })),
    redLines: rules
      .filter(({ code }) => isRedLineCode(code))
      .map((rule) => ({ code: rule.code, title: titleOfRule(rule) })),
  };
};
