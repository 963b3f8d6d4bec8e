import { ArrowDown } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ShopBody } from '#contract/bodies.ts';
import { threadRows } from '../../lib/desk-thread.ts';
import { useDrill } from '../../lib/drill-store.ts';
import type { ConversationView } from '../../lib/drill-view.ts';
import { useStickToEnd } from '../../lib/use-stick-to-end.ts';
import { BeforeChat } from '../../ui/before-chat.tsx';
import { Button } from '../../ui/button.tsx';
import { ThreadRowView } from '../../ui/thread-row.tsx';
import { OutgoingRow } from './outgoing-row.tsx';
import { TypingNotice } from './typing-notice.tsx';

type Props = { conversation: ConversationView; shop: ShopBody | null };

/** What was said. Only this conversation is read out, politely; seconds in the gutter are silent. */
export const ThreadLog = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const rows = useMemo(() => threadRows(conversation), [conversation]);
  const outgoing = useDrill(
    useShallow((state) => state.outbox.filter((item) => item.conversation === conversation.key)),
  );
  const { scroll, away, toEnd } = useStickToEnd(`${conversation.items.length} ${outgoing.length}`);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroll}
        role="log"
        aria-relevant="additions"
        aria-label={t('thread.with', { name: conversation.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto bg-canvas focus-visible:-outline-offset-2"
      >
        <div className="flex min-h-full flex-col justify-end pt-4 pr-16 pb-12 max-pane:pr-0">
          <BeforeChat before={conversation.before} shop={shop} orders={conversation.orders} />

          {rows.map((row) => (
            <ThreadRowView key={row.key} row={row} shop={shop} orders={conversation.orders} />
          ))}

          {outgoing.map((item) => (
            <OutgoingRow key={item.commandId} item={item} />
          ))}
          <TypingNotice conversation={conversation.key} name={conversation.name} />
        </div>
      </div>
      {away ? (
        <Button size="s" className="absolute right-16 bottom-8 z-3 shadow-float" onClick={toEnd}>
          <ArrowDown size={14} aria-hidden="true" />
          {t('thread.toEnd')}
        </Button>
      ) : null}
    </div>
  );
};
