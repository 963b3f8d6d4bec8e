/** 挂起: who was told when the trainee is back, as the view shows it (RULES Q76). */
import type { ConversationView, DrillView, EventOf, HoldPromise } from './drill-view.ts';

/** The trainee's words end a hold, whatever they are; with 挂起 they begin the next one. */
export const holdAfterWords = (
  { holdPromise }: ConversationView,
  { id, backBy }: EventOf<'trainee-said'>,
): HoldPromise | null => {
  if (backBy !== undefined)
    return { backBy, message: id, endedBy: null, before: holdPromise && { ...holdPromise, before: null } };
  return holdPromise?.endedBy === null ? { ...holdPromise, endedBy: id } : holdPromise;
};

/** A time was heard in the trainee's last words, or they want to be reminded of none. */
export const afterHold = (
  conversation: ConversationView,
  event: EventOf<'hold-promised' | 'hold-dropped'>,
): ConversationView => {
  if (event.kind === 'hold-dropped') return { ...conversation, holdPromise: null };
  const message = conversation.items.findLast(({ kind }) => kind === 'trainee');
  const id = message?.kind === 'trainee' ? message.id : null;
  return { ...conversation, holdPromise: { backBy: event.backBy, message: id, endedBy: null, before: null } };
};

/** Words that nobody read promised nothing, and were no coming back. */
export const holdAfterWithdrawal = ({ holdPromise }: ConversationView, message: string): HoldPromise | null => {
  if (holdPromise?.message === message) return holdPromise.before;
  return holdPromise?.endedBy === message ? { ...holdPromise, endedBy: null } : holdPromise;
};

/** Until when a customer is on hold; null: they aren't, or have gone. */
export const heldUntil = (conversation: ConversationView | undefined): number | null => {
  const { holdPromise = null, status, passing } = conversation ?? {};
  return holdPromise?.endedBy === null && (status === 'waiting' || status === 'active') && passing === null
    ? holdPromise.backBy
    : null;
};

/** Who is on hold at this desk, the most urgent first. */
export const heldConversations = (view: DrillView): ConversationView[] =>
  view.endReason === null
    ? view.arrivalOrder
        .flatMap((key) => view.conversations[key] ?? [])
        .filter((conversation) => heldUntil(conversation) !== null)
        .sort((a, b) => (heldUntil(a) ?? 0) - (heldUntil(b) ?? 0))
    : [];
