import { createRef } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { isTransferable } from '#client/features/desk/model/rush-commands.ts';
import { isPassable } from '#client/features/desk/model/transfers.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';

/**
 * Where the open customer may go: to a colleague or the next role, or by one's own `seat` to a classmate. Null: nowhere now.
 */
export const useTransferTo = (conversation: ConversationView | undefined): { seat: string | null } | null => {
  const seat = useSeat(({ body }) => (body?.transfers === undefined ? null : body.seat.id));
  const isTransfer = useDrill((state) => isTransferable(state.view, conversation?.key ?? null));
  const isPass = useDrill((state) => isPassable(state.view, conversation));
  if (isTransfer) return { seat: null };
  return seat !== null && isPass ? { seat } : null;
};

/** The button of the head that is on the page, which gets the focus back from the dialog. */
export const transferOpener = createRef<HTMLButtonElement>();
