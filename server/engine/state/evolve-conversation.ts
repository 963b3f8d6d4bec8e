/** The part of `evolve` that touches one conversation, event kind by event kind. */
import type { Conversation } from '#engine/model/drill.ts';
import type { ConversationEvent, ConversationKind } from '#engine/model/events.ts';
import type { ChangesBy } from './change-by.ts';
import { changeByClock } from './change-by-clock.ts';
import { changeByCustomer } from './change-by-customer.ts';
import { changeByPass } from './change-by-pass.ts';
import { changeByTurn } from './change-by-turn.ts';
import type { Change } from './evolve-turn.ts';

const CHANGES: ChangesBy<ConversationKind> = {
  ...changeByCustomer,
  ...changeByTurn,
  ...changeByClock,
  ...changeByPass,
  // The shop's word to its desks changes nothing for the customer.
  'notice-shown': () => ({ isNoticeShown: true }),
  // Nor does what a machine tells them in the queue.
  'greeting-sent': () => ({}),
};

/** What `event` gives new values in its conversation. */
export const changeByEvent = <K extends ConversationKind>(
  conversation: Conversation,
  event: ConversationEvent<K>,
): Change => CHANGES[event.kind](conversation, event);
