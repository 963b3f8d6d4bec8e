/** Markdown tables and numbers as the page of published figures writes them. */
import type { DetectionCounts, Proportion } from './statistics.ts';

export const percent = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(1)} %`);

/** `93.1 %（90.2–95.4）` */
export const withInterval = (value: number | null, low: number | null, high: number | null): string =>
  value === null || low === null || high === null
    ? '—'
    : `${percent(value)}（${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}）`;

export const shareCell = ({ share, low, high }: Proportion): string => withInterval(share, low, high);
/** A dash if no line has the label: F1 isn't defined then. */
export const f1Cell = ({ f1, low, high, right, missed }: DetectionCounts): string =>
  right + missed === 0 ? '—' : withInterval(f1, low, high);

/** How many in a thousand, the counts behind it, and the upper end of the interval: `13.7（1 / 73），至多 74`. */
export const perThousand = ({ right, of, share, high }: Proportion): string =>
  share === null || high === null
    ? '—'
    : `${((right * 1000) / of).toFixed(1)}（${right} / ${of}），至多 ${Math.ceil(high * 1000)}`;

/** Precision, recall, F1 and how many there are. */
export const heardCells = (heard: DetectionCounts): string[] => [
  percent(heard.precision),
  percent(heard.recall),
  percent(heard.f1),
  String(heard.right + heard.missed),
];

/** The first `words` columns left, all others right. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[], words = 1): string =>
  [heads, heads.map((_, index) => (index < words ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
