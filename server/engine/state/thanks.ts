/** Thanks for honesty, which nobody gives who was told something wrong. */
import type { Bubble, Burst } from '#engine/model/content.ts';
import type { TurnJudgement } from '#engine/model/events.ts';

/** Words that praise a shop for being straight. */
const HONEST = ['没骗', '没糊弄', '没蒙', '没哄', '没忽悠', '没瞎说', '说实话的'];

const PLAIN: Bubble = { kind: 'text', text: '嗯' };

/** Whether a turn told something wrong, crossed a red line, or told as done what wasn't. */
export const misleads = ({ points, redLines, claims }: TurnJudgement): boolean =>
  points.some(({ state, asked, alike }) => state === 'wrong' && asked && !alike) ||
  redLines.some(({ confidence }) => confidence === 'high') ||
  (claims ?? []).length > 0;

/** What is left to say of a burst to whoever has misled: never less than a word. */
export const unthanked = (burst: Burst): Burst => {
  const left = burst.filter((bubble) => bubble.kind !== 'text' || !HONEST.some((word) => bubble.text.includes(word)));
  return left.length > 0 || burst.length === 0 ? left : [PLAIN];
};
