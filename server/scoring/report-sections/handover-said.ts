/** What the report says of the end of a shift in one breath: who was to be handed over, who is owed a word, who left unserved. */
import { joined, listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { outcomeOf } from '#scoring/log/conversation-outcome.ts';
import type { DrillHistory } from '#scoring/log/history.ts';

/**
 * `good`: of those left, how many have a note that lacks nothing; null: there was no minute for notes. `noted`: calls owed that
 * a remark or ticket tells. `unserved`: names. `isWritten`: a note was written at the end itself.
 */
type LeftOver = { left: number; good: number | null; noted: number; unserved: readonly string[]; isWritten?: boolean };

export const leftText = ({ unserved, ...left }: LeftOver): string =>
  joined([
    handedText(left),
    left.noted === 0 ? '' : say('page:rush.handover.noted', { n: left.noted }),
    unserved.length === 0 ? '' : say('page:rush.handover.unserved', { n: unserved.length, names: listed(unserved) }),
  ]);

const handedText = ({ left, good, noted, isWritten = true }: Omit<LeftOver, 'unserved'>): string => {
  if (left === 0) return say(`page:rush.handover.${noted === 0 ? 'none' : 'none-else'}`);
  if (good === null) return say('page:rush.handover.cut', { left });
  if (good < left) return say('page:rush.handover.some', { left, good });
  return say(isWritten ? 'page:rush.handover.all' : 'page:rush.handover.at-desk', { left });
};

/** Who went in silence with everything open: nobody can hand them over, and the next shift may meet them again (RULES M164). */
export const unservedNames = (history: DrillHistory, allFacts: readonly ConversationFacts[]): string[] =>
  allFacts
    .filter(({ conversation }) => outcomeOf(conversation, history, new Set()).kind === 'leftDesk')
    .map(({ caseFacts }) => caseFacts.scenario.customer.name);
