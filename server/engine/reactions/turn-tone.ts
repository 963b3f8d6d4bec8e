/** How likely a turn was rude to the customer. Each use has its own threshold; the reaction to rudeness is in `choose-reaction.ts`. */

import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const hasRudeTone = ({ tone }: TurnJudgement): boolean => tone === 'cold' || tone === 'impatient' || tone === 'hostile';

/** Whether a turn was perhaps rude or cold. The customer doesn't thank for such a turn, whatever it told (RULES T43). */
export const mayBeRude = (judgement: TurnJudgement): boolean =>
  hasRudeTone(judgement) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.curt;

/** Whether a turn was probably rude or cold. The customer then answers the tone and doesn't check back what was said. */
export const isProbablyRude = (judgement: TurnJudgement): boolean =>
  hasRudeTone(judgement) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.doubt;

/** Whether a turn perhaps insults or threatens the customer: for a person to look at (待核), and heard all the same. */
export const mayInsult = ({ redLines }: TurnJudgement): boolean =>
  redLines.some(({ code }) => code === 'insult' || code === 'threat');

/**
 * Whether a turn was perhaps ill-mannered, by its tone or as an insult: 行 or 好嘞 to it would sound content (RULES J157). What a
 * civil turn does to the customer only keeps praise back (RULES J152).
 */
export const isPerhapsIllMannered = (judgement: TurnJudgement): boolean =>
  isProbablyRude(judgement) || mayInsult(judgement);
