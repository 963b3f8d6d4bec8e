import { useMemo } from 'react';
import { withHolds } from '#client/drill/hold/with-holds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { shownBy } from '#client/drill/model/thread-rows.ts';
import { ConversationMood } from '#client/drill/status/conversation-mood.tsx';
import { ConversationWait } from '#client/drill/status/conversation-wait.tsx';
import { LedgerStrip } from '#client/drill/status/ledger-strip.tsx';
import { PlaceTag } from '#client/drill/thread/place-words.tsx';
import { ThreadFrame } from '#client/drill/thread/thread-frame.tsx';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { DrillSummary, ShopBody } from '#contract/bodies.ts';
import { useReplay } from './replay-store.ts';

type Props = { drill: DrillSummary | null; shop: ShopBody | null };

/** The open conversation as far as it had come. */
export const ReplayThread = ({ drill, shop }: Props) => {
  const { t } = useTranslation('replay');
  const conversation = useReplay((state) =>
    state.shownKey === null ? undefined : state.view.conversations[state.shownKey],
  );
  const at = useReplay((state) => state.at);
  const standing = conversation && shownBy(conversation, at);
  const shown = useMemo(() => standing && withHolds(standing), [standing]);
  return (
    <section aria-label={t('thread.label')} className="flex min-h-0 min-w-0 flex-col bg-canvas">
      {conversation === undefined || shown === undefined ? (
        <NotYetArrived />
      ) : (
        <>
          <ReplayThreadHead conversation={conversation} drill={drill} />
          <LedgerStrip ledger={conversation.ledger} items={shown.items} />
          <ThreadFrame key={conversation.key} conversation={shown} shop={shop} isLive={false} />
        </>
      )}
    </section>
  );
};

/** Shown before this customer has come: when they will. */
const NotYetArrived = () => {
  const { t } = useTranslation('replay');
  const coming = useReplay((state) =>
    state.shownKey === null ? undefined : state.finalView.conversations[state.shownKey],
  );
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

const ReplayThreadHead = ({ conversation, drill }: { conversation: ConversationView; drill: DrillSummary | null }) => {
  const { t } = useTranslation('desk');
  const typeName = drill?.scenarios.find((scenario) => scenario.id === conversation.scenario)?.typeName ?? null;
  return (
    <div className="flex h-40 shrink-0 items-center gap-10 border-line border-b bg-surface pr-12 pl-16 max-pane:px-12">
      <h2 className="cut shrink font-semibold">{conversation.name}</h2>
      <span className="flex gap-6 max-pane:hidden">
        <Tag tone={conversation.isRegular ? 'accent' : 'plain'}>
          {t(conversation.isRegular ? 'regular' : 'newcomer')}
        </Tag>
        {typeName === null ? null : <Tag tone="line">{typeName}</Tag>}
      </span>
      <PlaceTag place={conversation.place} />
      <ConversationMood conversation={conversation} />
      <span className="flex-1" />
      <ConversationWait conversation={conversation} />
    </div>
  );
};
