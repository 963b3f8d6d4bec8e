/** Operations told as done, as the judge heard them. */
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { quotedText } from '#scoring/log/phrasing.ts';

export type Claim = {
  turn: TurnHistory;
  saidAt: DrillMs;
  claim: NonNullable<TurnHistory['judgement']['claims']>[number];
};

export const claimsOf = ({ conversation }: ConversationFacts): Claim[] =>
  conversation.turns
    .flatMap((turn) =>
      (turn.judgement.claims ?? []).map((claim) => ({
        turn,
        saidAt: conversation.traineeMessages.find(({ id }) => id === claim.quote.message)?.at ?? turn.judgement.lastAt,
        claim,
      })),
    )
    .filter(({ turn, claim }) => !isNoReport(quotedText(conversation, claim.quote) ?? turn.judgement.text));

/** 报上去了给您讲 promises a word once it is done, 八十块给你报了 pays money back: neither tells an operation as done. */
const isNoReport = (words: string): boolean => WORD_ONCE_DONE.test(words) || PAID_BACK.test(words);
const WORD_ONCE_DONE = /了(?:就|再|马上|我)?(?:给[您你](?:讲|说|回|留)|(?:告诉|通知|回复?|知会)[您你])/;
const PAID_BACK = /[块元钱费]\p{Script=Han}{0,5}给[您你]报了|报销/u;

/** Whether an operation was told as done and never clicked: those words are charged, and it is left out nowhere else (RULES M132). */
export const isClaimedUndone = (facts: ConversationFacts, action: string): boolean =>
  claimsOf(facts).some(({ claim }) => claim.actions.includes(action)) &&
  !facts.conversation.clicks.some((click) => click.action === action);
