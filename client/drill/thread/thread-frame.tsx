import { ArrowDown } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { rowHolds, threadRows } from '#client/drill/model/thread-rows.ts';
import { useStickToEnd } from '#client/lib/hooks/use-stick-to-end.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { EarlierMessages } from './earlier-messages.tsx';
import { ThreadRowView } from './thread-row.tsx';
import { useFirstDrawnRow } from './use-drawn-rows.ts';

type Props = {
  conversation: ConversationView;
  shop: ShopBody | null;
  /** New rows are read out as they come. In a replay they aren't: the reading would never end. */
  isLive: boolean;
  /** How many rows stand below the conversation's own. When their number changes, the thread scrolls to its end. */
  rowsBelow?: number;
  /** The message a search led to, scrolled to and focused once for each object; null: none. */
  found?: { seq: number } | null;
  /** The focus has left that message. */
  onLeaveFound?: () => void;
  children?: ReactNode;
};

/**
 * The thread: it stays scrolled to its end unless the reader has scrolled up. Screen readers don't read the seconds in
 * the gutter.
 */
export const ThreadFrame = ({
  conversation,
  shop,
  isLive,
  rowsBelow = 0,
  found = null,
  onLeaveFound,
  children,
}: Props) => {
  const { t } = useTranslation('desk');
  const rows = useMemo(() => threadRows(conversation), [conversation]);
  const { scroll, away, toEnd, toElement } = useStickToEnd(`${conversation.items.length} ${rowsBelow}`);
  const foundIndex = found === null ? -1 : rows.findIndex((row) => rowHolds(row, found.seq));
  const { first, isLookingBack } = useFirstDrawnRow(rows.length, scroll, away, foundIndex < 0 ? null : foundIndex);
  useEffect(() => {
    const bubble = found === null ? null : scroll.current?.querySelector<HTMLElement>('[data-found]');
    if (bubble == null) return;
    toElement(bubble);
    // A composer that comes to the screen with its conversation takes the focus in an effect of its own.
    const frame = requestAnimationFrame(() => bubble.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [found, scroll, toElement]);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroll}
        role="log"
        // Earlier rows that are drawn again are no news.
        {...(isLive && !isLookingBack ? { 'aria-relevant': 'additions' as const } : { 'aria-live': 'off' as const })}
        aria-label={t('thread.with', { name: conversation.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        onBlur={(event) => {
          if (event.target.matches('[data-found]')) onLeaveFound?.();
        }}
        // Contained: what happens in the composer beside it paints no row anew, which took a third of a keystroke's work.
        className="contain-strict min-h-0 flex-1 overflow-y-auto bg-canvas [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div
          className={cx(
            'relative flex min-h-full flex-col justify-end pt-4 pr-16 max-pane:pr-0',
            // Below the last row of a live thread stands who is typing.
            isLive ? 'pb-26' : 'pb-12',
          )}
        >
          {first === 0 ? (
            <EarlierMessages messages={conversation.earlierMessages} shop={shop} orders={conversation.ordersAtFirst} />
          ) : null}
          {rows.slice(first).map((row) => (
            <ThreadRowView
              key={row.key}
              row={row}
              shop={shop}
              orders={conversation.orders}
              foundSeq={found?.seq ?? null}
            />
          ))}
          {children}
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
