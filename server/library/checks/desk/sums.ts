/** A sum given as a ground: 119×7=833. It comes out, and its figures stand in the words quoted beside it. */
import { listed, say } from '#i18n/say.ts';

/** Halves, tenths and percents are no figures of anybody's. */
const PLAIN = new Set(['1', '2', '10', '100']);
const CENT = 0.05;
const FIGURE = /\d+(?:\.\d+)?/g;
const SUM = /^[\d.\s+×*÷/−-]+=\s*(\d+(?:\.\d+)?)\s*$/;

/** What is wrong with a sum, in a sentence; null where nothing is. */
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

/** One term: what is multiplied and divided, from left to right. */
function termOf(term: string): number {
  const sign = term.trim().startsWith('-') ? -1 : 1;
  const parts = term.replace(/^\s*[+-]/, '').split(/([×*÷/])/);
  return parts.slice(1).reduce((value, part, index) => {
    const by = Number(parts[index + 2]);
    if (/[×*]/.test(part)) return value * by;
    return /[÷/]/.test(part) ? value / by : value;
  }, sign * Number(parts[0]));
}
