/**
 * 邀评: the card by which the customer is asked to rate the service (RULES V5). Whether it came at its moment is judged
 * with its turn: an answer and the card in one turn belong together.
 */
import { addReaction, planBurst, reactionLevels } from '#engine/customer/bursts.ts';
import { emptyDraft } from '#engine/customer/draft.ts';
import { doDeed } from '#engine/customer/endings.ts';
import { isAnswered, openNeeds } from '#engine/customer/open-needs.ts';
import type { Beat } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, QuestionState, ReactionKind, ReviewInvitation } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  preparedCaseOf,
} from '#engine/state/decision-context.ts';
import { type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

/** The operation that sends the card. */
export const INVITE_REVIEW = 'invite-review';

/** At this mood and above nobody is angry any more (docs/trade.md §1). */
const CALM_MOOD = 40;
/** Milliseconds from the invitation, or the customer's last word after it, to their stars. */
const RATING_MS = 4000;
/** What a second card takes off the mood. */
const FALL_AGAIN = -4;

/** States of a question whose customer waits, and of one whose answer nobody made out. */
const WAITING: readonly QuestionState[] = ['open', 'clarifying', 'partly', 'vague', 'evaded', 'wrong'];
const UNSURE: QuestionState = 'unrecognised';

/** What the customer waits for while they are asked to rate. */
export type Awaited = Pick<ReviewInvitation, 'question' | 'unsure'> & {
  awaits: NonNullable<ReviewInvitation['awaits']>;
};

const cardsIn = ({ actions }: OpenTurn): OpenTurn['actions'] =>
  actions.filter(({ action }) => action === INVITE_REVIEW);

/** The first question asked before the card came that has no answer; those of beats left behind have had their end. */
const openQuestion = (conversation: Conversation, preparedCase: PreparedCase, sentAt: DrillMs): Awaited | null => {
  const open = Object.values(conversation.ledger)
    .filter(
      ({ question, state, openedAt }) =>
        openedAt <= sentAt &&
        (WAITING.includes(state) || state === UNSURE) &&
        !isAnswered(conversation, preparedCase, question),
    )
    .toSorted((a, b) => a.openedAt - b.openedAt);
  const sure = open.find(({ state }) => state !== UNSURE);
  const first = sure ?? open[0];
  return first === undefined ? null : { awaits: 'question', question: first.question, unsure: sure === undefined };
};

/**
 * What the customer waits for beside a turn's card: an answer, an operation, or to be calmed. Null: for nothing, or the
 * turn has no card. Asked once the turn is judged, and before the customer goes on.
 */
export const awaitedBy = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat | null,
  turn: OpenTurn,
): Awaited | null => {
  const [card] = cardsIn(turn);
  if (card === undefined) return null;
  const question = openQuestion(conversation, preparedCase, card.at);
  if (question !== null) return question;
  const isOperationOwed =
    beat !== null && openNeeds(conversation, preparedCase, beat).some((index) => beat.needs[index]?.do != null);
  if (isOperationOwed) return { awaits: 'operation', question: null, unsure: false };
  return conversation.mood < CALM_MOOD ? { awaits: 'calm', question: null, unsure: false } : null;
};

/** Reactions that give way to 还没解决呢，评什么: they mind less than the card does. */
const MILDER: readonly ReactionKind[] = ['none', 'hold', 'vague', 'evaded', 'cold', 'rigid'];

/** The customer minds the card that came too early; null where there was none, or they mind something worse. */
export const invitedEarly = (
  { conversation, preparedCase, beat, turn }: Situation,
  choice: ReactionChoice,
): ReactionChoice | null => {
  if (!MILDER.includes(choice.kind) || conversation.ending !== null || conversation.invited !== null) return null;
  const awaited = awaitedBy(conversation, preparedCase, beat, turn);
  // What may have been answered isn't minded.
  if (awaited === null || awaited.unsure) return null;
  return reactionChoice('invited-early', awaited.question, ({ slots }) => slots['invited-early'], choice.isBad);
};

const verdictOf = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  awaited: Awaited | null,
): Omit<ReviewInvitation, 'card'> => {
  const none = { awaits: null, question: null, unsure: false };
  if (conversation.invited !== null) return { verdict: 'again', ...none };
  const { ending, mood } = conversation;
  const outcome = ending && preparedCase.endings.get(ending.id)?.outcome;
  if (ending && !ending.silent && outcome !== 'lost' && outcome !== 'escalated' && mood >= CALM_MOOD)
    return { verdict: 'settled', ...none };
  if (awaited !== null) return { verdict: 'early', ...awaited };
  // Nobody who has just complained, or gone because nobody answered, is asked for stars.
  return ending && (ending.silent || outcome === 'escalated')
    ? { verdict: 'early', ...none, awaits: 'calm' }
    : { verdict: 'undecided', ...none };
};

/** The customer says that they were asked before. Nobody waits for an answer to it, so it is said like a nod. */
const mindAgain = (context: DecisionContext, key: string, at: DrillMs, turn: OpenTurn): void => {
  const { status, ending } = conversationIn(context, key);
  moveMood(context, key, at, FALL_AGAIN, 'invited-again');
  if (status === 'away' || status === 'closed' || ending?.silent) return;
  const [first, ...more] = reactionLevels(context, key, ({ slots }) => slots['invited-again']);
  const draft = emptyDraft();
  if (first && addReaction(context, key, draft, first, 'invited-again', { kind: 'nod', turn: turn.number }, more))
    planBurst(context, key, at, draft);
};

/** Writes down what each card of a turn came to, once the customer has reacted to the turn. */
export const judgeInvitations = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  turn: OpenTurn,
  awaited: Awaited | null,
): void => {
  for (const { id } of cardsIn(turn)) {
    const verdict = verdictOf(conversationIn(context, key), preparedCaseOf(context, key), awaited);
    emit(context, { kind: 'review-invited', at, conversation: key, card: id, ...verdict });
    if (verdict.verdict === 'again' && !context.drill.ended) mindAgain(context, key, at, turn);
  }
};

/** When the customer gives their stars; null: they weren't asked, have given them, or their story isn't over. */
export const ratingAt = (conversation: Conversation): DrillMs | null => {
  const { invited, ending, deeds, pending, lastLineAt } = conversation;
  if (invited === null || ending === null || ending.silent || pending.length > 0) return null;
  if (deeds.some(({ deed }) => deed === 'rate')) return null;
  return Math.max(invited.at, ending.at, lastLineAt) + RATING_MS;
};

/** The customer rates the service, with the stars of their mood. */
export const rateService = (context: DecisionContext, key: string, at: DrillMs): void => {
  const stars = conversationIn(context, key).ending?.rating;
  if (stars !== undefined) doDeed(context, key, at, { deed: 'rate', stars });
};
