/**
 * The path that a good drill takes through this customer's story: its beats in order, and those never reached. Beats
 * ahead are offered whoever ends the conversation (RULES M12). Where somebody else ends the drill, those not due yet
 * are left out (RULES C5).
 */
import type { Beat, Outcome } from '#engine/model/content.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { BeatHistory, ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { leftWaiting } from './walked-out.ts';

/** How a conversation came to stop short of its path's end. */
export type EndedBy = 'customer-left' | 'trainee' | 'outside';

export type StoryPath = {
  /** In the order a good trainee meets them. */
  beats: readonly Beat[];
  /** The beats never entered; none where `endedBy` is null. */
  beatsAhead: readonly Beat[];
  /** Null where the story came to its end, or a fork owes only its turn (RULES N7). */
  endedBy: EndedBy | null;
};

/** More beats than any path through a case has. */
const MAX_PATH_BEATS = 60;

/** Ways out of a beat that a good trainee's words lead to. */
const LEADING_EXITS: readonly NonNullable<BeatHistory['exit']>['how'][] = ['resolved', 'taken', 'leads', 'passed'];

/** How much an outcome loses: nothing, the order, the customer. */
const OUTCOME_LOSS: Readonly<Record<Outcome, number>> = {
  paid: 0,
  kept: 0,
  exchanged: 0,
  returned: 1,
  lost: 2,
  escalated: 2,
};

export const storyPathOf = (
  history: DrillHistory,
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
): StoryPath => {
  const { beats, end: endingId } = pathFrom(conversation, caseFacts);
  const endedBy = endedShortBy(history, conversation, caseFacts, endingId);
  const enteredBeats = new Set(conversation.beats.map(({ beat }) => beat));
  return { beats, endedBy, beatsAhead: endedBy === null ? [] : beats.filter(({ id }) => !enteredBeats.has(id)) };
};

/**
 * The beats from the first on: after each the way this drill took, if it went well, else the way the case takes after
 * an answer.
 */
const pathFrom = (conversation: ConversationHistory, caseFacts: CaseFacts): { beats: Beat[]; end: string | null } => {
  const beats: Beat[] = [];
  // Who was passed here in mid-story begins where they were.
  const first = conversation.inherited === null ? caseFacts.scenario.beats[0]?.id : conversation.beats[0]?.beat;
  let nextId: string | null = first ?? null;
  while (nextId !== null && beats.length < MAX_PATH_BEATS) {
    const beat = caseFacts.beat(nextId);
    if (!beat || beats.includes(beat)) break;
    beats.push(beat);
    const exit = conversation.beats.findLast((entered) => entered.beat === beat.id)?.exit;
    nextId = exit && LEADING_EXITS.includes(exit.how) ? exit.to : (beat.then.resolved ?? beat.then.taken);
  }
  return { beats, end: nextId };
};

/** The beats that a good drill of the case goes through, whatever happened in this one. */
export const casePath = (caseFacts: CaseFacts): Beat[] => {
  const beats: Beat[] = [];
  let beat: Beat | null = caseFacts.scenario.beats[0] ?? null;
  while (beat !== null && !beats.includes(beat)) {
    beats.push(beat);
    beat = caseFacts.beat(beat.then.resolved ?? beat.then.taken);
  }
  return beats;
};

const endedShortBy = (
  history: DrillHistory,
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  endingId: string | null,
): EndedBy | null => {
  const ending = conversation.endings.at(-1);
  // What a player left out nobody owed (RULES J31).
  if (
    history.isFork ||
    history.isRolePlay ||
    conversation.arrivals.length === 0 ||
    conversation.closed?.by === 'transfer'
  )
    return null;
  if (ending === undefined) {
    if (history.ended === null) return null;
    return history.ended.why === 'trainee' ? 'trainee' : 'outside';
  }
  const goodEnding = caseFacts.scenario.endings.find(({ id }) => id === endingId);
  if (ending.silent) return 'customer-left';
  if (hasLeftByChoice(conversation, caseFacts)) return null;
  // A trainee who took a worse path and went it well to its end owes that path alone.
  if (LEADING_EXITS.includes(conversation.beats.at(-1)?.exit?.how ?? 'failed')) return null;
  // A case whose good end is a lost sale (a scam refused, a customer sent to the doctor) loses nobody by it.
  return goodEnding !== undefined && OUTCOME_LOSS[ending.outcome] > OUTCOME_LOSS[goodEnding.outcome]
    ? 'customer-left'
    : null;
};

/** Ways out of a beat that don't drive a customer away. */
const UNFORCED_EXITS: readonly NonNullable<BeatHistory['exit']>['how'][] = [...LEADING_EXITS, 'missed'];

/**
 * Whether the customer left of their own mind while a window passed, with an answer, right or wrong, to all they asked.
 * They weren't driven off: the window is the loss (RULES M26). Not so where the trainee had stopped replying.
 */
const hasLeftByChoice = (conversation: ConversationHistory, caseFacts: CaseFacts): boolean => {
  return (
    // A customer who asked nothing had no answer.
    conversation.questions.length > 0 &&
    conversation.beats.at(-1)?.exit?.how === 'missed' &&
    conversation.beats.every(({ exit }) => exit === null || UNFORCED_EXITS.includes(exit.how)) &&
    conversation.questions.every(({ state }) => state !== 'open' && state !== 'unanswered') &&
    leftWaiting(conversation, caseFacts).length === 0
  );
};
