/** A reply that answered, and had words beside the answer that are the fault: what is left of it once they are struck out. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { type Clause, clausesIn, withoutEnd } from '#scoring/log/clauses-of-text.ts';
import { messageText } from '#scoring/log/phrasing.ts';
import { isSendable } from '#scoring/suggestions/sendable.ts';
import { leansOnClauseBefore } from './leaning.ts';

const CODES_OF_WORDS = /^(?:red-line:|hostile$|impatient$|beyond-authority$|against-card$)/;
const CODES_OF_TONE = /^(?:hostile|impatient)$/;
/** Longest wording in characters: a longer one is no reply any more. */
const MAX_CHARS = 60;
const MIN_CHARS = 5;

const isIn = (messages: readonly string[], by: string | null): boolean => by !== null && messages.includes(by);

/** Null where nothing was answered, where the answer goes with what is struck out, or nothing civil is left. `faultyQuotes`: every quoted fault. */
export const wordingWithoutFault = (
  facts: ConversationFacts,
  draft: FindingDraft,
  faultyQuotes: readonly Quote[],
): string | null => {
  const turn = facts.conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  if (!CODES_OF_WORDS.test(draft.code) || draft.quoteAt === null || !turn || turn.judgement.stacking) return null;
  const { judgement } = turn;
  if (judgement.canned.length > 0) return null;
  const hasAnswered = judgement.questions.some((outcome) => outcome.answer === 'answered');
  const hasTakenWindow = facts.conversation.windows.some(
    ({ closed }) => closed?.how === 'taken' && isIn(judgement.messages, closed.by),
  );
  const hasAskedFirst = judgement.asked.length > 0 && judgement.askedAgain.length === 0;
  if (!hasAnswered && !(CODES_OF_TONE.test(draft.code) && (hasTakenWindow || hasAskedFirst))) return null;
  const coveredNotes = judgement.points.filter((note) => note.state === 'covered');
  const faults = [...faultyQuotes, draft.quoteAt];
  const keptClauses = judgement.messages.flatMap((message) => {
    const clauses = clausesIn(messageText(facts.conversation, message) ?? '');
    // If the reply answered, only clauses of the answer are kept; words that took a window are kept whole.
    const isOfAnswer = (clause: Clause): boolean =>
      !hasAnswered ||
      coveredNotes.some(
        ({ quote }) => quote.message === message && quote.start < clause.end && clause.start < quote.end,
      );
    const canStand = (clause: Clause): boolean =>
      !faults.some((quote) => quote.message === message && quote.start < clause.end && clause.start < quote.end) &&
      isOfAnswer(clause) &&
      isSendable(clause.words, facts.caseFacts.goodsNames);
    return clauses.flatMap((clause, index) => {
      const clauseBefore = clauses[index - 1];
      const isHanging = leansOnClauseBefore(clause.words) && clauseBefore !== undefined && !canStand(clauseBefore);
      return canStand(clause) && !isHanging ? [{ message, ...clause }] : [];
    });
  });
  const isWholeAnswer = coveredNotes.every(({ quote }) =>
    keptClauses.some(
      (keptClause) =>
        keptClause.message === quote.message && keptClause.start < quote.end && quote.start < keptClause.end,
    ),
  );
  const text = withoutEnd(keptClauses.map(({ words, mark }) => `${words}${mark === '' ? '，' : mark}`).join(''));
  return isWholeAnswer &&
    (!hasAnswered || coveredNotes.length > 0) &&
    text.length >= MIN_CHARS &&
    text.length <= MAX_CHARS &&
    isSendable(text, facts.caseFacts.goodsNames, judgement.customer)
    ? text
    : null;
};
