import { ArrowRightLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { isTransferable } from '#client/features/desk/model/rush-commands.ts';
import { later } from '#client/lib/later.tsx';
import { Button } from '#client/ui/controls/button.tsx';

const NoteDialog = later(() => import('./note-dialog.tsx').then((module) => module.NoteDialog));

/** 转给同事 in a rush, or 交给 the next role of a project task: who goes on with the customer reads the note. */
export const TransferButton = ({ conversation }: { conversation: ConversationView }) =>
  useDrill((state) => isTransferable(state.view, conversation.key)) ? <Opener conversation={conversation} /> : null;

const Opener = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  const button = useRef<HTMLButtonElement>(null);
  const { nextRole } = conversation;
  const label = nextRole === null ? t('transfer.button') : t('transfer.to', { role: nextRole });
  useEffect(
    () => () => {
      // The customer went while the note was written: a dialog that is gone must not keep the desk's keys.
      if (useDeskUi.getState().dialog === 'transfer') setDialog(null);
    },
    [],
  );
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
        <ArrowRightLeft size={isNarrow ? 16 : 14} aria-hidden="true" />
        {isNarrow ? null : label}
      </Button>
      <NoteDialog conversation={conversation} opener={button} />
    </>
  );
};
