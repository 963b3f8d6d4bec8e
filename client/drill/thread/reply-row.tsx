import { CheckCheck, Zap } from 'lucide-react';
import { useContext } from 'react';
import type { ThreadRow } from '#client/drill/model/thread-rows.ts';
import { clock, runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ActionCard } from './action-card.tsx';
import { BubbleView } from './bubble.tsx';
import { ReplyToolsContext } from './reply-tools.ts';
import { type RowContext, RowFrame } from './row-frame.tsx';

type Reply = Extract<ThreadRow, { kind: 'reply' }>;

/** The trainee's own: a message or a card the customer sees, stored. */
export const ReplyRow = ({ row, shop, orders, isFound }: { row: Reply; isFound: boolean } & RowContext) => {
  const { t } = useTranslation('desk');
  const ReplyTools = useContext(ReplyToolsContext);
  const { item, bracket } = row;
  // Words nobody read ended no round, though the open one runs to the last row.
  const isUnread = item.kind === 'trainee' && item.withdrawn === 'unread';
  const isLast = bracket?.part === 'end' || bracket?.part === 'whole';
  const round = isLast && !isUnread ? bracket.round : null;
  return (
    <RowFrame bracket={bracket} at={null}>
      <div className="group flex min-w-0 flex-col items-end pt-4 pl-4 max-pane:pl-0">
        {item.kind === 'trainee' ? (
          <BubbleView
            bubble={{ kind: 'text', text: item.text }}
            side="mine"
            shop={shop}
            orders={orders}
            isWithdrawn={item.withdrawn !== undefined}
            isFound={isFound}
          />
        ) : (
          <ActionCard item={item} shop={shop} orders={orders} />
        )}
        <p className="flex min-h-18 items-center gap-8 text-12 text-ink-3 max-pane:min-h-26">
          {item.kind === 'trainee' && item.quickReply !== null ? (
            <span className="inline-flex items-center gap-3">
              <Zap size={14} aria-hidden="true" />
              {item.edited > 0 ? t('reply.edited', { n: item.edited }) : t('reply.asIs')}
            </span>
          ) : null}
          {round === null ? null : (
            <span className="hidden max-pane:inline">
              {runningWait(((round.endedAt ?? round.startedAt) - round.startedAt) / 1000)}
            </span>
          )}
          {item.kind === 'trainee' && item.withdrawn === undefined && ReplyTools !== null ? (
            <ReplyTools message={item} />
          ) : null}
          {item.kind === 'trainee' && item.withdrawn !== undefined ? (
            <span className="text-right">{t(`reply.withdrawn.${item.withdrawn}`)}</span>
          ) : null}
          <time>{clock(row.at)}</time>
          <span className="inline-flex items-center text-good">
            <CheckCheck size={14} aria-hidden="true" />
            <span className="sr-only">{t('reply.stored')}</span>
          </span>
        </p>
      </div>
    </RowFrame>
  );
};
