import type { ConversationView, StopReason } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useDrill } from './drill-store.ts';

export const MAX_MESSAGE_CHARACTERS = 500;

/** Stops that end by themselves: what is sent meanwhile is queued (RULES X51). */
const PASSING_STOPS: readonly (StopReason | null)[] = [null, 'connection', 'server'];

export type SendBlock = {
  /** Why nothing at all can go out now. */
  deskReason: string | null;
  /** Why this text can't be sent. An empty composer needs no reason: '' blocks without a text. */
  reason: string | null;
};

/** Why the send button is disabled, shown beside it. `length`: characters of the reply. */
export const useSendBlock = (conversation: ConversationView, length: number, isSearching: boolean): SendBlock => {
  const { t } = useTranslation('desk');
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const stopReason = useDrill((state) => state.view.stopReason);
  const isLive = useDrill((state) => state.link.kind === 'live');
  const deskReason = (() => {
    if (isElsewhere) return t('block.elsewhere');
    if (conversation.status === 'closed') return t('block.closed');
    // Without a connection, don't speak of the stopped clock: replies are kept and sent later.
    if (isLive && !PASSING_STOPS.includes(stopReason)) return t('block.stopped');
    return null;
  })();
  if (deskReason !== null) return { deskReason, reason: deskReason };
  if (length > MAX_MESSAGE_CHARACTERS)
    return { deskReason, reason: t('block.tooLong', { n: length - MAX_MESSAGE_CHARACTERS }) };
  return { deskReason, reason: length === 0 || isSearching ? '' : null };
};
