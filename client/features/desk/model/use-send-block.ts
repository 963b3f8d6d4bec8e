import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useDrill } from './drill-store.ts';

export const MESSAGE_LIMIT = 500;

export type SendBlock = {
  /** Why nothing at all can go out now. */
  stopped: string | null;
  /** Why this text can't be sent. An empty composer needs no reason: '' blocks without a text. */
  why: string | null;
};

/** Why the send button is disabled, shown beside it. */
export const useSendBlock = (conversation: ConversationView, text: string, isSearching: boolean): SendBlock => {
  const { t } = useTranslation('desk');
  const isElsewhere = useDrill((state) => state.elsewhere);
  const clock = useDrill((state) => state.view.stopReason);
  const isLive = useDrill((state) => state.link.kind === 'live');
  const length = text.trim().length;
  const stopped = (() => {
    if (isElsewhere) return t('block.elsewhere');
    if (conversation.status === 'closed') return t('block.closed');
    // Without a connection, don't speak of the stopped clock: replies are kept and sent later.
    if (isLive && clock !== null && clock !== 'connection') return t('block.stopped');
    return null;
  })();
  if (stopped !== null) return { stopped, why: stopped };
  if (length > MESSAGE_LIMIT) return { stopped, why: t('block.tooLong', { n: length - MESSAGE_LIMIT }) };
  return { stopped, why: length === 0 || isSearching ? '' : null };
};
