import { useId } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { PlayedMood } from '#contract/together/role-plays.ts';

const MOODS: readonly PlayedMood[] = ['pleased', 'calm', 'anxious', 'upset', 'angry'];

/** A slider in five steps; the trainee's desk shows the word and no number. */
export const MoodChoice = ({ mood, onChange }: { mood: PlayedMood; onChange: (mood: PlayedMood) => void }) => {
  const { t } = useTranslation('role-play');
  const id = useId();
  return (
    <div>
      <div className="flex flex-wrap items-center gap-12">
        <label htmlFor={id} className="font-semibold">
          {t('mood.label')}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={MOODS.length - 1}
          step={1}
          value={MOODS.indexOf(mood)}
          aria-valuetext={t(`mood.${mood}`)}
          onChange={({ target }) => onChange(MOODS[Number(target.value)] ?? mood)}
          className="h-30 min-w-160 flex-1 accent-accent-solid max-pane:h-44"
        />
        <output htmlFor={id} className="min-w-56 font-semibold">
          {t(`mood.${mood}`)}
        </output>
      </div>
      <p className="text-12 text-ink-3">{t('mood.hint')}</p>
    </div>
  );
};
