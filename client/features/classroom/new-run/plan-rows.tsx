import { toTenth } from '#client/lib/arithmetic.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { AttemptsRows } from './homework-rows.tsx';
import { ARRIVAL_KINDS, MODES, type Mode } from './plan-choices.ts';
import { type DraftFault, forMode, type RunDraft } from './run-draft.ts';

type Props = { draft: RunDraft; onChange: (change: Partial<RunDraft>) => void };

const EXAMPLE_STORY_MIN = 30;
const SECONDS_PER_MINUTE = 60;

/** An exam shows its marks when the teacher publishes them; the other modes leave that setting unchanged. */
const changesForMode = (mode: Mode): Partial<RunDraft> =>
  mode === 'exam' ? { mode, results: 'published', seed: 'same', attempts: 1 } : { mode };

export const ModeRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.mode')}>
      <Segmented
        label={t('form.mode')}
        value={draft.mode}
        options={MODES.filter((mode) => mode !== 'exam' || draft.kind === 'lesson').map((value) => ({
          value,
          label: t(draft.kind === 'homework' ? `homeworkModeName.${value}` : `mode.${value}`),
        }))}
        onChange={(mode) => onChange(forMode({ ...draft, ...changesForMode(mode) }))}
      />
      <p className="mt-4 text-12 text-ink-3">
        {t(draft.kind === 'homework' ? `homeworkMode.${draft.mode}` : `modeText.${draft.mode}`)}
      </p>
    </FormRow>
  );
};

export const ArrivalsRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.arrivals')}>
      <Segmented
        label={t('form.arrivals')}
        value={draft.arrivals}
        options={ARRIVAL_KINDS.map((value) => ({ value, label: t(`arrivals.${value}`) }))}
        onChange={(arrivals) => onChange({ arrivals })}
      />
      <p className="mt-4 text-12 text-ink-3">
        {t(`arrivalsText.${draft.arrivals}`, { third: toTenth(draft.minutes / 3) })}
      </p>
    </FormRow>
  );
};

/** How long the drill is, and how fast its story runs; response times are in real seconds at any speed. */
export const LengthRow = ({
  draft,
  onChange,
  faultText,
}: Props & { faultText: (field: DraftFault) => string | null }) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.length')}>
      <div className="flex flex-wrap gap-x-24 gap-y-8">
        <NumberField
          label={t('form.minutes')}
          name="minutes"
          unit={t('form.minutesUnit')}
          max={999}
          value={draft.minutes}
          error={faultText('minutes') ?? faultText('pastBell')}
          onChange={(minutes) => onChange({ minutes })}
        />
        <NumberField
          label={t('form.pace')}
          name="pace"
          unit={t('form.paceUnit')}
          max={999}
          value={draft.pace}
          error={faultText('pace')}
          hint={t('form.paceHint', {
            seat: seconds((EXAMPLE_STORY_MIN * SECONDS_PER_MINUTE) / Math.max(1, draft.pace)),
          })}
          onChange={(pace) => onChange({ pace })}
        />
      </div>
    </FormRow>
  );
};

/** Seed, attempts and when results are seen. */
export const RulesRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <>
      <FormRow name={t('form.seed')}>
        <Segmented
          label={t('form.seed')}
          value={draft.seed}
          options={[
            { value: 'same', label: t('seed.same') },
            { value: 'own', label: t('seed.own') },
            { value: 'fixed', label: t('seed.fixed') },
          ]}
          onChange={(seed) => onChange({ seed })}
        />
        <p className="mt-4 text-12 text-ink-3">
          {t(`${draft.customers === 'rush' ? 'rushSeedText' : 'seedText'}.${draft.seed}`)}
        </p>
      </FormRow>
      {draft.kind === 'homework' ? (
        <AttemptsRows draft={draft} onChange={onChange} />
      ) : (
        <FormRow name={t('form.attempts')}>
          <Segmented
            label={t('form.attempts')}
            value={String(draft.attempts)}
            options={['1', '2', '3'].map((value) => ({ value, label: t('form.times', { count: value }) }))}
            onChange={(attempts) => onChange({ attempts: Number(attempts) })}
          />
          <p className="mt-4 text-12 text-ink-3">{t(draft.attempts === 1 ? 'form.onceText' : 'form.timesText')}</p>
        </FormRow>
      )}
      <FormRow name={t('form.results')}>
        <Segmented
          label={t('form.results')}
          value={draft.results}
          options={[
            { value: 'at-once', label: t('results.at-once') },
            { value: 'published', label: t('results.published') },
          ]}
          onChange={(results) => onChange({ results })}
        />
        <p className="mt-4 text-12 text-ink-3">{t(`resultsText.${draft.results}`)}</p>
      </FormRow>
    </>
  );
};
