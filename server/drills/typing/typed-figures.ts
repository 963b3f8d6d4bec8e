import { countTyped } from './count-right.ts';
import type { ExamText } from './seat-texts.ts';
import { speedOf } from './typing-mark.ts';

/**
 * How fast and how exactly an exam's part was typed. Speed: whole right characters a minute of `ms`. Accuracy: the right
 * ones of right ones and slips; what was corrected before it was stored the server doesn't know (RULES Y20). Null: nothing
 * was typed.
 */
export const typedFigures = (
  typed: readonly string[],
  texts: readonly Pick<ExamText, 'text'>[],
  ms: number,
): { speed: number; accuracy: number | null } => {
  const counted = typed.map((one, place) => countTyped(one, texts[place % Math.max(1, texts.length)]?.text ?? ''));
  const right = counted.reduce((sum, one) => sum + one.right, 0);
  const all = counted.reduce((sum, one) => sum + one.right + one.slips, 0);
  return { speed: speedOf(right, ms), accuracy: all === 0 ? null : right / all };
};
