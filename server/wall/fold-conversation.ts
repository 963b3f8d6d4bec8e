/** The part of the tile's fold that touches one customer: their waits, and the faults of the trainee's words and operations. */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { EventOf, Status } from '#engine/model/events.ts';
import { INVITE_REVIEW } from '#engine/reactions/review-invitation.ts';
import { MISSED } from '#scoring/findings/not-valuing.ts';
import { addFault, type FaultDraft } from './add-fault.ts';
import { type Evidence, NO_WAIT, type TileConversation, type TileFacts, type TileState } from './tile-state.ts';
import { mayEvade, plainText, turnFaults } from './turn-faults.ts';
import { putConversation, withAnswer, withoutAnswer } from './waits.ts';

/** A tile and the customer whom an event is about. `offset`: wall time less drill time, in ms. */
export type FoldedConversation = {
  facts: TileFacts;
  state: TileState;
  conversation: TileConversation;
  offset: number;
};

/** Turns looked back at for repeated words: without a bound the work for each reply would grow with the log. */
const MAX_REMEMBERED_TURNS = 40;

export const withChange = ({ state, conversation }: FoldedConversation, change: Partial<TileConversation>): TileState =>
  putConversation(state, { ...conversation, ...change });

type Fault = Omit<FaultDraft, 'at' | 'conversation'>;

const withFault = (
  { facts, conversation, offset }: FoldedConversation,
  state: TileState,
  at: number,
  fault: Fault,
): TileState => addFault(facts, state, { at, conversation: conversation.key, ...fault }, offset);

const asEvidence = (text: string): Evidence => ({ kind: 'words', text });

/** A round begins at the customer's first bubble. A bubble that only reacts to a turn owes no answer by itself. */
export const foldCustomerSaid = (folded: FoldedConversation, event: EventOf<'customer-said'>): TileState => {
  const { at, why } = event;
  const { state, conversation } = folded;
  if (!conversation.isHere) return state;
  // A nod (嗯) waits for no answer (RULES T16).
  if (onlyAcknowledges(event)) return withChange(folded, {});
  const isOwed = conversation.isOwed || why.kind === 'opening' || why.kind === 'silence' || why.kind === 'played';
  return withChange(folded, { since: conversation.since ?? at, isOwed });
};

export const foldTraineeSaid = (folded: FoldedConversation, { id, at, text }: EventOf<'trainee-said'>): TileState => {
  const { facts, state, conversation, offset } = folded;
  const withWords = { ...conversation, words: { ...conversation.words, [id]: text } };
  return withAnswer(facts, putConversation(state, withWords), withWords, { at, message: id, words: text }, offset);
};

/** A message that was never read answered nothing: the customer waits on, or was answered by what came after it. */
export const foldMessageWithdrawn = (
  { facts, state, conversation, offset }: FoldedConversation,
  { message, heard }: EventOf<'message-withdrawn'>,
): TileState => {
  return heard ? state : withoutAnswer(facts, state, conversation, message, offset);
};

export const foldActionDone = (folded: FoldedConversation, event: EventOf<'action-done'>): TileState => {
  const { facts, state, conversation, offset } = folded;
  const { id, at, action, sends } = event;
  const after = sends ? withAnswer(facts, state, conversation, { at, message: id, words: null }, offset) : state;
  const code = operationFault(event);
  if (code === null) return after;
  const namedAction = facts.actions.get(action) ?? { id: action, title: action };
  return withFault(folded, after, at, {
    id: `a:${id}`,
    code,
    message: id,
    evidence: { kind: 'clicked', action: namedAction },
  });
};

/** The gravest fault of an operation: one deed is one fault (RULES M7). */
const operationFault = ({ forbidden, unverified, wrongAmount }: EventOf<'action-done'>): string | null => {
  if (forbidden !== null) return 'forbidden-action';
  if (unverified) return 'unverified-action';
  return wrongAmount ? 'wrong-amount' : null;
};

