import { marks, percent, seconds } from '#client/lib/format.ts';
import { say } from '#client/lib/messages.ts';
import type { ConditionRule, PathMeasure } from '#contract/practice/learning-path.ts';

/** A figure with its unit. */
export const figureText = (measure: PathMeasure, figure: number): string => {
  if (measure === 'conversion-mean') return percent(marks(figure));
  if (measure === 'response-mean') return seconds(figure);
  return say(`learning-path:unit.${measure}`, { n: marks(figure) });
};

/** What it needs: 至少 80 %, 不超过 40 秒. */
export const needsText = ({ measure, needs }: Pick<ConditionRule, 'measure' | 'needs'>): string =>
  say(`learning-path:${measure === 'response-mean' ? 'atMost' : 'atLeast'}`, { n: figureText(measure, needs) });
