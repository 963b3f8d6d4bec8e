/** 星级: the rubric's dated thresholds, applied to the report's own measures. Shown, never scored. */

import type { Measure } from '#contract/report.ts';
import type { Star } from '#contract/report-figures.ts';
import type { StarFigure, StarRule } from '#engine/model/rubric.ts';
import { percentText } from '#i18n/percent.ts';
import { joined, listed, say } from '#i18n/say.ts';
import { sourceOfStars } from '#scoring/facts/rubric-texts.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';

type Row = Star['figures'][number];

const MIN_STARS = 1;
/** A sum may lie a rounding error below a step: (3 × 5 + 2 × 5) ÷ 5 must stay 5. */
const ROUNDING = 1e-9;

/** Stars of one value: those of the first threshold it meets, else one star. */
export const starsFor = (value: number, { better, lines }: StarFigure): number => {
  const thresholdMet = lines.find(({ line }) => (better === 'less' ? value <= line : value >= line));
  return thresholdMet?.stars ?? MIN_STARS;
};

const rowOf = (figure: StarFigure, measure: Measure): Row => {
  const { better, weight } = figure;
  const stars = measure.value === null ? null : starsFor(measure.value, figure);
  const nextThreshold = stars === null ? undefined : figure.lines.findLast((threshold) => threshold.stars > stars);
  return {
    measure: measure.id,
    name: measure.name,
    value: measure.value,
    unit: measure.unit,
    stars,
    weight,
    next: nextThreshold ? { line: nextThreshold.line, better, stars: nextThreshold.stars } : null,
  };
};

/**
 * Σ stars × weight ÷ Σ weight over the figures that could be measured, at most `above` over the lowest of them, rounded
 * down to a whole step. Null without a rule, or when no figure could be measured.
 */
export const starOf = (rule: StarRule | undefined, measures: readonly Measure[]): Star | null => {
  if (!rule) return null;
  const figures = rule.figures.flatMap((figure) => {
    const measure = measures.find((measure) => measure.id === figure.measure);
    return measure ? [rowOf(figure, measure)] : [];
  });
  const measured = figures.flatMap((row) => (row.stars === null ? [] : [{ row, stars: row.stars }]));
  if (measured.length === 0) return null;
  const totalWeight = measured.reduce((sum, { row }) => sum + row.weight, 0);
  const meanStars = measured.reduce((sum, { row, stars }) => sum + row.weight * stars, 0) / totalWeight;
  const fewestStars = Math.min(...measured.map(({ stars }) => stars));
  const isCapped = meanStars > fewestStars + rule.above;
  const stars = Math.floor(Math.min(meanStars, fewestStars + rule.above) / rule.step + ROUNDING) * rule.step;
  const starsLost = ({ row, stars: rowStars }: { row: Row; stars: number }): number =>
    row.weight * (rule.of - rowStars);
  const [worstRow] = isCapped
    ? measured.filter((figure) => figure.stars === fewestStars)
    : measured.toSorted((a, b) => starsLost(b) - starsLost(a) || a.stars - b.stars);
  const tied = measured.filter((figure) => figure.stars === worstRow?.stars).map(({ row }) => row.name);
  return {
    stars,
    of: rule.of,
    why: worstRow ? whyOf({ ...worstRow.row, next: aimOf(worstRow.row, rule, stars) }, rule, isCapped, tied) : '',
    source: sourceOfStars(rule),
    date: rule.date,
    figures,
  };
};

const decimalText = (value: number): string => String(toTenth(value));
/** Rounded as all waits of a report are (RULES M82); up where it would read as if it had met the threshold. */
const wholeSeconds = (value: number, line: number | null): number => {
  const rounded = Math.round(value);
  return line !== null && rounded <= line && value > line ? Math.ceil(value) : rounded;
};
const amountText = (value: number, unit: Measure['unit'], line: number | null = null): string => {
  if (unit === 's') return say('words:seconds.few', { n: wholeSeconds(value, line) });
  return unit === 'percent' ? percentText(decimalText(value)) : decimalText(value);
};

/** The next line of a figure that lies above the stars of the whole: stars one has are no aim (RULES M83). */
const aimOf = ({ measure, stars: own }: Row, { figures }: StarRule, stars: number): Row['next'] => {
  const figure = figures.find((candidate) => candidate.measure === measure);
  const aim = figure?.lines.findLast((threshold) => threshold.stars > Math.max(own ?? 0, stars));
  return figure && aim ? { line: aim.line, better: figure.better, stars: aim.stars } : null;
};

/** `tied`: the names of all figures with as few stars as `row`; of several each is named, and none alone is at fault (RULES M95). */
const whyOf = (row: Row, rule: StarRule, isCapped: boolean, tied: readonly string[]): string => {
  const { name, value, unit, stars, next } = row;
  if (stars === rule.of) return say('page:star.all', { of: rule.of });
  if (tied.length > 1) {
    const several = say('page:star.several', { names: listed(tied) });
    const amount = amountText(value ?? 0, unit, next?.line ?? null);
    const aim = next && { name, amount, line: amountText(next.line, unit), stars: next.stars };
    return joined([
      several,
      aim ? say(`page:star.aim.${unit === 's' ? 'seconds' : 'figure'}`, aim) : '',
      isCapped ? say('page:star.capped') : '',
    ]);
  }
  const values = { name, amount: amountText(value ?? 0, unit, next?.line ?? null) };
  const shortfall = next
    ? say(`page:star.${next.better}.${unit === 's' ? 'seconds' : 'figure'}`, {
        ...values,
        line: amountText(next.line, unit),
        stars: next.stars,
      })
    : say('page:star.low', { ...values, stars: stars ?? MIN_STARS });
  return joined([shortfall, isCapped ? say('page:star.capped') : '']);
};
