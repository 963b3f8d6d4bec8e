/** Figures that belong to a measure told in the same clause: 200度10分钟, 3升2到4人. */
import type { Reading, StatedValue } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';
import { figureKey, type KnownFigure, type KnownFigures } from './known-figures.ts';

/** Measures that tell which setting or product is meant; pieces and prices stand beside anything. */
const SETTINGS = ['度', 'ml', '瓦', '分贝'];

/** The measures in the clause of a figure, by what they are. */
export const measuresBeside = ({ values }: Reading, { clauseIndex, start }: StatedValue): string[] =>
  values.flatMap((value) =>
    value.clauseIndex === clauseIndex &&
    value.start !== start &&
    value.kind === 'measure' &&
    SETTINGS.includes(value.unit)
      ? [`${value.unit} ${value.quantity}`]
      : [],
  );

const overlaps = (a: Value, b: Value): boolean => a.quantity >= b.low && a.low <= b.quantity;

/**
 * The one figure that stands with a measure of the same clause wherever the case tells of both; null where no such measure
 * stands there, or the figure told may be right.
 */
export const rightByMeasure = (
  reading: Reading,
  value: StatedValue,
  kind: string,
  { byMeasure }: KnownFigures,
): KnownFigure | null => {
  for (const measure of measuresBeside(reading, value)) {
    const figuresOfMeasure = byMeasure.get(figureKey(kind, measure)) ?? [];
    const right = figuresOfMeasure.find(({ citedAs, neverProvesWrong }) => citedAs !== null && !neverProvesWrong);
    if (
      right &&
      !figuresOfMeasure.some((figure) => overlaps(value, figure.value)) &&
      figuresOfMeasure.every((figure) => overlaps(figure.value, right.value))
    )
      return right;
  }
  return null;
};