export const foldTurnJudged = (folded: FoldedConversation, { at, judgement }: EventOf<'turn-judged'>): TileState => {
  const { conversation } = folded;
  const faults = turnFaults(conversation, judgement);
  const isBareHold = judgement.hold !== null && judgement.hold.seconds === null;
  const hasEvaded = faults.some(({ code }) => code === 'evaded' || code === 'vague');
  const plainWords = plainText(judgement.text);
  const judged = withChange(folded, {
    judged: {
      turn: judgement.turn,
      message: judgement.messages.at(-1) ?? null,
      text: judgement.text,
      mayEvade: !hasEvaded && mayEvade(conversation, judgement),
    },
    said: plainWords === null ? conversation.said : [...conversation.said.slice(-MAX_REMEMBERED_TURNS), plainWords],
    bareHolds: conversation.bareHolds + (isBareHold ? 1 : 0),
  });
  return faults.reduce(
    (state, { code, message, quote }, index) =>
      withFault(folded, state, at, {
        id: `t:${conversation.key}:${judgement.turn}:${index}`,
        code,
        message,
        evidence: asEvidence(quote),
      }),
    judged,
  );
};

/** A turn that may have evaded has, where the customer reacts to it so. */
export const foldTurnClosed = (
  folded: FoldedConversation,
  { at, turn, reaction }: EventOf<'turn-closed'>,
): TileState => {
  const { conversation } = folded;
  const { judged } = conversation;
  const closed = withChange(folded, { ...(reaction === 'none' ? {} : NO_WAIT), words: {}, sent: [], judged: null });
  if (reaction !== 'evaded' || judged?.turn !== turn || !judged.mayEvade) return closed;
  return withFault(folded, closed, at, {
    id: `t:${conversation.key}:${turn}:evaded`,
    code: 'evaded',
    message: judged.message,
    evidence: asEvidence(judged.text),
  });
};

export const foldWindowClosed = (folded: FoldedConversation, event: EventOf<'window-closed'>): TileState => {
  if (event.windowKind === 'goodbye' && event.how === 'taken') return withChange(folded, { farewell: true });
  const { state, conversation } = folded;
  const fault = { id: `w:${conversation.key}:${event.window}`, message: event.by };
  if (event.how === 'missed')
    return withFault(folded, state, event.at, {
      ...fault,
      code: MISSED[event.windowKind],
      evidence: { kind: 'window-missed' },
    });
  if (event.how !== 'spoiled') return state;
  const isEarly = event.why?.includes('early') ?? false;
  const evidence = asEvidence(conversation.judged?.text ?? '');
  return withFault(folded, state, event.at, { ...fault, code: isEarly ? 'too-early' : 'pestering', evidence });
};

/** A card that asked for a rating too early, or again; one that may have been in time shows nothing. */
export const foldReviewInvited = (folded: FoldedConversation, event: EventOf<'review-invited'>): TileState => {
  const { facts, state } = folded;
  const { verdict, card, unsure } = event;
  if ((verdict !== 'early' && verdict !== 'again') || unsure) return state;
  const action = facts.actions.get(INVITE_REVIEW) ?? { id: INVITE_REVIEW, title: INVITE_REVIEW };
  const code = verdict === 'early' ? 'invited-early' : 'invited-again';
  return withFault(folded, state, event.at, {
    id: `i:${card}`,
    code,
    message: card,
    evidence: { kind: 'clicked', action },
  });
};

/** The ending; who gave up waiting or was lost counts as one who left. */
export const foldEndingReached = (
  folded: FoldedConversation,
  { at, silent, outcome }: EventOf<'ending-reached'>,
): TileState => {
  const { state, conversation } = folded;
  const hasLeft = silent || outcome === 'lost';
  const ended = { ...withChange(folded, { ...NO_WAIT, isHere: false }), left: state.left + (hasLeft ? 1 : 0) };
  if (!silent) return ended;
  return withFault(folded, ended, at, {
    id: `l:${conversation.key}:${at}`,
    code: 'customer-left',
    message: null,
    evidence: { kind: 'gave-up' },
  });
};

/** Who gave up waiting in the queue has left; who was a colleague's or still there at the end has not. */
export const foldQueueLeft = (folded: FoldedConversation, { how }: EventOf<'queue-left'>): TileState => {
  const gone = withChange(folded, { isQueued: false });
  return how === 'gave-up' ? { ...gone, left: gone.left + 1 } : gone;
};

/** What a change of status means for the wait: who is away or gone waits for nothing. */
export const presenceOf = (status: Status): Partial<TileConversation> =>
  status === 'away' || status === 'closed' ? { ...NO_WAIT, isHere: false } : { isHere: true };
