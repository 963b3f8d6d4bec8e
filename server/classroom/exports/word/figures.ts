/** Figures as the page writes them. */

import type { Measure } from '#contract/report.ts';
import { percentText } from '#i18n/percent.ts';
import { say } from '#i18n/say.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';

const withOneDecimal = (value: number): string => toTenth(value).toFixed(1);

/** 14, 13.5, −4: one decimal where there is one, and the real minus sign. */
export const marks = (value: number): string => String(toTenth(value)).replace('-', '−');

/** −4, with the real minus sign. */
export const minusMarks = (value: number): string => `−${marks(value)}`;

/** Seconds 46.5, ratio 1.08, share 23.1%, count 0, 61 characters a minute; a dash when there was nothing to measure. */
export const shownValue = (value: number | null, unit: Measure['unit']): string => {
  if (value === null) return '—';
  if (unit === 's') return say('exports:word.measures.seconds', { n: withOneDecimal(value) });
  if (unit === 'percent') return percentText(withOneDecimal(value));
  if (unit === 'ratio') return value.toFixed(2);
  return unit === 'count' ? String(value) : say('exports:word.measures.perMinute', { n: Math.round(value) });
};

/** `line`: there is a threshold to reach. */
export const metText = (isOnTarget: boolean | null, line: boolean): string => {
  if (isOnTarget !== null)
    return isOnTarget ? say('exports:word.measures.reached') : say('exports:word.measures.missed');
  return line ? say('exports:word.measures.onlyShown') : say('exports:word.measures.noLine');
};
