import { OctagonAlert, TriangleAlert, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { HoldNote } from '#client/drill/hold/hold-note.tsx';
import { LeadNote } from '#client/drill/lead/lead-note.tsx';
import type { ConversationView, ThreadItem } from '#client/drill/model/drill-view.ts';
import { actionName, answerLines, didWords, jumpWords } from '#client/drill/model/event-words.ts';
import type { ThreadRow } from '#client/drill/model/thread-rows.ts';
import type { ActionItem } from '#client/drill/thread/action-card.tsx';
import { BystanderName } from '#client/drill/thread/bystander-name.tsx';
import { PlaceWords } from '#client/drill/thread/place-words.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { LiveFault } from '#contract/wall.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { BookmarkButton } from './bookmark-button.tsx';
import { SeatBubble } from './seat-bubble.tsx';
import { SeatGutter } from './seat-gutter.tsx';

type TransferItem = Extract<ThreadItem, { kind: 'transferred' }>;
type Translate = ReturnType<typeof useTranslation>['t'];

/** Faults of one conversation by the id of the message they are about. */
export type FaultsByMessage = ReadonlyMap<string, readonly LiveFault[]>;

type Props = {
  row: ThreadRow;
  conversation: ConversationView;
  tile: LiveTile;
  faults: FaultsByMessage;
  shop: ShopBody | null;
};

/** One row of the watched thread, with a button that bookmarks its message. */
export const SeatRow = ({ row, conversation, tile, faults, shop }: Props) => {
  const { orders } = conversation;
  const bookmarkButton = (message: string) =>
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
              {bookmarkButton(item.id)}
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
          <SeatBubble isBystander bubble={{ kind: 'text', text: row.item.text }} orders={orders} />
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
  return (
    <Frame row={row} isQuiet>
      <Reply row={row} orders={orders} faults={faults.get(row.item.id) ?? []} shop={shop}>
        {bookmarkButton(row.item.id)}
      </Reply>
    </Frame>
  );
};

type ReplyProps = {
  row: Extract<ThreadRow, { kind: 'reply' }>;
  orders: readonly WireOrder[];
  faults: readonly LiveFault[];
  shop: ShopBody | null;
  /** Stands before the bubble. */
  children: ReactNode;
};

/** The trainee's message or card with its faults and its time below. */
const Reply = ({ row: { item, at }, orders, faults, shop, children }: ReplyProps) => (
  <div className="flex flex-col items-end pt-6 pl-4">
    <div className="flex max-w-[88%] items-center gap-2">
      {children}
      <SeatBubble
        isMine
        isFaulty={faults.length > 0}
        orders={orders}
        bubble={{ kind: 'text', text: item.kind === 'trainee' ? item.text : actionWords(item, shop).join('\n') }}
      />
    </div>
    <p className="flex flex-wrap items-center justify-end gap-6 pt-2 text-13 text-ink-3">
      {faults.map((fault) => (
        <FaultTag key={fault.id} fault={fault} />
      ))}
      {item.kind === 'trainee' && item.quickReply !== null ? <QuickReplyMark edited={item.edited} /> : null}
      <time>{clock(at)}</time>
    </p>
  </div>
);

/** The gutter beside a row. A quiet row shows no time of its own there. */
const Frame = ({ row, isQuiet = false, children }: { row: ThreadRow; isQuiet?: boolean; children: ReactNode }) => (
  <div className="grid grid-cols-[84px_minmax(0,1fr)] max-pane:grid-cols-[68px_minmax(0,1fr)]">
    <SeatGutter bracket={row.bracket} at={isQuiet ? null : row.at} />
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

const QuickReplyMark = ({ edited }: { edited: number }) => {
  const { t } = useTranslation('wall');
  return (
    <span className="inline-flex items-center gap-3">
      <Zap size={12} aria-hidden="true" />
      {edited > 0 ? t('reply.edited', { n: edited }) : t('reply.asIs')}
    </span>
  );
};

const transferWords = (t: Translate, { to, isPassed, note }: TransferItem, at: string): string =>
  to === null
    ? t(isPassed ? 'note.passedOn' : 'note.transferred', { at, note })
    : t('note.handed', { at, note, role: to });

const Note = ({ row, shop }: { row: Extract<ThreadRow, { kind: 'note' }>; shop: ShopBody | null }) => {
  const { t } = useTranslation('wall');
  const { item } = row;
  const time = clock(row.at);
  if (item.kind === 'hold' || item.kind === 'lead-asked' || item.kind === 'lead-answered')
    return (
      <Frame row={row} isQuiet>
        <div className="pt-8 pl-4 text-13 text-ink-3">
          {item.kind === 'hold' ? <HoldNote item={item} /> : <LeadNote item={item} />}
        </div>
      </Frame>
    );
  const text =
    item.kind === 'action'
      ? t('note.action', { at: time, title: clauses(actionWords(item, shop)) })
      : item.kind === 'deed'
        ? t('note.deed', { at: time, text: didWords(item.deed) })
        : item.kind === 'jump'
          ? jumpWords(item.jump)
          : item.kind === 'greeting'
            ? t('note.greeting', { at: time, text: item.text })
            : item.kind === 'transferred'
              ? transferWords(t, item, time)
              : t(`note.${item.kind}`, { at: time });
  return (
    <Frame row={row} isQuiet>
      <p className={cx('pt-8 pl-4 text-13', item.kind === 'jump' ? 'text-center text-ink-2' : 'text-ink-3')}>{text}</p>
    </Frame>
  );
};
