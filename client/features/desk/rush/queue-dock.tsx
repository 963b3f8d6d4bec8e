import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { newExits } from '#client/drill/model/rush-news.ts';
import type { RushView } from '#client/drill/model/rush-view.ts';
import { exitWords } from '#client/drill/status/rush-words.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useLostPress } from './lost-press.ts';
import { QueueRows } from './queue-rows.tsx';

/**
 * The queue at the foot of the list, where it moves none of the conversations above it. On a phone the strip over the list says
 * already that nobody waits.
 */
export const QueueDock = () => {
  useLostPress();
  const rush = useDrill((state) => state.view.rush);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isReady = useDrill((state) => state.view.stopReason === 'not-started');
  return rush === null || hasEnded || isReady ? null : <Dock rush={rush} />;
};

const Dock = ({ rush }: { rush: RushView }) => {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(true);
  const id = useId();
  const count = rush.queue.length;
  const Icon = isOpen ? ChevronDown : ChevronUp;
  const isPhone = usePhone();
  return (
    <section
      data-queue
      aria-label={t('rush.queueLabel')}
      className="flex max-h-[46%] shrink-0 flex-col max-pane:max-h-[56dvh] max-pane:min-h-0 max-pane:shrink border-line-2 border-t max-pane:has-[>p:only-child:empty]:border-t-0"
    >
      <Exits rush={rush} />
      {count === 0 && isPhone ? null : count === 0 ? (
        <p className="bg-soft px-12 py-8 text-12 text-ink-3">{t(rush.isOver ? 'rush.overText' : 'rush.nobody')}</p>
      ) : (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="flex h-36 shrink-0 items-center gap-8 border-line border-b bg-soft px-12 text-left focus-visible:-outline-offset-2 max-pane:h-44"
        >
          <b>{t('rush.waiting', { n: count })}</b>
          <span className="cut flex-1 text-right text-12 text-ink-3">
            {t('rush.colleague', { n: Math.round(rush.opened.colleagueAfterMs / 1000) })}
          </span>
          <Icon size={14} className="shrink-0" aria-hidden="true" />
        </button>
      )}
      {count > 0 && isOpen ? (
        <section
          id={id}
          aria-label={t('rush.waiting', { n: count })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
          tabIndex={0}
          className="min-h-0 overflow-auto focus-visible:-outline-offset-2"
        >
          <QueueRows rush={rush} />
        </section>
      ) : null}
    </section>
  );
};

/** Who has just left the queue: said once and quietly, gone after some seconds. */
export const Exits = ({ rush }: { rush: RushView }) => {
  const text = useDrillClock(({ now }) => exitWords(newExits(rush, now)));
  return (
    <p
      role="status"
      className={text === '' ? undefined : 'shrink-0 border-line border-b px-12 py-5 text-12 text-ink-2'}
    >
      {text}
    </p>
  );
};
