/** Leaves out a customer's thanks where they were told something wrong, spoken to shortly or scolded. */
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

/** Whether a turn surely scolded or abused the customer. 在看了别催 is curt, and no scolding. */
export const scolds = ({ tone, toneConfidence, redLines }: TurnJudgement): boolean =>
  (tone === 'hostile' && toneConfidence >= VERDICT_THRESHOLDS.tone.told) ||
  redLines.some(({ code, confidence }) => (code === 'insult' || code === 'threat') && confidence === 'high');

/** What only somebody content would say to the shop. 你也出来吆喝两句 asks for it, and thanks nobody. */
const WARM = ['给你们吆喝', '你们靠谱', '夸完你', '推荐给', '介绍给', '还来你', '还来找你'];
/** A part of a bubble that is only thanks: 谢谢你哈, 好 谢了. 辛苦先撤图 is a request. */
const ONLY_THANKS =
  /^(?:那就?|好[的嘞滴]?|嗯+|哦+)*(?:(?:谢谢|多谢|感谢|谢[啦了哈])(?![帮不确])|辛苦(?:你|了|啦|哈)*$)/;

const withoutWarmth = (burst: Burst): Burst =>
  burst.flatMap((bubble): readonly Bubble[] => {
    if (bubble.kind !== 'text') return [bubble];
    if (WARM.some((word) => bubble.text.includes(word))) return [];
    const parts = bubble.text.split(' ').filter((part) => !ONLY_THANKS.test(part));
    return parts.length === 0 ? [] : [{ ...bubble, text: parts.join(' ') }];
  });

/** A burst without its thanks to a trainee who has misled or scolded the customer or was short with them; 嗯 where nothing else is left. */
export const withoutThanks = (
  burst: Burst,
  { misled, curt, scolded }: Pick<Conversation, 'misled' | 'curt' | 'scolded'>,
): Burst => {
  const words = [...(misled ? HONEST : []), ...(curt ? PATIENT : [])];
  const kept = burst.filter((bubble) => bubble.kind !== 'text' || !words.some((word) => bubble.text.includes(word)));
  const left = scolded ? withoutWarmth(kept) : kept;
  return left.length > 0 || burst.length === 0 ? left : [PLAIN];
};

/** Whether a turn says goodbye: by its act or in words of leave (RULES T148). */
export const takesLeaveIn = ({ acts, takesLeave }: Pick<TurnJudgement, 'acts' | 'takesLeave'>): boolean =>
  acts.includes('goodbye') || takesLeave === true;
