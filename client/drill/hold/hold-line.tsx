import './strings.ts';
import { Pause } from 'lucide-react';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { useSecondsUntil } from './hold-clock.ts';
import { usePromiser } from './promiser.ts';

type Props = { backBy: number; seat: string | null; words: string; className?: string };

/** In a card or a note of somebody who is passed on: who had promised what, and how much time is left. `seat` null: oneself. */
export const HoldLine = ({ backBy, seat, words, className }: Props) => {
  const { t } = useTranslation('hold');
  const left = useSecondsUntil(backBy);
  const name = usePromiser(seat === null ? null : { seat, words });
  const isDue = left <= 0;
  const time = clock(Math.abs(left) * 1000);
  return (
    <span className={cx('flex items-start gap-4', isDue ? 'font-semibold text-bad' : 'text-ink-2', className)}>
      <Pause size={12} className="mt-5 shrink-0" aria-hidden="true" />
      <span className="min-w-0 wrap-anywhere">
        {name === null ? t('mine', { words }) : t('by', { name, words })}{' '}
        <span className="whitespace-nowrap">{t(isDue ? 'line.due' : 'line.left', { time })}</span>
      </span>
    </span>
  );
};
