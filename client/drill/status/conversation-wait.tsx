import { waitingSince } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LiveWait } from './live-wait.tsx';

type Props = { conversation: ConversationView; isLongest?: boolean };

/** How long this customer has been waiting; for a customer who has left, the word for that. */
export const ConversationWait = ({ conversation, isLongest = true }: Props) => {
  const { t } = useTranslation('desk');
  return conversation.status === 'away' || conversation.status === 'closed' ? (
    <span className="whitespace-nowrap text-12 text-ink-3">{t(`status.${conversation.status}`)}</span>
  ) : (
    <LiveWait since={waitingSince(conversation)} isLongest={isLongest} />
  );
};
