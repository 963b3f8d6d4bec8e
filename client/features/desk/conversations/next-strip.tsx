import { ArrowRight } from 'lucide-react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { longestWaitingKey, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { LiveWait } from '#client/drill/status/live-wait.tsx';
import { selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useAllInSight } from './phone-switcher.tsx';

/** On a phone with more customers than the switcher shows at once: one tap leads to the customer who has waited longer than this one. */
export const NextStrip = ({ currentKey }: { currentKey: string }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const isAllInSight = useAllInSight();
  const nextKey = useDrill((state) => longestWaitingKey(state.view, currentKey));
  const conversation = useDrill((state) => (nextKey === null ? undefined : state.view.conversations[nextKey]));
  const ownWaitSince = useDrill((state) => {
    const conversationHere = state.view.conversations[currentKey];
    return conversationHere === undefined ? null : waitingSince(conversationHere);
  });
  const since = conversation === undefined ? null : waitingSince(conversation);
  if (!isPhone || isAllInSight || conversation === undefined || since === null) return null;
  const waitsLonger = ownWaitSince === null || since < ownWaitSince;
  return (
    <button
      type="button"
      onClick={() => selectConversation(conversation.key)}
      className="flex min-h-44 min-w-0 flex-1 items-center gap-8 border-line border-b bg-soft px-12 text-left focus-visible:-outline-offset-2"
    >
      <ArrowRight size={14} className="shrink-0" aria-hidden="true" />
      <span className="cut flex-1">{t(waitsLonger ? 'next.longer' : 'next.also', { name: conversation.name })}</span>
      <LiveWait since={since} />
    </button>
  );
};
