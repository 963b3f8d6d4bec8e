import { ArrowDown } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary, ShopBody } from '#contract/bodies.ts';
import { threadRows } from '../../lib/desk-thread.ts';
import type { ConversationView } from '../../lib/drill-view.ts';
import { clock } from '../../lib/format.ts';
import { useStickToEnd } from '../../lib/use-stick-to-end.ts';
import { BeforeChat } from '../../ui/before-chat.tsx';
import { Button } from '../../ui/button.tsx';
import { ConversationMood } from '../../ui/conversation-mood.tsx';
import { ConversationWait } from '../../ui/conversation-wait.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LedgerStrip } from '../../ui/ledger-strip.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ThreadRowView } from '../../ui/thread-row.tsx';
import { useReplay } from './replay-store.ts';

type Props = { drill: DrillSummary | null; shop: ShopBody | null };

/** The open conversation as far as it had come. */
export const ReplayThread = ({ drill, shop }: Props) => {
  const { t } = useTranslation('replay');
  const conversation = useReplay((state) => (state.shown === null ? undefined : state.view.conversations[state.shown]));
  return (
    <section aria-label={t('thread.label')} className="flex min-h-0 min-w-0 flex-col bg-canvas">
      {conversation === undefined ? (
        <NotYet />
      ) : (
        <>
          <Head conversation={conversation} drill={drill} />
          <LedgerStrip ledger={conversation.ledger} />
          <Log key={conversation.key} conversation={conversation} shop={shop} />
        </>
      )}
    </section>
  );
};

/** Before this customer came: when that will be. */
const NotYet = () => {
  const { t } = useTranslation('replay');
  const coming = useReplay((state) => (state.shown === null ? undefined : state.whole.conversations[state.shown]));
  const at = coming?.items[0]?.at ?? null;
  return (
    <EmptyState
      className="flex-1"
      title={t(coming === undefined ? 'thread.nobody' : 'thread.notYet')}
      {...(coming === undefined || at === null
        ? {}
        : { text: t('thread.comes', { name: coming.name, at: clock(at) }) })}
    />
  );
};

const Head = ({ conversation, drill }: { conversation: ConversationView; drill: DrillSummary | null }) => {
  const { t } = useTranslation('desk');
  const typeName = drill?.scenarios.find((scenario) => scenario.id === conversation.scenario)?.typeName ?? null;
  return (
    <div className="flex h-40 shrink-0 items-center gap-10 border-line border-b bg-surface pr-12 pl-16 max-pane:px-12">
      <h2 className="cut shrink font-semibold">{conversation.name}</h2>
      <span className="flex gap-6 max-pane:hidden">
        <Tag tone={conversation.regular ? 'accent' : 'plain'}>{t(conversation.regular ? 'regular' : 'newcomer')}</Tag>
        {typeName === null ? null : <Tag tone="line">{typeName}</Tag>}
      </span>
      <ConversationMood conversation={conversation} />
      <span className="flex-1" />
      <ConversationWait conversation={conversation} />
    </div>
  );
};

const Log = ({ conversation, shop }: { conversation: ConversationView; shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  const rows = useMemo(() => threadRows(conversation), [conversation]);
  const { scroll, away, toEnd } = useStickToEnd(String(conversation.items.length));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroll}
        role="log"
        // What is played again is not read out by itself: it would never end.
        aria-live="off"
        aria-label={t('thread.with', { name: conversation.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        <div className="flex min-h-full flex-col justify-end pt-4 pr-16 pb-12 max-pane:pr-0">
          <BeforeChat before={conversation.before} shop={shop} orders={conversation.orders} />
          {rows.map((row) => (
            <ThreadRowView key={row.key} row={row} shop={shop} orders={conversation.orders} />
          ))}
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
