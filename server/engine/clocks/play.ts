/** Role play: what a person who plays the customer says and does, and when they leave (RULES J28–J31). */
import { doDeed, openGoodbye, ratingOf } from '#engine/customer/endings.ts';
import type { RejectionCode } from '#engine/model/commands.ts';
import type { Beat } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  LINE_MAX,
  LINES_IN_A_ROW,
  outcomeOfPlayed,
  PLAYED_ENDINGS,
  PLAYED_MOODS,
  type PlayerAct,
} from '#engine/model/role-play.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  isRolePlay,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { closeTurn } from './close-turn.ts';

type Scene = { context: DecisionContext; key: string; at: DrillMs };

/**
 * Carries out what the player does, or says why not. Before any of it the trainee's open turn is closed, since the
 * customer acts on what they have read; where that needs a judgement, `context.needs` asks for it and nothing is done.
 */
export const play = (context: DecisionContext, at: DrillMs, id: string, act: PlayerAct): RejectionCode | null => {
  const { drill } = context;
  const key = drill.order[0];
  if (!isRolePlay(context) || key === undefined) return 'not-a-role-play';
  if (act.do === 'ready') {
    if (!drill.opened?.rolePlay?.isReady) emit(context, { kind: 'player-ready', at });
    return null;
  }
  if (!drill.clock.running) return drill.clock.why === 'not-started' ? 'drill-not-started' : 'drill-paused';
  const conversation = conversationIn(context, key);
  if (conversation.visit === 0) return 'conversation-not-here';
  if (conversation.ending || conversation.status === 'closed') return 'conversation-closed';
  const refusal = refusalOf(context, conversation, act);
  if (refusal !== null) return refusal;
  if (act.do !== 'mood' && conversation.turn?.dueAt != null) closeTurn(context, key, at);
  if (context.needs) return null;
  carryOut({ context, key, at }, id, act);
  return null;
};

const refusalOf = (context: DecisionContext, conversation: Conversation, act: PlayerAct): RejectionCode | null => {
  const { beats } = preparedCaseOf(context, conversation.key);
  if (act.do === 'say') {
    if (act.text.trim() === '') return 'empty-message';
    if (act.text.length > LINE_MAX) return 'message-too-long';
    if (conversation.waitingSince !== null && conversation.lastBurst.length >= LINES_IN_A_ROW) return 'too-many-lines';
  }
  if ((act.do === 'say' || act.do === 'asked') && act.beat !== null && !beats.has(act.beat)) return 'unknown-line';
  if (act.do === 'pay' && !conversation.orders.some(({ status }) => status === 'unpaid')) return 'nothing-to-pay';
  return null;
};

const carryOut = ({ context, key, at }: Scene, id: string, act: Exclude<PlayerAct, { do: 'ready' }>): void => {
  const conversation = conversationIn(context, key);
  const beatOf = (beat: string | null): Beat | null =>
    beat === null ? null : (preparedCaseOf(context, key).beats.get(beat) ?? null);
  switch (act.do) {
    case 'mood': {
      const [from, to] = [conversation.mood, PLAYED_MOODS[act.mood]];
      if (from !== to) emit(context, { kind: 'mood-moved', at, conversation: key, from, to, why: 'player' });
      return;
    }
    case 'say': {
      const beat = beatOf(act.beat);
      const isNew = beat !== null && enterPlayedBeat({ context, key, at }, beat);
      const why = { kind: 'played', beat: act.beat } as const;
      const bubble = { kind: 'text', text: act.text.trim() } as const;
      emit(context, { kind: 'customer-said', at, conversation: key, id, bubble, why, last: true });
      if (isNew) openQuestions({ context, key, at }, beat, id);
      return;
    }
    case 'asked': {
      const beat = beatOf(act.beat);
      if (beat !== null && enterPlayedBeat({ context, key, at }, beat)) openQuestions({ context, key, at }, beat, '');
      return;
    }
    case 'pay':
      doDeed(context, key, at, { deed: 'pay', order: null });
      return;
    case 'leave':
      leave({ context, key, at }, act.how);
  }
};

/** The story is where the player has taken it. False: this line was said before, and nothing opens a second time. */
const enterPlayedBeat = ({ context, key, at }: Scene, beat: Beat): boolean => {
  const { beat: present, entered, told } = conversationIn(context, key);
  if ((entered[beat.id] ?? 0) > 0) return false;
  if (present)
    emit(context, { kind: 'beat-left', at, conversation: key, beat: present.id, how: 'resolved', to: beat.id });
  emit(context, { kind: 'beat-entered', at, conversation: key, beat: beat.id, occurrence: 1 });
  for (const deed of beat.does) doDeed(context, key, at, deed);
  for (const fact of beat.tells)
    if (!told.includes(fact))
      emit(context, { kind: 'fact-told', at, conversation: key, fact, how: 'volunteered', turn: null });
  return true;
};

const openQuestions = ({ context, key, at }: Scene, beat: Beat, bubbleId: string): void => {
  for (const { id: question } of beat.asks)
    if (!conversationIn(context, key).ledger[question])
      emit(context, { kind: 'question-opened', at, conversation: key, question, beat: beat.id, bubbleId });
};

const leave = ({ context, key, at }: Scene, how: 'content' | 'angry'): void => {
  const { mood, deeds, orders, pending, bystanders } = conversationIn(context, key);
  const paid = deeds.some((deed) => deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays));
  const outcome = outcomeOfPlayed(how, paid);
  const sale = outcome === 'paid' ? (orders.at(-1)?.total ?? null) : null;
  const rating = ratingOf(mood, outcome);
  const ending = { ending: PLAYED_ENDINGS[how], outcome, sale, amount: null, level: null, rating, silent: false };
  // Whoever has left doesn't go on with the opening (RULES J120).
  const drops = pending.length + bystanders.length > 0 && { drops: true as const };
  emit(context, { kind: 'ending-reached', at, conversation: key, ...ending, ...drops });
  if (how === 'angry') setStatus(context, key, at, 'away');
  else openGoodbye(context, key, at, at, false);
};
