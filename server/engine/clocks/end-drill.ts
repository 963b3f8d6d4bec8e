/** The end of a drill: a question or window not yet past its threshold is void, not missed (RULES C5). */

import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import { handoverMsFor } from '#engine/model/rush.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf } from '#engine/state/decision-context.ts';
import { atDesk, unfinished } from '#engine/state/desk-load.ts';
import { closeWindow, windowClosesAt } from '#engine/state/windows.ts';
import { closeTurn } from './close-turn.ts';
import { closeLedger } from './ledger.ts';

/**
 * Milliseconds after which an open question counts as unanswered: `failS` of the rubric's tier for this many customers; in
 * a rush for those at the desk now, since most of the others never were there together.
 */
const graceMs = (context: DecisionContext): number => {
  const { drill } = context;
  const customers = drill.rush === null ? drill.order.length : atDesk(drill).length;
  const { tiers } = context.content.data.rubric;
  const tier = tiers.find(({ upTo }) => customers <= upTo) ?? tiers.at(-1);
  return (tier?.failS ?? 60) * 1000;
};

/** Judges what was said last and settles windows and questions; nobody reacts any more. The closing itself is the caller's. */
export const settleConversation = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  why: 'drill-end' | 'transfer',
): void => {
  // Words said just before the end are judged all the same; nobody reacts to them.
  if (conversationIn(context, key).turn) closeTurn(context, key, at, true);
  if (context.needs) return;
  const { passing } = conversationIn(context, key);
  for (const window of conversationIn(context, key).windows) {
    // Whether a hold was passed on in time is told by the offer: from then on its trainee could say nothing (RULES Q86).
    const until = window.kind === 'return' ? (passing?.at ?? at) : at;
    const closesAt = windowClosesAt(conversationIn(context, key), preparedCaseOf(context, key), window);
    closeWindow(context, key, at, window, until >= closesAt ? 'missed' : 'void', null, why);
  }
  closeLedger(context, key, at, graceMs(context));
};

const closeConversation = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { status, visit } = conversationIn(context, key);
  // Who never came to the desk has nothing to settle.
  if (status === 'queued' || visit === 0) return;
  settleConversation(context, key, at, 'drill-end');
  if (!context.needs && conversationIn(context, key).status !== 'closed')
    emit(context, { kind: 'conversation-closed', at, conversation: key, by: 'drill-end' });
};

export const endDrill = (context: DecisionContext, at: DrillMs, why: EndWhy): void => {
  for (const key of context.drill.order) {
    closeConversation(context, key, at);
    if (context.needs) return;
  }
  emit(context, { kind: 'drill-ended', at, why });
};

/** Ends a rush whose customers are still there when its last minutes are over, as the bell would (RULES Q4), or lets them be handed over first. */
export const cutOffRush = (context: DecisionContext, at: DrillMs): void => {
  if (!beginHandover(context, at)) endDrill(context, at, 'time');
};

/**
 * The end of a shift: what was said last is judged and what is open is settled, then there is time to tell the next shift
 * of who is left (RULES Q71). False where nobody is, where that time is over, and where the rush knows none.
 */
export const beginHandover = (context: DecisionContext, at: DrillMs): boolean => {
  const { rush } = context.drill;
  if (rush?.handoverMs === undefined || rush.handoverUntil !== null) return false;
  const left = unfinished(context.drill);
  if (left.length === 0) return false;
  for (const { key } of left) {
    settleConversation(context, key, at, 'drill-end');
    if (context.needs) return true;
  }
  emit(context, { kind: 'shift-over', at, until: at + handoverMsFor(rush, left.length) });
  return true;
};

/** Ends the drill once all customers are done and the time for a last look is over; who is owed a call is handed over first (RULES J173). */
export const finishDrill = (context: DecisionContext, at: DrillMs): void => {
  if (!beginHandover(context, at)) endDrill(context, at, 'finished');
};
