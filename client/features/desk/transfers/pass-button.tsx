import { Share2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { isPassable } from '#client/features/desk/model/transfers.ts';
import { later } from '#client/lib/later.tsx';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';

const PassDialog = later(() => import('./pass-dialog.tsx').then((module) => module.PassDialog));

/** 转接: gives the customer to a classmate, in a lesson that allows it. */
export const PassButton = ({ conversation }: { conversation: ConversationView }) => {
  const seat = useSeat(({ body }) => (body?.transfers === undefined ? null : body.seat.id));
  const isOpen = useDrill((state) => isPassable(state.view, conversation));
  return seat !== null && isOpen ? <Opener conversation={conversation} seat={seat} /> : null;
};

const Opener = ({ conversation, seat }: { conversation: ConversationView; seat: string }) => {
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
  const label = t('transfer.pass');
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
        <Share2 size={isNarrow ? 16 : 14} aria-hidden="true" />
        {isNarrow ? null : label}
      </Button>
      {isAsked ? <PassDialog conversation={conversation} seat={seat} opener={button} /> : null}
    </>
  );
};
