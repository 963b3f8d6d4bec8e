import { useEffect } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { NoteDialog } from '#client/features/desk/rush/note-dialog.tsx';
import { PassDialog } from './pass-dialog.tsx';
import { transferOpener, useTransferTo } from './transfer-to.ts';

/**
 * The dialog with the note about the open customer. It stands beside the panes: a window that becomes narrow draws them anew,
 * and would take with it whom was chosen.
 */
export const TransferDialog = () => {
  const selected = useDeskUi((state) => state.selected);
  const conversation = useDrill((state) => (selected === null ? undefined : state.view.conversations[selected]));
  const to = useTransferTo(conversation);
  if (conversation === undefined || to === null) return null;
  return <OpenTransfer key={conversation.key} conversation={conversation} seat={to.seat} />;
};

const OpenTransfer = ({ conversation, seat }: { conversation: ConversationView; seat: string | null }) => {
  const isAsked = useDeskUi((state) => state.dialog === 'transfer');
  useEffect(
    () => () => {
      // The customer went while the note was written: a dialog that is gone must not keep the desk's keys.
      if (useDeskUi.getState().dialog === 'transfer') setDialog(null);
    },
    [],
  );
  if (seat === null) return <NoteDialog conversation={conversation} opener={transferOpener} />;
  return isAsked ? <PassDialog conversation={conversation} seat={seat} opener={transferOpener} /> : null;
};
