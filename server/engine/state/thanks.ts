/** Leaves out a customer's thanks for honesty or patience where they were told something wrong or spoken to shortly. */
import type { Bubble, Burst } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Words that praise a shop for being straight. */
const HONEST = ['没骗', '没糊弄', '没蒙', '没哄', '没忽悠', '没瞎说', '说实话的'];

/** Words that praise patience. */
const PATIENT = ['有耐心', '态度好', '不嫌我'];

const PLAIN: Bubble = { kind: 'text', text: '嗯' };

/** Whether a turn told something wrong, crossed a red line, or told as done what wasn't. */
export const misleads = ({ points, redLines, claims }: TurnJudgement): boolean =>
  points.some(({ state, asked, alike }) => state === 'wrong' && asked && !alike) ||
  redLines.some(({ confidence }) => confidence === 'high') ||
  (claims ?? []).length > 0;

/** Whether a turn was surely short with the customer. */
export const isShort = ({ tone, toneConfidence }: TurnJudgement): boolean =>
  (tone === 'cold' || tone === 'impatient' || tone === 'hostile') && toneConfidence >= VERDICT_THRESHOLDS.tone.told;

/** A burst without its thanks to a trainee who has misled the customer or was short with them; 嗯 where nothing else is left. */
export const withoutThanks = (burst: Burst, { misled, curt }: Pick<Conversation, 'misled' | 'curt'>): Burst => {
  const words = [...(misled ? HONEST : []), ...(curt ? PATIENT : [])];
  const left = burst.filter((bubble) => bubble.kind !== 'text' || !words.some((word) => bubble.text.includes(word)));
  return left.length > 0 || burst.length === 0 ? left : [PLAIN];
};

/** Whether a turn says goodbye: by its act or in words of leave (RULES T148). */
export const takesLeaveIn = ({ acts, takesLeave }: Pick<TurnJudgement, 'acts' | 'takesLeave'>): boolean =>
  acts.includes('goodbye') || takesLeave === true;
