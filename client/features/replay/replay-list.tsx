import { HoldMark } from '#client/drill/hold/hold-mark.tsx';
import { longestWaitingKey, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { useShop } from '#client/drill/model/drill-shops.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { lastMessage } from '#client/drill/model/last-message.ts';
import { OrderWord } from '#client/drill/shop/order-word.tsx';
import { ConversationMood } from '#client/drill/status/conversation-mood.tsx';
import { ConversationWait } from '#client/drill/status/conversation-wait.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import { pickConversation, useReplay } from './replay-store.ts';

/** Who was there, in order of arrival, each with the wait as it stood. */
export const ReplayList = ({ onPicked }: { onPicked: () => void }) => {
  const { t } = useTranslation('replay');
  const arrivalOrder = useReplay((state) => state.view.arrivalOrder);
  const comingCount = useReplay((state) => state.finalView.arrivalOrder.length - state.view.arrivalOrder.length);
  const isFollowing = useReplay((state) => state.chosenKey === null);
  return (
    <section
      aria-label={t('list.label')}
      className="flex min-h-0 min-w-0 flex-col border-line border-r bg-surface max-pane:border-r-0"
    >
      <div className="flex h-40 shrink-0 items-center justify-between border-line border-b pr-8 pl-12 max-pane:h-52">
        <h2 className="font-semibold">{t('list.here', { n: arrivalOrder.length })}</h2>
        <Button
          size="s"
          kind="bare"
          aria-pressed={isFollowing}
          title={t('list.followHint')}
          onClick={() => pickConversation(isFollowing ? useReplay.getState().shownKey : null)}
        >
          {t('list.follow')}
        </Button>
      </div>
      <ScrollArea label={t('list.label')} className="min-h-0 flex-1">
        <ul>
          {arrivalOrder.map((key) => (
            <li key={key}>
              <ReplayListRow id={key} onPicked={onPicked} />
            </li>
          ))}
        </ul>
        {comingCount > 0 ? (
          <p className="border-line border-b bg-soft px-12 py-6 text-12 text-ink-3">
            {t('list.coming', { n: comingCount })}
          </p>
        ) : null}
      </ScrollArea>
    </section>
  );
};

const ReplayListRow = ({ id, onPicked }: { id: string; onPicked: () => void }) => {
  const { t } = useTranslation('desk');
  const conversation = useReplay((state) => state.view.conversations[id]);
  const isLongest = useReplay((state) => longestWaitingKey(state.view) === id);
  const hasEnded = useReplay((state) => state.view.endReason !== null);
  const isShown = useReplay((state) => state.shownKey === id);
  const shopDrill = useReplay((state) => state.shopDrill);
  const shop = useShop(conversation?.shop ?? null, shopDrill);
  if (conversation === undefined) return null;
  const line = lastMessage(conversation, shop);
  const hold = hasEnded ? null : holdNow(conversation);
  return (
    <button
      type="button"
      aria-current={isShown ? 'true' : undefined}
      onClick={() => {
        pickConversation(id);
        onPicked();
      }}
      className={cx(
        'relative grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-8 border-line border-b py-5 pr-10 pl-14 text-left leading-[18px] focus-visible:-outline-offset-2',
        'max-pane:px-12 max-pane:py-10 max-pane:leading-[20px]',
        isShown
          ? 'bg-tint before:absolute before:inset-y-0 before:left-0 before:w-3 before:bg-accent-solid'
          : 'hover:bg-soft',
      )}
    >
      <span
        className={cx(
          'flex min-w-0 items-center gap-6 leading-[20px]',
          (isShown || waitingSince(conversation) !== null) && 'font-semibold',
        )}
      >
        <span lang="zh-CN" className="cut">
          {conversation.name}
        </span>
        {conversation.isRegular ? <Tag tone="accent">{t('regular')}</Tag> : null}
      </span>
      <span className="justify-self-end">
        <ConversationWait conversation={conversation} isLongest={isLongest} />
      </span>
      <span lang="zh-CN" className="cut col-span-2 text-12 text-ink-2 max-pane:text-13" title={line}>
        {line}
      </span>
      <span className="col-span-2 flex gap-6 whitespace-nowrap text-12 text-ink-3 max-pane:text-13">
        <OrderWord conversation={conversation} />
        {hold === null ? null : <HoldMark hold={hold} />}
        <ConversationMood conversation={conversation} className="ml-auto" />
      </span>
    </button>
  );
};
