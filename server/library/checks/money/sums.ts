/** A sum given as a ground: 119×7=833. The arithmetic must be right, and its figures must occur in the words quoted beside it. */
import { listed, say } from '#i18n/say.ts';

/** Factors that needn't be quoted: halves, tenths and percents. */
const UNQUOTED_FACTORS = new Set(['1', '2', '10', '100']);
const ROUNDING = 0.05;
const FIGURE = /\d+(?:\.\d+)?/g;
const SUM = /^[\d.\s+×*÷/−-]+=\s*(\d+(?:\.\d+)?)\s*$/;

/** The fault of a sum, as a sentence; null without one. */
export const sumFault = (sum: string, quotedWords: readonly string[]): string | null => {
  const [, result] = SUM.exec(sum) ?? [];
  if (result === undefined) return say('checker:sum.form', { sum });
  const [leftSide = ''] = sum.split('=');
  const computed = leftSide
    .replaceAll(/[−]/g, '-')
    .split(/(?=[+-])/)
    .reduce((total, term) => total + termOf(term), 0);
  if (!(Math.abs(computed - Number(result)) < ROUNDING))
    return say('checker:sum.result', { sum, result: Math.round(computed * 100) / 100 });
  const quotedFigures = new Set(quotedWords.flatMap((words) => words.match(FIGURE) ?? []));
  const unquotedFigures = (leftSide.match(FIGURE) ?? []).filter(
    (figure) => !UNQUOTED_FACTORS.has(figure) && !quotedFigures.has(figure),
  );
  return unquotedFigures.length === 0 ? null : say('checker:sum.loose', { figures: listed(unquotedFigures) });
};

/** The value of one term: factors and divisors, from left to right. */
const termOf = (term: string): number => {
  const sign = term.trim().startsWith('-') ? -1 : 1;
  const parts = term.replace(/^\s*[+-]/, '').split(/([×*÷/])/);
  return parts.slice(1).reduce((value, part, index) => {
    const factor = Number(parts[index + 2]);
    if (/[×*]/.test(part)) return value * factor;
    return /[÷/]/.test(part) ? value / factor : value;
  }, sign * Number(parts[0]));
};
