import { usePhone } from '#client/drill/model/desk-widths.ts';
import { longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { backToList, selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FootBox } from './foot-box.tsx';

/** Stands in the composer's place in a rush once a conversation is closed: nothing can be sent, and somebody else waits. */
export const ClosedPanel = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const nextKey = useDrill(({ view }) => longestWaitingKey(view, conversation.key));
  const nextName = useDrill(({ view }) => (nextKey === null ? null : (view.conversations[nextKey]?.name ?? null)));
  const { transferNote, nextRole, isPassed } = conversation;
  const gone = isPassed ? 'closed.passedOn' : 'closed.transferred';
  const title =
    nextRole === null ? t(transferNote === null ? 'closed.title' : gone) : t('closed.handed', { role: nextRole });
  return (
    <FootBox title={title} text={t(nextName === null ? 'closed.nobody' : 'closed.waits', { name: nextName })}>
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
