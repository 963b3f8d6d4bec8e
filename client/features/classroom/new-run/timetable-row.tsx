import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { cx } from '#client/ui/cx.ts';
import { LESSON_STAGES, type RunDraft, spareMinutes } from './run-draft.ts';

type Props = { draft: RunDraft; onChange: (change: Partial<RunDraft>) => void };

const MAX_STAGE_MINUTES = 180;

/** The lesson's stages against the period. The drill's minutes are the same number as above, so either may be changed. */
export const TimetableRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  const spareMinutesLeft = spareMinutes(draft);
  return (
    <FormRow name={t('form.timetable')}>
      <label className="inline-flex min-h-30 items-center gap-8 max-pane:min-h-44">
        <input
          type="checkbox"
          checked={draft.timed}
          onChange={() => onChange({ timed: !draft.timed })}
          className="size-16 accent-accent-solid"
        />
        {t('timetable.use')}
      </label>
      {draft.timed ? (
        <>
          <div className="mt-4 flex flex-wrap gap-8">
            {LESSON_STAGES.map((kind) => (
              <NumberField
                key={kind}
                label={t(`stage.${kind}`)}
                unit={t('timetable.unit')}
                max={MAX_STAGE_MINUTES}
                value={kind === 'drill' ? draft.minutes : draft.stages[kind]}
                onChange={(minutes) =>
                  onChange(kind === 'drill' ? { minutes } : { stages: { ...draft.stages, [kind]: minutes } })
                }
              />
            ))}
          </div>
          <div className="mt-10 flex flex-wrap items-center gap-x-12 gap-y-4">
            <span className="inline-flex items-center gap-6">
              <span aria-hidden="true" className="text-12 text-ink-2">
                {t('timetable.period')}
              </span>
              <NumberField
                hideLabel
                label={t('timetable.period')}
                unit={t('timetable.unit')}
                max={MAX_STAGE_MINUTES}
                value={draft.period}
                onChange={(period) => onChange({ period })}
              />
            </span>
            <span
              aria-live="polite"
              className={cx('text-12', spareMinutesLeft < 0 ? 'font-semibold text-warn' : 'text-ink-2')}
            >
              {t('timetable.sum', { sum: draft.period - spareMinutesLeft })}
              {t(
                spareMinutesLeft < 0 ? 'timetable.over' : spareMinutesLeft === 0 ? 'timetable.even' : 'timetable.spare',
                {
                  count: Math.abs(spareMinutesLeft),
                },
              )}
            </span>
          </div>
        </>
      ) : (
        <p className="text-12 text-ink-3">{t('timetable.without')}</p>
      )}
    </FormRow>
  );
};
