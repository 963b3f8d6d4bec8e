/** 挂起: who was told when the trainee is back, as the view shows it (RULES Q76, Q86). */
import type { ConversationView, DrillView, EventOf, HoldPromise } from './drill-view.ts';

const withEnd = (
  holdPromises: readonly HoldPromise[],
  ended: NonNullable<HoldPromise['ended']>,
): readonly HoldPromise[] => holdPromises.map((hold) => (hold.ended === null ? { ...hold, ended } : hold));

/** The trainee's words end a hold, whatever they are; with 挂起 they begin the next one. */
export const promisesAfterWords = (
  { holdPromises }: ConversationView,
  { id, at, backBy }: EventOf<'trainee-said'>,
): readonly HoldPromise[] => {
  const before = withEnd(holdPromises, { at, by: id });
  return backBy === undefined
    ? before
    : [...before, { at, backBy, message: id, isPressed: true, from: null, ended: null }];
};

/** A time was heard in the trainee's last words or came with the customer, or nobody wants to be reminded of it. */
export const afterHold = (
  conversation: ConversationView,
  event: EventOf<'hold-promised' | 'hold-dropped'>,
): ConversationView => {
  const { holdPromises, items } = conversation;
  const { at } = event;
  if (event.kind === 'hold-dropped')
    return { ...conversation, holdPromises: withEnd(holdPromises, { at, by: null, how: 'dropped' }) };
  const { backBy, from = null } = event;
  const said = from === null ? items.findLast((item) => item.kind === 'trainee') : undefined;
  const message = said?.kind === 'trainee' ? said.id : null;
  const known = holdPromises.at(-1);
  if (message !== null && known?.message === message)
    return { ...conversation, holdPromises: [...holdPromises.slice(0, -1), { ...known, backBy }] };
  return {
    ...conversation,
    holdPromises: [...holdPromises, { at: said?.at ?? at, backBy, message, from, ended: null }],
  };
};

/** Words that nobody read promised nothing, and were no coming back. */
export const promisesAfterWithdrawal = ({ holdPromises }: ConversationView, message: string): readonly HoldPromise[] =>
  holdPromises.flatMap((hold) =>
    hold.message === message ? [] : hold.ended?.by === message ? { ...hold, ended: null } : hold,
  );

/** Nobody comes back to who has gone. */
export const promisesAfterLeaving = ({ holdPromises }: ConversationView, at: number): readonly HoldPromise[] =>
  withEnd(holdPromises, { at, by: null, how: 'gone' });

/** The hold that a customer is on; null: they are on none, or have gone. */
export const holdNow = (conversation: ConversationView | undefined): HoldPromise | null => {
  const { holdPromises = [], status, passing } = conversation ?? {};
  const hold = holdPromises.at(-1);
  return hold?.ended === null && (status === 'waiting' || status === 'active') && passing === null ? hold : null;
};

/** Until when a customer is on hold; null: they aren't. */
export const heldUntil = (conversation: ConversationView | undefined): number | null =>
  holdNow(conversation)?.backBy ?? null;

/** Who is on hold at this desk, the most urgent first; nobody once the shift is over, when nobody is answered any more. */
export const heldConversations = (view: DrillView): ConversationView[] =>
  view.endReason === null && view.rush?.handoverUntil == null
    ? view.arrivalOrder
        .flatMap((key) => view.conversations[key] ?? [])
        .filter((conversation) => heldUntil(conversation) !== null)
        .sort((a, b) => (heldUntil(a) ?? 0) - (heldUntil(b) ?? 0))
    : [];
