import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { MoodTrend, MoodWord } from '#contract/wire-events.ts';

const LOOKS: Record<MoodWord, { tone: string; height: number }> = {
  angry: { tone: 'text-bad', height: 9 },
  upset: { tone: 'text-warn', height: 7 },
  anxious: { tone: 'text-warn', height: 6 },
  calm: { tone: 'text-ink-2', height: 4.5 },
  pleased: { tone: 'text-good', height: 2 },
};

const ARROWS: Record<Exclude<MoodTrend, 'steady'>, { tone: string; path: string }> = {
  falling: { tone: 'stroke-bad', path: 'M24.5 1.5v7m-2.5-2.5 2.5 2.5 2.5-2.5' },
  rising: { tone: 'stroke-good', path: 'M24.5 8.5v-7m-2.5 2.5 2.5-2.5 2.5 2.5' },
};
/** Where the line ends: before the arrow where there is one, so that the word stands where it stood. */
const [LINE_PX, WHOLE_LINE_PX] = [17, 26];

type Props = { moods: readonly [MoodWord, ...MoodWord[]]; trend?: MoodTrend; className?: string };

/**
 * The mood in a word, a line of the five latest moods at most (oldest first; the last is the present one), and an arrow
 * where it has risen or fallen since the last turn.
 */
export const Mood = ({ moods, trend = 'steady', className }: Props) => {
  const { t } = useTranslation('ui');
  const current = moods.at(-1) ?? moods[0];
  const shown = moods.length === 1 ? [current, current] : moods.slice(-5);
  const length = trend === 'steady' ? WHOLE_LINE_PX : LINE_PX;
  const points = shown
    .map((word, index) => `${1 + (length * index) / (shown.length - 1)},${LOOKS[word].height}`)
    .join(' ');
  return (
    <span
      className={cx('inline-flex shrink-0 items-center gap-4 whitespace-nowrap', LOOKS[current].tone, className)}
      title={trend === 'steady' ? undefined : t(`moodTrend.${trend}`)}
    >
      <svg viewBox="0 0 28 10" className="h-10 w-28 fill-none stroke-[1.5] stroke-current" aria-hidden="true">
        <polyline points={points} />
        {trend === 'steady' ? null : <path d={ARROWS[trend].path} className={ARROWS[trend].tone} />}
      </svg>
      {t(`mood.${current}`)}
      {trend === 'steady' ? null : <span className="sr-only"> {t(`moodTrend.${trend}`)}</span>}
    </span>
  );
};
