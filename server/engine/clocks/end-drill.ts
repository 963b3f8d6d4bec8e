/** The end of a drill: a question or window not yet past its threshold is void, not missed (RULES C5). */

import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { closeWindow, windowClosesAt } from '#engine/state/windows.ts';
import { closeTurn } from './close-turn.ts';
import { closeLedger } from './ledger.ts';

/** Milliseconds after which an open question counts as unanswered: `failS` of the rubric's tier for this many customers. */
const graceMs = (context: DecisionContext): number => {
  const customers = context.drill.order.length;
  const { tiers } = context.content.data.rubric;
  const tier = tiers.find(({ upTo }) => customers <= upTo) ?? tiers.at(-1);
  return (tier?.failS ?? 60) * 1000;
};

const closeConversation = (context: DecisionContext, key: string, at: DrillMs): void => {
  if (conversationIn(context, key).status === 'queued') return;
  // Words said just before the end are judged all the same; nobody reacts to them.
  if (conversationIn(context, key).turn) closeTurn(context, key, at, true);
  if (context.needs) return;
  for (const window of conversationIn(context, key).windows)
    closeWindow(
      context,
      key,
      at,
      window,
      at >= windowClosesAt(conversationIn(context, key), window) ? 'missed' : 'void',
      null,
      'drill-end',
    );
  closeLedger(context, key, at, graceMs(context));
  if (conversationIn(context, key).status !== 'closed')
    emit(context, { kind: 'conversation-closed', at, conversation: key, by: 'drill-end' });
};

export const endDrill = (context: DecisionContext, at: DrillMs, why: EndWhy): void => {
  for (const key of context.drill.order) {
    closeConversation(context, key, at);
    if (context.needs) return;
  }
  emit(context, { kind: 'drill-ended', at, why });
};

/** Ends the drill once all customers are done and the time for a last look is over. */
export const finishDrill = (context: DecisionContext, at: DrillMs): void => endDrill(context, at, 'finished');
