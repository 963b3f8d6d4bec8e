import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import type { MoodWord } from '#contract/wire-events.ts';

const LOOKS: Record<MoodWord, { tone: string; height: number }> = {
  angry: { tone: 'text-bad', height: 9 },
  upset: { tone: 'text-warn', height: 7 },
  anxious: { tone: 'text-warn', height: 6 },
  calm: { tone: 'text-ink-2', height: 4.5 },
  pleased: { tone: 'text-good', height: 2 },
};

/** The mood in a word, and a line of the five latest moods at most (oldest first; the last is the present one). */
export const Mood = ({ moods, className }: { moods: readonly [MoodWord, ...MoodWord[]]; className?: string }) => {
  const { t } = useTranslation('ui');
  const current = moods.at(-1) ?? moods[0];
  const shown = moods.length === 1 ? [current, current] : moods.slice(-5);
  const points = shown.map((word, index) => `${1 + (20 * index) / (shown.length - 1)},${LOOKS[word].height}`).join(' ');
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-4 whitespace-nowrap', LOOKS[current].tone, className)}>
      <svg viewBox="0 0 22 10" className="h-10 w-22 fill-none stroke-[1.5] stroke-current" aria-hidden="true">
        <polyline points={points} />
      </svg>
      {t(`mood.${current}`)}
    </span>
  );
};
