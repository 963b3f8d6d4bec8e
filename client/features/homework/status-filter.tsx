import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { HomeworkStatus } from '#contract/homework/homework.ts';
import type { HomeworkSeat } from './homework-seat.ts';

/** In the order in which a teacher looks: who needs a word first. */
export const STATUSES: readonly HomeworkStatus[] = ['not-begun', 'stuck', 'going', 'late', 'handed-in'];

type Props = {
  seats: readonly HomeworkSeat[];
  /** Null: all. */
  shown: HomeworkStatus | null;
  onShow: (status: HomeworkStatus | null) => void;
};

/** How many stand where; a press shows these alone, another one all. */
export const StatusFilter = ({ seats, shown, onShow }: Props) => {
  const { t } = useTranslation('homework');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a grid in the browsers of old school machines
    <div role="group" aria-label={t('statuses')} className="mb-12 grid grid-cols-5 border border-line bg-surface">
      {STATUSES.map((status) => {
        const count = seats.filter(({ homework }) => homework.status === status).length;
        const isUrgent = count > 0 && (status === 'stuck' || status === 'not-begun');
        return (
          <button
            key={status}
            type="button"
            aria-pressed={shown === status}
            onClick={() => onShow(shown === status ? null : status)}
            className={cx(
              'flex min-h-48 flex-col items-start border-line border-r px-14 py-6 text-left max-pane:px-8 last:border-r-0 hover:bg-soft focus-visible:-outline-offset-2',
              shown === status && 'bg-tint hover:bg-tint',
            )}
          >
            <b className={cx('text-18', count === 0 ? 'font-normal text-ink-3' : isUrgent && 'text-warn')}>{count}</b>
            <span className="text-12 text-ink-2">{t(`status.${status}`)}</span>
          </button>
        );
      })}
    </div>
  );
};
