/** What a turn's words do to the customer, as the log keeps it: blamed, mocked, hurried, threatened, sent to others (RULES M79). */
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/** The slights of a turn, a kind once; left out where there are none. */
export const slightsOf = ({ slights = [] }: Judgement, words: TurnText): Pick<TurnJudgement, 'slights'> =>
  slights.length === 0
    ? {}
    : {
        slights: slights.map(({ kind, chance, start, end }) => ({
          kind,
          unsure: chance < VERDICT_THRESHOLDS.slight.told,
          quote: quoteAt(words, start, end),
        })),
      };
