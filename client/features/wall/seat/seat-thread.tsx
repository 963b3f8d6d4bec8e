import { OctagonAlert, TriangleAlert, Zap } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { actionName, answerLines, didWords, jumpWords } from '#client/drill/model/event-words.ts';
import { type ThreadRow, threadRows } from '#client/drill/model/thread-parts.ts';
import type { ActionItem } from '#client/drill/thread/action-card.tsx';
import { BystanderName } from '#client/drill/thread/bystander-name.tsx';
import { PlaceWords } from '#client/drill/thread/place-words.tsx';
import { useStickToEnd } from '#client/features/wall/model/use-stick-to-last.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { drillTimeAt, useWatched } from '#client/features/wall/model/watch-store.ts';
import { clauses } from '#client/lib/clauses.ts';
import { clock } from '#client/lib/format.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { LiveFault } from '#contract/wall.ts';
import { BookmarkButton } from './bookmark-button.tsx';
import { SeatBubble } from './seat-bubble.tsx';
import { SeatGutter } from './seat-gutter.tsx';

type Props = { conversation: ConversationView; tile: LiveTile };

/** The conversation as it goes on, with each fault under its message. Read only. */
export const SeatThread = ({ conversation, tile }: Props) => {
  const { t } = useTranslation('wall');
  const rows = useMemo(() => threadRows(conversation), [conversation]);
  // By its own names operations are told in the page's language.
  const shop = useShop(tile.drill === null ? null : conversation.shop, tile.drill);
  const faults = useMemo(() => byMessage(tile.seen, conversation.key), [tile.seen, conversation.key]);
  const { area, onScroll } = useStickToEnd(conversation.items.length);
  return (
    <div
      ref={area}
      onScroll={onScroll}
      role="log"
      aria-live="off"
      aria-label={t('pane.thread', { name: conversation.name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-canvas focus-visible:-outline-offset-2"
    >
      <div className="flex min-h-full flex-col justify-end pr-16 pb-12 max-pane:pr-12">
        {rows.map((row) => (
          <Row key={row.key} row={row} conversation={conversation} tile={tile} faults={faults} shop={shop} />
        ))}
        <Typing conversation={conversation} />
      </div>
    </div>
  );
};

type Faults = ReadonlyMap<string, readonly LiveFault[]>;
const byMessage = (faults: readonly LiveFault[], conversation: string): Faults => {
  const faultsByMessage = new Map<string, LiveFault[]>();
  for (const fault of faults)
    if (fault.conversation === conversation && fault.message !== null)
      faultsByMessage.set(fault.message, [...(faultsByMessage.get(fault.message) ?? []), fault]);
  return faultsByMessage;
};

type RowProps = Props & { row: ThreadRow; faults: Faults; shop: ShopBody | null };

const Row = ({ row, conversation, tile, faults, shop }: RowProps) => {
  const { orders } = conversation;
  const mark = (message: string) =>
    tile.drill === null ? null : (
      <BookmarkButton seat={tile.seat} drill={tile.drill} conversation={conversation.key} message={message} />
    );
  if (row.kind === 'burst')
    return (
      <Frame row={row}>
        <div className="flex min-h-60 flex-col items-start gap-4 pt-10 pl-4">
          {row.items.map((item) => (
            <div key={item.id} className="flex max-w-[88%] items-center gap-2">
              <SeatBubble bubble={item.bubble} orders={orders} />
              {mark(item.id)}
            </div>
          ))}
        </div>
      </Frame>
    );
  if (row.kind === 'bystander')
    return (
      <Frame row={row} isQuiet>
        <div className="flex max-w-[88%] flex-col items-start pt-8 pl-4">
          <BystanderName name={row.item.name} />
          <SeatBubble aside bubble={{ kind: 'text', text: row.item.text }} orders={orders} />
        </div>
      </Frame>
    );
  if (row.kind === 'place')
    return (
      <Frame row={row} isQuiet>
        <p className="pt-10 text-center text-13 text-ink-2">
          <PlaceWords place={row.item.place} />
        </p>
      </Frame>
    );
  if (row.kind === 'note') return <Note row={row} shop={shop} />;
  const { item } = row;
  const ownFaults = faults.get(item.id) ?? [];
  return (
    <Frame row={row} isQuiet>
      <div className="flex flex-col items-end pt-6 pl-4">
        <div className="flex max-w-[88%] items-center gap-2">
          {mark(item.id)}
          <SeatBubble
            mine
            faulty={ownFaults.length > 0}
            orders={orders}
            bubble={{
              kind: 'text',
              text: item.kind === 'trainee' ? item.text : actionWords(item, shop).join('\n'),
            }}
          />
        </div>
        <p className="flex flex-wrap items-center justify-end gap-6 pt-2 text-13 text-ink-3">
          {ownFaults.map((fault) => (
            <FaultTag key={fault.id} fault={fault} />
          ))}
          {item.kind === 'trainee' && item.quickReply !== null ? <QuickReply edited={item.edited} /> : null}
          <time>{clock(row.at)}</time>
        </p>
      </div>
    </Frame>
  );
};

const Frame = ({ row, isQuiet = false, children }: { row: ThreadRow; isQuiet?: boolean; children: ReactNode }) => (
  <div className="grid grid-cols-[84px_minmax(0,1fr)] max-pane:grid-cols-[68px_minmax(0,1fr)]">
    <SeatGutter rail={row.rail} at={isQuiet ? null : row.at} />
    {children}
  </div>
);

/** An operation and what the desk answered, in the page's language. */
const actionWords = (item: ActionItem, shop: ShopBody | null): string[] => [
  actionName(item, shop),
  ...answerLines(item, shop).map(({ text }) => text),
];

const FaultTag = ({ fault }: { fault: LiveFault }) => {
  const { t } = useTranslation('wall');
  const Icon = fault.redLine ? OctagonAlert : TriangleAlert;
  return (
    <Tag tone={fault.grave || fault.redLine ? 'bad' : 'warn'}>
      <Icon size={12} aria-hidden="true" />
      <span>{fault.redLine ? t('flag.redLine', { title: fault.title }) : fault.title}</span>
    </Tag>
  );
};

const QuickReply = ({ edited }: { edited: number }) => {
  const { t } = useTranslation('wall');
  return (
    <span className="inline-flex items-center gap-3">
      <Zap size={12} aria-hidden="true" />
      {edited > 0 ? t('reply.edited', { n: edited }) : t('reply.asIs')}
    </span>
  );
};

const Note = ({ row, shop }: { row: Extract<ThreadRow, { kind: 'note' }>; shop: ShopBody | null }) => {
  const { t } = useTranslation('wall');
  const { item } = row;
  const time = clock(row.at);
  const text =
    item.kind === 'action'
      ? t('note.action', { at: time, title: clauses(actionWords(item, shop)) })
      : item.kind === 'deed'
        ? t('note.deed', { at: time, text: didWords(item.deed) })
        : item.kind === 'jump'
          ? jumpWords(item.after)
          : t(`note.${item.kind}`, { at: time });
  return (
    <Frame row={row} isQuiet>
      <p className={cx('pt-8 pl-4 text-13', item.kind === 'jump' ? 'text-center text-ink-2' : 'text-ink-3')}>{text}</p>
    </Frame>
  );
};

const Typing = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('wall');
  const typing = useWatched((state) => state.typing[conversation.key]);
  const on = useWallClock(({ now }) => {
    const drillMs = drillTimeAt(useWatched.getState(), now);
    return typing !== undefined && drillMs >= typing.from - 1000 && (typing.until === null || drillMs < typing.until);
  });
  return on ? <p className="pt-8 pl-88 text-13 text-ink-3">{t('pane.typing', { name: conversation.name })}</p> : null;
};
