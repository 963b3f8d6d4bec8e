/** The queue before a desk that is full: who waits, who leaves it, and the end of the rush. */
import type { DrillMs } from '#engine/model/events.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { hasRoom, queueOf } from '#engine/state/desk-load.ts';
import { nextTurnOfDial } from './dial.ts';
import { arriveOrGoOn } from './pass.ts';
import { queueExitOf } from './rush-due.ts';

/**
 * A customer comes, or comes back: to the desk, or in a rush whose seat is full to the end of the queue, where they are
 * greeted by machine (RULES Q1, Q5). Where there is room nobody waits: whoever did was given to the desk the moment it came.
 */
export const comeIn = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { rush } = context.drill;
  if (rush === null || hasRoom(context.drill)) {
    arriveOrGoOn(context, key, at);
    return;
  }
  emit(context, { kind: 'customer-queued', at, conversation: key });
  if (rush.greeting !== null) emit(context, { kind: 'greeting-sent', at, conversation: key, text: rush.greeting });
};

/** Somebody in the queue has waited long enough, or a colleague has room (RULES Q3). */
export const leaveQueue = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { rush } = context.drill;
  if (rush === null) return;
  const { how } = queueExitOf(conversationIn(context, key), rush);
  emit(context, { kind: 'queue-left', at, conversation: key, how });
};

/** The minutes are over: the queue is void, and nobody new comes (RULES Q4). */
export const endRush = (context: DecisionContext, at: DrillMs): void => {
  for (const { key } of queueOf(context.drill))
    emit(context, { kind: 'queue-left', at, conversation: key, how: 'rush-over' });
  emit(context, { kind: 'rush-over', at });
};

/** The shop's next change has come: from now on whoever comes meets the shop as it then is (RULES Q70). */
export const changeShop = (context: DecisionContext, at: DrillMs): void => {
  const { rush } = context.drill;
  const change = rush?.changes?.[rush.changesTold];
  if (change) emit(context, { ...change, kind: 'shop-changed', at });
};

export const turnDial = (context: DecisionContext, at: DrillMs): void => {
  const { drill, content } = context;
  const turn = drill.rush && nextTurnOfDial(content.data.rubric.tiers, drill, drill.rush);
  if (turn) emit(context, { kind: 'dial-turned', at, from: turn.from, to: turn.to, why: turn.why });
};
