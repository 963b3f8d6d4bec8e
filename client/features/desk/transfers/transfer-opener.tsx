import { ArrowRightLeft, Share2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { NoteDialog } from '#client/features/desk/rush/note-dialog.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { PassDialog } from './pass-dialog.tsx';

/** The button of a head and the dialog with the note; `seat`: one's own, where the customer goes to a classmate. */
export const TransferOpener = ({ conversation, seat }: { conversation: ConversationView; seat: string | null }) => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = useDeskUi((state) => state.dialog === 'transfer');
  useEffect(
    () => () => {
      // The customer went while the note was written: a dialog that is gone must not keep the desk's keys.
      if (useDeskUi.getState().dialog === 'transfer') setDialog(null);
    },
    [],
  );
  const { nextRole } = conversation;
  const label =
    seat !== null
      ? t('transfer.pass')
      : nextRole === null
        ? t('transfer.button')
        : t('transfer.to', { role: nextRole });
  const Icon = seat === null ? ArrowRightLeft : Share2;
  return (
    <>
      <Button
        ref={button}
        kind={isNarrow ? 'bare' : 'plain'}
        size={isNarrow ? 'm' : 's'}
        square={isNarrow}
        aria-label={isNarrow ? label : undefined}
        title={isNarrow ? label : 'Alt T'}
        onClick={() => setDialog('transfer')}
      >
        <Icon size={isNarrow ? 16 : 14} aria-hidden="true" />
        {isNarrow ? null : label}
      </Button>
      {seat === null ? <NoteDialog conversation={conversation} opener={button} /> : null}
      {seat !== null && isAsked ? <PassDialog conversation={conversation} seat={seat} opener={button} /> : null}
    </>
  );
};
