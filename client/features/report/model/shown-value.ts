import { toTenth } from '#client/lib/arithmetic.ts';
import { percent } from '#client/lib/format.ts';
import { say } from '#client/lib/messages.ts';
import type { Measure } from '#contract/report.ts';

const withOneDecimal = (value: number): string => toTenth(value).toFixed(1);

/** 46.5 秒 · 1.08 · 23.1 % · 0 · 61 字/分; a dash when there was nothing to measure. */
export const shownValue = (value: number | null, unit: Measure['unit']): string => {
  if (value === null) return '—';
  switch (unit) {
    case 's':
      return say('ui:seconds', { n: withOneDecimal(value) });
    case 'percent':
      return percent(withOneDecimal(value));
    case 'ratio':
      return value.toFixed(2);
    case 'count':
      return String(value);
    case 'per-minute':
      return say('report:perMinute', { n: Math.round(value) });
  }
};
