import type { Measure } from '#contract/report.ts';
import { type MessageKey, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';

/** A measure from everything seen in a drill. Never a mark by itself (RULES M4). */
export type MeasureOf = (allFacts: readonly ConversationFacts[]) => Measure;

/** Ids of measures: each has its name and formula in the message catalogue. */
export type MeasureId = MessageKey extends infer K
  ? K extends `desk-figures:measure.${infer Id}.name`
    ? Id
    : never
  : never;

/** A measure's name and formula, except for the two whose formula names a threshold of the rubric. */
export const nameAndFormula = (
  id: Exclude<MeasureId, 'slow-handling' | 'long-handling'>,
): Pick<Measure, 'id' | 'name' | 'formula'> => ({
  id,
  name: say(`desk-figures:measure.${id}.name`),
  formula: say(`desk-figures:measure.${id}.formula`),
});

/** "(14 + 21 + 9) ÷ 3"; words when there is nothing to add up. */
export const meanWorked = (values: readonly number[]): string => {
  if (values.length === 0) return say('desk-figures:worked.nothing');
  const figures = values.map((value) => String(toTenth(value)));
  return values.length === 1 ? (figures[0] ?? '') : `(${figures.join(' + ')}) ÷ ${values.length}`;
};

export const shareWorked = (part: number, whole: number): string => {
  return whole === 0 ? say('desk-figures:worked.nothing') : `${part} ÷ ${whole}`;
};

export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : toTenth((part / whole) * 100);
