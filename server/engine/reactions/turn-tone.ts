/** How a turn sounds to the customer, as far as reactions go by it. */

import type { TurnJudgement } from '#engine/model/events.ts';
import { isSmallTalk } from '#engine/turns/small-talk.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { noReaction, type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

const isHarsh = ({ tone }: TurnJudgement): boolean => tone === 'cold' || tone === 'impatient' || tone === 'hostile';

/** Whether a turn was perhaps rude, cold or dismissive: nobody thanks for one, whatever it told (RULES T43). */
export const isCurt = (judgement: TurnJudgement): boolean =>
  isHarsh(judgement) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.curt;

/** Likely enough rude or cold: a customer who was spoken to so doesn't check back what they may have been told. */
export const isSnappish = (judgement: TurnJudgement): boolean =>
  isHarsh(judgement) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.doubt;

/** 在的亲, 好的, an apology: words with nothing to react to (RULES T5). */
export const isOnlySmallTalk = (judgement: TurnJudgement): boolean => isSmallTalk(judgement.text, judgement.acts);

/** A cold or impatient word is minded as such. */
export const coldReaction = ({ judgement }: Situation): ReactionChoice =>
  (judgement.tone === 'cold' || judgement.tone === 'impatient') &&
  judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told
    ? reactionChoice('cold', null, ({ slots }) => slots.cold)
    : noReaction;
