/** What each export column says, in the trade's order (docs/trade.md §9): formula, source with its date, what it leaves out. */
import type { Report } from '#contract/report.ts';
import type { DeskColumn } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { handlingOf } from '#scoring/facts/handling.ts';

type Row = Report['desk'][number];
export type DeskRule = { column: DeskColumn } & Pick<Row, 'name' | 'unit' | 'formula' | 'source' | 'leftOut'>;

type LeftOut =
  | 'nothing'
  | 'automatic'
  | 'uncounted'
  | 'uncounted-unanswered'
  | 'queued'
  | 'card-words'
  | 'away'
  | 'stopped'
  | 'stopped-away';
/** `source`: the trade's column, or a threshold that only the rubric sets. */
type Rule = { column: DeskColumn; unit: Row['unit']; leftOut: LeftOut; source: 'trade' | 'rubric' };

const rule = (
  column: DeskColumn,
  unit: Row['unit'],
  leftOut: LeftOut = 'nothing',
  source: Rule['source'] = 'trade',
): Rule => ({ column, unit, leftOut, source });

const RULES: readonly Rule[] = [
  rule('talked', 'count', 'queued'),
  rule('served', 'count', 'automatic'),
  rule('direct', 'count'),
  rule('forwardedIn', 'count'),
  rule('forwardedOut', 'count'),
  rule('messages', 'count', 'automatic'),
  rule('customerMessages', 'count'),
  rule('traineeMessages', 'count', 'automatic'),
  rule('answerRatio', 'ratio', 'automatic'),
  rule('characters', 'count', 'card-words'),
  rule('mostAtOnce', 'count', 'away'),
  rule('unanswered', 'count', 'uncounted'),
  rule('answerRate', 'percent', 'uncounted'),
  rule('slow', 'count', 'uncounted', 'rubric'),
  rule('long', 'count', 'stopped', 'rubric'),
  rule('firstResponseS', 's', 'uncounted'),
  rule('meanResponseS', 's', 'uncounted-unanswered'),
  rule('meanServiceS', 's', 'stopped-away'),
];

/** The columns with this rubric's thresholds in their words, in the language of the request. */
export const deskRules = (rubric: Rubric | undefined): DeskRule[] => {
  const { slowS, longMinutes } = handlingOf(rubric);
  return RULES.map(({ column, unit, leftOut, source }) => ({
    column,
    name: say(`desk-figures:column.${column}.name`),
    unit,
    formula: say(`desk-figures:column.${column}.formula`, { slowS, longMinutes }),
    source: say(`desk-figures:source.${source}`, { rubric: rubric?.date ?? '' }),
    leftOut: say(`desk-figures:left-out.${leftOut}`),
  }));
};
