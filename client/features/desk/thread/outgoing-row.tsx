import { Check, CircleAlert, Clock } from 'lucide-react';
import { BubbleView } from '#client/drill/thread/bubble.tsx';
import { RowFrame } from '#client/drill/thread/row-frame.tsx';
import type { Outgoing } from '#client/features/desk/model/drill-outbox.ts';
import { transmit, withdraw } from '#client/features/desk/model/drill-send.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

const NO_ORDERS = [] as const;

/** A reply on its way, with its state: a clock, a tick, or a red mark to press. */
export const OutgoingRow = ({ item }: { item: Outgoing }) => (
  <RowFrame bracket={null} at={null}>
    <div className="flex min-w-0 flex-col items-end pt-4 pl-4 max-pane:pl-0">
      <BubbleView bubble={{ kind: 'text', text: item.text }} side="mine" shop={null} orders={NO_ORDERS} />
      <div className="flex min-h-18 items-center gap-8 text-12 text-ink-3">
        <OutgoingState item={item} />
      </div>
    </div>
  </RowFrame>
);

const OutgoingState = ({ item }: { item: Outgoing }) => {
  const { t } = useTranslation('desk');
  const link = useDrill((state) => state.link.kind);
  const withdrawButton = (
    <Button kind="bare" size="s" onClick={() => withdraw(item.commandId)}>
      {t('reply.withdraw')}
    </Button>
  );
  if (item.state === 'failed')
    return (
      <>
        <Button kind="bare" size="s" className="text-bad" onClick={() => void transmit(item.commandId)}>
          <CircleAlert size={14} aria-hidden="true" />
          {t('reply.failed')}
        </Button>
        {withdrawButton}
      </>
    );
  if (item.state === 'queued')
    return (
      <>
        <Clock size={14} aria-hidden="true" />
        {t(link === 'offline' ? 'reply.noLine' : link === 'live' ? 'reply.whenRunning' : 'reply.whenBack')}
        {withdrawButton}
      </>
    );
  const Icon = item.state === 'stored' ? Check : Clock;
  return (
    <>
      <Icon size={14} aria-hidden="true" />
      {t(item.state === 'stored' ? 'reply.arrived' : 'reply.sending')}
    </>
  );
};
