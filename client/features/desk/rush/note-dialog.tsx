import '#client/drill/hand-overs/strings.ts';
import type { KeyboardEvent, RefObject } from 'react';
import { HeldLine } from '#client/drill/hold/held-line.tsx';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi, writeHandover } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, deskBlock, NOTE_LIMIT, transferConversation } from '#client/features/desk/model/rush-commands.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';

type NoteProps = { conversation: ConversationView; opener: RefObject<HTMLButtonElement | null> };

/** The note to whoever goes on with the customer. */
export const NoteDialog = ({ conversation, opener }: NoteProps) => {
  const { t } = useTranslation('desk');
  const { key, name, nextRole } = conversation;
  const isOpen = useDeskUi((state) => state.dialog === 'transfer');
  const note = useDeskUi((state) => state.handovers[key] ?? '');
  const block = useDrill((state) => blockWords(deskBlock(state)));
  const why = block ?? (note.trim() === '' ? t('transfer.missing') : null);
  const send = () => void transferConversation(key, note.trim());
  const onKey = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
    if (!isSend || why !== null) return;
    event.preventDefault();
    send();
  };
  return (
    <Dialog
      isWide
      open={isOpen}
      onOpenChange={(willOpen) => setDialog(willOpen ? 'transfer' : null)}
      title={
        nextRole === null ? t('transfer.title', { name }) : t('project-task:handOn.title', { name, role: nextRole })
      }
      description={t(nextRole === null ? 'transfer.text' : 'project-task:handOn.text')}
      returnFocusTo={opener}
      actions={
        <>
          <Button onClick={() => setDialog(null)}>{t('transfer.stay')}</Button>
          <Button kind="primary" disabledReason={why} onClick={send}>
            {t(nextRole === null ? 'transfer.confirm' : 'project-task:handOn.confirm')}
          </Button>
        </>
      }
    >
      <HeldLine className="mt-8" conversation={conversation} />
      <NoteField conversation={key} note={note} isToRole={nextRole !== null} onKeyDown={onKey} />
    </Dialog>
  );
};

type FieldProps = { conversation: string; note: string; isToRole: boolean; onKeyDown: (event: KeyboardEvent) => void };

/** The note is the only thing to do here, so it has the focus. */
const NoteField = ({ conversation, note, isToRole, onKeyDown }: FieldProps) => {
  const { t } = useTranslation('desk');
  const area = useFirstFocus<HTMLTextAreaElement>();
  return (
    <AreaField
      ref={area}
      className="mt-10"
      label={t('transfer.note')}
      lang="zh-CN"
      rows={6}
      maxLength={NOTE_LIMIT}
      value={note}
      hint={t(isToRole ? 'project-task:handOn.hint' : 'transfer.hint', { n: note.length, limit: NOTE_LIMIT })}
      onChange={(event) => writeHandover(conversation, event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
};
