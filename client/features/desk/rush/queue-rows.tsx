import '#client/features/desk/dialog-strings/strings.ts';
import { type CSSProperties, useId } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { queueTimeLeft } from '#client/drill/model/rush-news.ts';
import type { QueueEntry, RushView } from '#client/drill/model/rush-view.ts';
import { LiveWait } from '#client/drill/status/live-wait.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, takeBlock, takeFromQueue, takenAbove } from '#client/features/desk/model/rush-commands.ts';
import { money, runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

type Props = { rush: RushView; onTaken?: () => void };

/** Who waits, in order of arrival, each with a bar that empties until a colleague takes them. */
export const QueueRows = ({ rush, onTaken }: Props) => {
  const { t } = useTranslation('desk');
  const id = useId();
  const why = useDrill((state) => blockWords(takeBlock(state)));
  const above = useDrill(takenAbove);
  const note = why ?? (above === null ? null : t('rush.above', { n: above }));
  return (
    <>
      {note === null ? null : (
        <p id={id} className="border-line border-b px-12 py-4 text-12 text-ink-2">
          {note}
        </p>
      )}
      <ol aria-label={t('rush.waiting', { n: rush.queue.length })}>
        {rush.queue.map((entry, index) => (
          <li
            key={entry.conversation}
            data-queued={entry.conversation}
            className="relative flex h-44 items-center gap-8 pr-10 pl-12 max-pane:h-48"
          >
            <span className="min-w-0 flex-1 leading-[18px]">
              <span className="flex min-w-0 items-center gap-6">
                <span lang="zh-CN" className="cut" title={entry.name}>
                  {entry.name}
                </span>
                {entry.isRegular ? <Tag tone="accent">{t('regular')}</Tag> : null}
                {entry.isBack ? <Tag>{t('rush.back')}</Tag> : null}
              </span>
              <Known entry={entry} />
            </span>
            <span className="grid justify-items-end leading-[18px]">
              <LiveWait since={entry.since} isLongest={index === 0} />
              <SecondsLeft entry={entry} rush={rush} />
            </span>
            <Button
              size="s"
              className="max-pane:min-h-44"
              disabled={why !== null}
              aria-label={t('rush.takeWhom', { name: entry.name })}
              aria-describedby={note === null ? undefined : id}
              onClick={() => {
                onTaken?.();
                void takeFromQueue(entry.conversation);
              }}
            >
              {t('rush.take')}
            </Button>
            <TimeLeft entry={entry} rush={rush} />
          </li>
        ))}
      </ol>
    </>
  );
};

/** What the shop's system knows of who waits: where their order stands and for how much, and the page they come from. */
const Known = ({ entry: { orders, from } }: { entry: QueueEntry }) => {
  const { t } = useTranslation('desk');
  const [first, ...others] = orders ?? [];
  const order =
    first === undefined
      ? t('order.none')
      : `${t(`order.status.${first.status}`)} ${money(first.total)}${others.length > 0 ? t('order.more', { n: others.length }) : ''}`;
  const words = [...(orders === null ? [] : [order]), ...(from === null ? [] : [from])].join(' · ');
  return words === '' ? null : (
    <span className="cut block text-12 text-ink-2" title={words}>
      {words}
    </span>
  );
};

/** Steps of the bar: it is drawn again at each of them, not with every tick of the clock. */
const STEPS = 45;

/** The last third of their patience, and the one before. */
const SOON = 1 / 3;
const SOME = 2 / 3;

/** Who goes soon, in words: the bar's colour alone told it to nobody who can't see red (RULES X109). */
const SecondsLeft = ({ entry, rush }: { entry: QueueEntry; rush: RushView }) => {
  const { t } = useTranslation('desk');
  const leftS = useDrillClock(({ now }) => {
    const share = queueTimeLeft(entry, rush, now);
    return share > SOON ? null : Math.ceil((share * rush.opened.colleagueAfterMs) / 1000);
  });
  return leftS === null ? null : (
    <span aria-hidden="true" className="whitespace-nowrap font-semibold text-12 text-bad">
      {t('desk-dialogs:rush.soon', { n: leftS })}
    </span>
  );
};

const TimeLeft = ({ entry, rush }: { entry: QueueEntry; rush: RushView }) => {
  const { t } = useTranslation('desk');
  const share = useDrillClock(({ now }) => Math.ceil(queueTimeLeft(entry, rush, now) * STEPS) / STEPS);
  const fit: CSSProperties = { width: `${Math.round(share * 100)}%` };
  return (
    <span
      role="img"
      aria-label={t('rush.timeLeft', { time: runningWait((share * rush.opened.colleagueAfterMs) / 1000) })}
      className="absolute inset-x-12 bottom-0 h-2 bg-sunken"
    >
      <span
        className={cx('block h-2', share <= SOON ? 'bg-bad-solid' : share <= SOME ? 'bg-warn-solid' : 'bg-good-solid')}
        style={fit}
      />
    </span>
  );
};
