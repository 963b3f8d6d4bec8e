/** Figures as the page writes them. */
import type { Measure } from '#contract/report.ts';

const one = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

/** 14, 13.5, −4: one decimal where there is one, and the real minus sign. */
export const marks = (value: number): string => String(Math.round(value * 10) / 10).replace('-', '−');

/** −4, with the real minus sign. */
export const lost = (value: number): string => `−${marks(value)}`;

/** 46.5 秒 · 1.08 · 23.1 % · 0 · 61 字/分; a dash when there was nothing to measure. */
export function shownValue(value: number | null, unit: Measure['unit']): string {
  if (value === null) return '—';
  if (unit === 's') return `${one(value)} 秒`;
  if (unit === 'percent') return `${one(value)} %`;
  if (unit === 'ratio') return value.toFixed(2);
  return unit === 'count' ? String(value) : `${Math.round(value)} 字／分`;
}

export const metText = (ok: boolean | null, line: boolean): string =>
  ok === null ? (line ? '只作参考' : '不设线') : ok ? '达标' : '未达标';
