import { CircleCheck, CloudOff, LoaderCircle } from 'lucide-react';
import type { countsOf } from '#client/features/paper/model/answer-state.ts';
import type { SeatPaperView } from '#client/features/paper/model/use-seat-paper.ts';
import { clauses } from '#client/lib/clauses.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

type Props = { view: SeatPaperView; counts: ReturnType<typeof countsOf>; onHandIn: () => void };

/** From here on what is left is told in red and to a screen reader. */
const SOON_MS = 5 * 60_000;

/** Stays in sight: whose paper it is, how much is answered, whether it is stored, and what time is left. */
export const PaperStrip = ({ view, counts, onHandIn }: Props) => {
  const { t } = useTranslation('paper');
  const { body, leftMs, queue, refusal } = view;
  const isSoon = leftMs <= SOON_MS;
  return (
    <header className="sticky top-48 z-3 col-span-full mb-12 border border-line bg-surface max-pane:-mx-14 max-pane:border-x-0">
      <div className="flex min-h-48 items-stretch">
        <div className="min-w-0 flex-1 self-center px-14 py-4">
          <h1 className="truncate font-semibold">{body.run.name}</h1>
          <p className="truncate text-12 text-ink-3">{clauses([body.run.className, body.seat.name])}</p>
        </div>
        <Figure
          label={t('strip.answered')}
          value={counts.answered}
          unit={t('strip.of', { of: body.count })}
          className="border-l max-pane:hidden"
        />
        <Figure label={t('strip.flagged')} value={counts.flagged} className="max-pane:hidden" />
        <div className="flex items-center px-14 text-12 text-ink-2 max-pane:hidden">
          <SavedState view={view} />
        </div>
        <Figure
          label={t('strip.left')}
          value={clock(leftMs)}
          className="border-l max-pane:border-r-0"
          {...(isSoon ? { tone: 'bad' as const } : {})}
        />
        <div className="flex items-center px-14 max-pane:hidden">
          <Button onClick={onHandIn}>{t('handIn.go')}</Button>
        </div>
      </div>
      <div className={cx('border-line border-t px-14 py-4 text-12 text-ink-2 pane:hidden')}>
        <SavedState view={view} />
      </div>
      <p role="status" className="sr-only">
        {isSoon ? t('strip.soon') : ''}
      </p>
      {queue.isOffline ? (
        <Notice tone="warn">{t('strip.offline', { n: queue.waiting.length })}</Notice>
      ) : refusal === null ? null : (
        <Notice tone="bad">{refusal.message}</Notice>
      )}
    </header>
  );
};

/** Whether all that was given is stored; a mark and words, not a colour alone. */
const SavedState = ({ view: { queue, body } }: { view: SeatPaperView }) => {
  const { t } = useTranslation('paper');

  const savedWords = (storedAt: number | null, answered: number): string => {
    if (storedAt !== null)
      return t('saved.at', { time: new Date(storedAt).toLocaleTimeString('zh-CN', { hour12: false }) });
    return t(answered === 0 ? 'saved.none' : 'saved.all');
  };

  const [Icon, words] = queue.isOffline
    ? ([CloudOff, t('saved.offline', { n: queue.waiting.length })] as const)
    : queue.waiting.length > 0
      ? ([LoaderCircle, t('saved.sending')] as const)
      : ([CircleCheck, savedWords(queue.storedAt, body.answered)] as const);
  return (
    <span className="inline-flex items-center gap-5">
      <Icon size={14} aria-hidden="true" />
      {words}
    </span>
  );
};
