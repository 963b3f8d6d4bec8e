/** The end of a drill: a question or window not yet past its threshold is void, not missed (RULES C5). */

import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { closeWindow, shutsAt } from '#engine/state/windows.ts';
import { closeTurn } from './close-turn.ts';
import { closeLedger } from './ledger.ts';

/** Milliseconds after which an open question counts as unanswered: `failS` of the rubric's tier for this many customers. */
const graceMs = (step: DecisionContext): number => {
  const customers = step.drill.order.length;
  const { tiers } = step.content.data.rubric;
  const tier = tiers.find(({ upTo }) => customers <= upTo) ?? tiers.at(-1);
  return (tier?.failS ?? 60) * 1000;
};

const closeConversation = (step: DecisionContext, key: string, at: DrillMs): void => {
  if (conversationIn(step, key).status === 'queued') return;
  // Words said just before the end are judged all the same; nobody reacts to them.
  if (conversationIn(step, key).turn) closeTurn(step, key, at, true);
  if (step.needs) return;
  for (const window of conversationIn(step, key).windows)
    closeWindow(
      step,
      key,
      at,
      window,
      at >= shutsAt(conversationIn(step, key), window) ? 'missed' : 'void',
      null,
      'drill-end',
    );
  closeLedger(step, key, at, graceMs(step));
  if (conversationIn(step, key).status !== 'closed')
    emit(step, { kind: 'conversation-closed', at, conversation: key, by: 'drill-end' });
};

export const endDrill = (step: DecisionContext, at: DrillMs, why: EndWhy): void => {
  for (const key of step.drill.order) {
    closeConversation(step, key, at);
    if (step.needs) return;
  }
  emit(step, { kind: 'drill-ended', at, why });
};

/** Ends the drill once all customers are done and the time for a last look is over. */
export const finishDrill = (step: DecisionContext, at: DrillMs): void => endDrill(step, at, 'finished');
