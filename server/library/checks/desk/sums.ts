/** A sum given as a ground: 119×7=833. The arithmetic must be right, and its figures must occur in the words quoted beside it. */
import { listed, say } from '#i18n/say.ts';

/** Factors that needn't be quoted: halves, tenths and percents. */
const PLAIN = new Set(['1', '2', '10', '100']);
const CENT = 0.05;
const FIGURE = /\d+(?:\.\d+)?/g;
const SUM = /^[\d.\s+×*÷/−-]+=\s*(\d+(?:\.\d+)?)\s*$/;

/** The fault of a sum, as a sentence; null without one. */
export function sumFault(sum: string, beside: readonly string[]): string | null {
  const [, result] = SUM.exec(sum) ?? [];
  if (result === undefined) return say('checker:sum.form', { sum });
  const [left = ''] = sum.split('=');
  const made = left
    .replaceAll(/[−]/g, '-')
    .split(/(?=[+-])/)
    .reduce((total, term) => total + termOf(term), 0);
  if (!(Math.abs(made - Number(result)) < CENT))
    return say('checker:sum.result', { sum, result: Math.round(made * 100) / 100 });
  const told = new Set(beside.flatMap((words) => words.match(FIGURE) ?? []));
  const loose = (left.match(FIGURE) ?? []).filter((figure) => !PLAIN.has(figure) && !told.has(figure));
  return loose.length === 0 ? null : say('checker:sum.loose', { figures: listed(loose) });
}

/** The value of one term: factors and divisors, from left to right. */
function termOf(term: string): number {
  const sign = term.trim().startsWith('-') ? -1 : 1;
  const parts = term.replace(/^\s*[+-]/, '').split(/([×*÷/])/);
  return parts.slice(1).reduce((value, part, index) => {
    const by = Number(parts[index + 2]);
    if (/[×*]/.test(part)) return value * by;
    return /[÷/]/.test(part) ? value / by : value;
  }, sign * Number(parts[0]));
}
