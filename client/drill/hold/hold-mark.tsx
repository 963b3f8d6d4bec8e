import './strings.ts';
import { Pause } from 'lucide-react';
import type { HoldPromise } from '#client/drill/model/drill-view.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { useSecondsUntil } from './hold-clock.ts';
import { usePromiser } from './promiser.ts';

/** From so many seconds before the time on it is drawn as a wait is that gets long. */
const SOON_S = 15;

/** 挂起 0:38 in a row, counted down; past the time as urgent as the longest wait, and it counts up. */
export const HoldMark = ({ hold: { backBy, from } }: { hold: Pick<HoldPromise, 'backBy' | 'from'> }) => {
  const { t } = useTranslation('hold');
  const left = useSecondsUntil(backBy);
  const name = usePromiser(from);
  const isDue = left <= 0;
  return (
    <span
      title={name === null ? undefined : t('by', { name, words: from?.words ?? '' })}
      className={cx(
        'inline-flex h-20 shrink-0 items-center gap-4 whitespace-nowrap text-12',
        isDue
          ? 'rounded-3 bg-bad-solid px-6 font-semibold text-white'
          : left <= SOON_S
            ? 'rounded-3 bg-warn-tint px-6 font-semibold text-warn'
            : 'text-ink-2',
      )}
    >
      <Pause size={12} className="shrink-0" aria-hidden="true" />
      {t(isDue ? 'mark.due' : 'mark.left', { time: clock(Math.abs(left) * 1000) })}
    </span>
  );
};
