import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { later } from '#client/lib/later.tsx';
import { useTransferTo } from './transfer-to.ts';

const TransferOpener = later(() => import('./transfer-opener.tsx').then((module) => module.TransferOpener));

/**
 * 转给同事 in a rush, 交给 the next role of a project task, or 转接 to a classmate in a lesson that allows it: who goes on
 * with the customer reads the note.
 */
export const TransferButton = ({ conversation }: { conversation: ConversationView }) => {
  const to = useTransferTo(conversation);
  return to === null ? null : <TransferOpener conversation={conversation} seat={to.seat} />;
};
