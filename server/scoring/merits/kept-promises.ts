/** Merit of a hold that was kept: the time named, back by then, and with an answer. */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { lastQuote, msToS, secondsText } from '#scoring/log/phrasing.ts';
import { hasAnswered, meritOfTurn } from './merit-draft.ts';

/** Seconds: a longer hold is an appointment, and for a shorter one there was nothing to look up. */
const LONGEST_HOLD_S = 300;
const SHORTEST_HOLD_S = 10;

/** The trainee gave a time, was back by then, and with an answer. */
export const keptPromises = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation } = facts;
  return conversation.holdPromises.flatMap(({ begun, ended }) => {
    const turn = conversation.turns.find(({ judgement }) => judgement.turn === begun.turn);
    const promisedS = turn?.judgement.hold?.seconds ?? null;
    if (!turn || !begun.timed || !ended?.returned || promisedS === null) return [];
    const answeringTurn = conversation.turns.find(({ index }) => index > turn.index);
    const backAfterS = msToS(turn.judgement.lastAt, answeringTurn?.judgement.firstAt ?? ended.at);
    if (
      promisedS > LONGEST_HOLD_S ||
      backAfterS < SHORTEST_HOLD_S ||
      backAfterS > promisedS ||
      !answeringTurn ||
      !hasAnswered(answeringTurn)
    )
      return [];
    const quoteAt = turn.judgement.hold?.quote ?? lastQuote(conversation, turn);
    const because = say('merits:kept', { promised: secondsText(promisedS), back: secondsText(backAfterS) });
    return [
      meritOfTurn(facts, turn, 'merit:kept-promise', quoteAt, because, { promisedS: promisedS, backS: backAfterS }),
    ];
  });
};
