import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { isTransferable } from '#client/features/desk/model/rush-commands.ts';
import { isPassable } from '#client/features/desk/model/transfers.ts';
import { later } from '#client/lib/later.tsx';
import { useSeat } from '#client/lib/seat/seat-store.ts';

const TransferOpener = later(() => import('./transfer-opener.tsx').then((module) => module.TransferOpener));

/**
 * 转给同事 in a rush, 交给 the next role of a project task, or 转接 to a classmate in a lesson that allows it: who goes on
 * with the customer reads the note.
 */
export const TransferButton = ({ conversation }: { conversation: ConversationView }) => {
  const seat = useSeat(({ body }) => (body?.transfers === undefined ? null : body.seat.id));
  const isTransfer = useDrill((state) => isTransferable(state.view, conversation.key));
  const isPass = useDrill((state) => isPassable(state.view, conversation));
  if (isTransfer) return <TransferOpener conversation={conversation} seat={null} />;
  return seat !== null && isPass ? <TransferOpener conversation={conversation} seat={seat} /> : null;
};
