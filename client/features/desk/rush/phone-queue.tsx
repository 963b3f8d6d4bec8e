import { useRef, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useKeepsLog } from '#client/lib/hooks/use-keeps-log.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import { useLostPress } from './lost-press.ts';
import { Exits } from './queue-dock.tsx';
import { QueueRows } from './queue-rows.tsx';
import { TurnLine } from './turn-line.tsx';

/**
 * On a phone the queue is out of sight beside a conversation: a button with its number opens it from below. How many at once is
 * told there, so that the name of whoever is answered first has the line (RULES X57).
 */
export const PhoneQueue = () => {
  const { t } = useTranslation('desk');
  useLostPress();
  const isPhone = usePhone();
  const rush = useDrill((state) => state.view.rush);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const [isOpen, setIsOpen] = useState(false);
  const count = rush?.queue.length ?? 0;
  // Nobody waits, so nothing is to be taken: the thread has the row. An open sheet stays.
  if (!isPhone || rush === null || hasEnded || (count === 0 && !isOpen)) return null;
  return (
    <>
      <QueueButton count={count} isOpen={isOpen} onOpen={() => setIsOpen(true)} />
      <Sheet
        from="bottom"
        title={count === 0 ? t('rush.nobody') : t('rush.waiting', { n: count })}
        description={t(rush.opened.dial ? 'rush.dialed' : 'rush.fixed', { n: rush.capacity })}
        open={isOpen}
        onOpenChange={setIsOpen}
      >
        <div data-queue className="-mx-12 mt-8">
          <Exits rush={rush} />
          <QueueRows rush={rush} onTaken={() => setIsOpen(false)} />
        </div>
      </Sheet>
    </>
  );
};

type QueueButtonProps = { count: number; isOpen: boolean; onOpen: () => void };

const QueueButton = ({ count, isOpen, onOpen }: QueueButtonProps) => {
  const { t } = useTranslation('desk');
  const button = useRef<HTMLButtonElement>(null);
  useKeepsLog(button);
  return (
    <button
      ref={button}
      type="button"
      aria-expanded={isOpen}
      onClick={onOpen}
      className="ml-auto flex min-h-44 shrink-0 items-center justify-end border-line border-b bg-soft px-12 first:grow focus-visible:-outline-offset-2"
    >
      <span className="whitespace-nowrap">
        {t('rush.queue')} <b>{count}</b>
      </span>
    </button>
  );
};

/** The strip over the list is out of sight, too, so a turn of the dial is told here. */
export const PhoneTurn = () => {
  const isPhone = usePhone();
  const rush = useDrill((state) => state.view.rush);
  return isPhone && rush !== null ? (
    <TurnLine rush={rush} className="shrink-0 border-line border-b px-12 py-6" />
  ) : null;
};
