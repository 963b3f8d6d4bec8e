/** What the report says of the end of a shift in one breath: who was to be handed over, who is owed a word, who left unserved. */
import { NOTES } from '#engine/model/call-back.ts';
import { joined, listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { endingOf, outcomeOf } from '#scoring/log/conversation-outcome.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { leavesOpen } from '#scoring/report-sections/outcome-name.ts';

/**
 * `left`: names. `good`: of those left, how many have a note that lacks nothing; null: there was no minute for notes. `noted`:
 * calls owed that a remark or ticket tells. `unserved`, `unnoted`: names. `pending`: names of those whose matter is open and
 * stands in a remark or ticket, without a call. `isWritten`: a note was written at the end itself.
 */
type LeftOver = {
  left: readonly string[];
  good: number | null;
  noted: number;
  unserved: readonly string[];
  unnoted: readonly string[];
  pending: readonly string[];
  isWritten?: boolean;
};

export const leftText = ({ unserved, ...left }: LeftOver): string =>
  joined([
    handedText(left),
    left.unnoted.length === 0
      ? ''
      : say('page:rush.handover.unnoted', { n: left.unnoted.length, names: listed(left.unnoted) }),
    left.noted === 0 ? '' : say('page:rush.handover.noted', { n: left.noted }),
    left.pending.length === 0
      ? ''
      : say('page:rush.handover.pending', { n: left.pending.length, names: listed(left.pending) }),
    unserved.length === 0 ? '' : say('page:rush.handover.unserved', { n: unserved.length, names: listed(unserved) }),
  ]);

const handedText = ({ left, good, noted, unnoted, pending, isWritten = true }: Omit<LeftOver, 'unserved'>): string => {
  const count = left.length;
  // Who was forgotten is named behind it: nobody to be handed over would not be true (RULES M202).
  if (count === 0 && unnoted.length > 0) return '';
  if (count === 0) return say(`page:rush.handover.${noted + pending.length === 0 ? 'none' : 'none-else'}`);
  if (good === null) return say('page:rush.handover.cut', { left: count, names: listed(left) });
  if (good < count) return say('page:rush.handover.some', { left: count, good });
  return say(isWritten ? 'page:rush.handover.all' : 'page:rush.handover.at-desk', { left: count });
};

/**
 * Who was content and isn't done with by the word on their row (没办完, 等图, 等回话), and of whom no remark or ticket says
 * anything: the next shift knows nothing of them (RULES M202). `told`: keys of those whom the report lists anyway.
 */
export const unnotedNames = (allFacts: readonly ConversationFacts[], told: ReadonlySet<string>): string[] =>
  openWith(allFacts, told, (isNoted) => !isNoted);

/** Those of them of whom a remark or ticket says something: the next shift goes on with it (RULES M226). */
export const pendingNames = (allFacts: readonly ConversationFacts[], told: ReadonlySet<string>): string[] =>
  openWith(allFacts, told, (isNoted) => isNoted);

const openWith = (
  allFacts: readonly ConversationFacts[],
  told: ReadonlySet<string>,
  fits: (isNoted: boolean) => boolean,
): string[] =>
  allFacts
    .filter(({ conversation }) => !told.has(conversation.key) && conversation.closed?.by !== 'transfer')
    .filter((facts) => {
      const ending = endingOf(facts.conversation);
      return ending !== null && !ending.silent && leavesOpen(facts, ending);
    })
    .filter(({ conversation }) => fits(notedAtDesk(conversation) !== '' || hasCarrierTicket(conversation)))
    .map(({ caseFacts }) => caseFacts.scenario.customer.name);

/** A ticket with the carrier is shown to the next shift, whatever its note says (RULES M237). */
const hasCarrierTicket = ({ clicks }: ConversationHistory): boolean =>
  clicks.some(({ action }) => action === 'carrier-ticket');

/** What remarks and tickets say, which the next shift sees, too. */
export const notedAtDesk = ({ clicks }: ConversationHistory): string =>
  clicks.flatMap(({ action, with: { note } }) => (NOTES.includes(action) ? [String(note ?? '')] : [])).join('\n');

/**
 * Who went in silence with everything open: nobody can hand them over, and the next shift may meet them again (RULES M164).
 * Whom the trainee answered after they had gone isn't left without a word (RULES M233).
 */
export const unservedNames = (history: DrillHistory, allFacts: readonly ConversationFacts[]): string[] =>
  allFacts
    .filter(
      ({ conversation }) =>
        outcomeOf(conversation, history, new Set()).kind === 'leftDesk' && conversation.traineeMessages.length === 0,
    )
    .map(({ caseFacts }) => caseFacts.scenario.customer.name);
