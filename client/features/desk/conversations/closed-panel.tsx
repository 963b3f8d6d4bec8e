import { usePhone } from '#client/drill/model/desk-widths.ts';
import { longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { backToList, selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { draftOf } from '#client/features/desk/model/drill-drafts.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useDoneWords } from '#client/features/desk/rush/done-words.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FootBox } from './foot-box.tsx';
import { UnsentWords } from './unsent-words.tsx';

/**
 * Stands in the composer's place once a conversation is closed, on a phone, in a rush and where it was the last one: nothing can be sent, and somebody else may wait, or the drill ends (RULES X45).
 * What was being written stands there too; it is in the composer again if the customer comes back.
 */
export const ClosedPanel = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const nextKey = useDrill(({ view }) => longestWaitingKey(view, conversation.key));
  const nextName = useDrill(({ view }) => (nextKey === null ? null : (view.conversations[nextKey]?.name ?? null)));
  const isMoreToCome = useDrill(({ view: { rush, opening, arrivalOrder } }) =>
    rush === null ? (opening?.customers ?? 0) > arrivalOrder.length : !rush.isOver,
  );
  // A reply that was refused has come back to the draft.
  useDrill(({ notes }) => notes[conversation.key]);
  const doneWords = useDoneWords();
  const unsent = draftOf(conversation.key).trim();
  const { transferNote, nextRole, isPassed } = conversation;
  const gone = isPassed ? 'closed.passedOn' : 'closed.transferred';
  const title =
    nextRole === null ? t(transferNote === null ? 'closed.title' : gone) : t('closed.handed', { role: nextRole });
  return (
    <FootBox
      title={title}
      text={
        doneWords ??
        (nextName === null ? t(isMoreToCome ? 'closed.nobody' : 'closed.quiet') : t('closed.waits', { name: nextName }))
      }
    >
      {unsent === '' ? null : <UnsentWords words={unsent} className="order-first basis-full" />}
      {nextKey !== null ? (
        <Button kind="primary" onClick={() => selectConversation(nextKey)}>
          {t('closed.next', { name: nextName })}
        </Button>
      ) : isPhone ? (
        <Button onClick={backToList}>{t('closed.list')}</Button>
      ) : null}
    </FootBox>
  );
};
