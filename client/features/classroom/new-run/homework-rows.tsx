import { dueWords, fromChinaInput } from '#client/lib/due-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { ATTEMPT_CHOICES, COUNT_KINDS, type HomeworkDraft, LATE_KINDS } from './homework-draft.ts';
import type { DraftFault, RunDraft } from './run-draft.ts';
import { usualName } from './usual-name.ts';

type Props = {
  draft: RunDraft;
  onChange: (change: Partial<RunDraft>) => void;
  faultText: (field: DraftFault) => string | null;
};

/** A lesson with a clock for all, or homework with a window. What the other one alone has is hidden. */
export const KindRow = ({ draft, onChange }: Omit<Props, 'faultText'>) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.kind')}>
      <Segmented
        label={t('form.kind')}
        value={draft.kind}
        options={(['lesson', 'homework'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) =>
          onChange({
            kind,
            ...(kind === 'homework' && draft.mode === 'exam' ? { mode: 'lesson' as const } : {}),
            // A name that somebody wrote stays.
            ...(draft.name === usualName(t, draft.kind) ? { name: usualName(t, kind) } : {}),
          })
        }
      />
      <p className="mt-4 text-12 text-ink-3">{t(`kindText.${draft.kind}`)}</p>
    </FormRow>
  );
};

/** A lesson's planned day and hour, by which it stands in its term's calendar. It begins by the teacher's hand. */
export const StartsRow = ({ draft, onChange }: Omit<Props, 'faultText'>) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.starts')}>
      <TextField
        hideLabel
        label={t('form.starts')}
        type="datetime-local"
        className="w-[200px] max-pane:w-full"
        value={draft.starts}
        onChange={(event) => onChange({ starts: event.target.value })}
      />
      <p className="mt-4 text-12 text-ink-3">{t('form.startsText')}</p>
    </FormRow>
  );
};

/** From when until when, in Beijing's time, and what happens to what comes later. */
export const WindowRows = ({ draft, onChange, faultText }: Props) => {
  const { t } = useTranslation('classroom');
  const { homework } = draft;
  const change = (changed: Partial<HomeworkDraft>) => onChange({ homework: { ...homework, ...changed } });
  const dueAt = fromChinaInput(homework.due);
  return (
    <>
      <FormRow name={t('form.window')}>
        <div className="flex flex-wrap gap-x-16 gap-y-8">
          <TimeField
            label={t('homework.opens')}
            name="opens"
            value={homework.opens}
            error={faultText('opens')}
            onChange={(opens) => change({ opens })}
          />
          <TimeField
            label={t('homework.due')}
            name="due"
            value={homework.due}
            error={faultText('due')}
            onChange={(due) => change({ due })}
          />
        </div>
        <p aria-live="polite" className="mt-4 text-12 text-ink-3">
          {dueAt === null ? t('homework.zone') : t('homework.dueText', { due: dueWords(dueAt, Date.now()) })}
        </p>
      </FormRow>
      <FormRow name={t('form.late')}>
        <Segmented
          label={t('form.late')}
          value={homework.late}
          options={LATE_KINDS.map((value) => ({ value, label: t(`late.${value}`) }))}
          onChange={(late) => change({ late })}
        />
        <p className="mt-4 text-12 text-ink-3">{t(`lateText.${homework.late}`)}</p>
        {homework.late === 'none' ? null : (
          <div className="mt-8 flex flex-wrap gap-x-16 gap-y-8">
            <TimeField
              label={t('homework.until')}
              name="until"
              value={homework.until}
              error={faultText('until')}
              onChange={(until) => change({ until })}
            />
            {homework.late === 'off' ? (
              <>
                <NumberField
                  label={t('homework.perDay')}
                  name="off"
                  unit={t('homework.marksUnit')}
                  max={999}
                  value={homework.perDay}
                  error={faultText('off')}
                  onChange={(perDay) => change({ perDay })}
                />
                <NumberField
                  label={t('homework.most')}
                  unit={t('homework.marksUnit')}
                  max={999}
                  value={homework.most}
                  onChange={(most) => change({ most })}
                />
              </>
            ) : null}
          </div>
        )}
      </FormRow>
    </>
  );
};

/** How often, and which of them is the mark. */
export const AttemptsRows = ({ draft, onChange }: Omit<Props, 'faultText'>) => {
  const { t } = useTranslation('classroom');
  const { homework } = draft;
  const change = (changed: Partial<HomeworkDraft>) => onChange({ homework: { ...homework, ...changed } });
  return (
    <>
      <FormRow name={t('form.attempts')}>
        <Segmented
          label={t('form.attempts')}
          value={String(homework.attempts)}
          options={ATTEMPT_CHOICES.map((n) => ({
            value: String(n),
            label: n === 0 ? t('homework.unlimited') : t('form.times', { count: n }),
          }))}
          onChange={(attempts) => change({ attempts: Number(attempts) })}
        />
      </FormRow>
      {homework.attempts === 1 ? null : (
        <FormRow name={t('form.counts')}>
          <Segmented
            label={t('form.counts')}
            value={homework.counts}
            options={COUNT_KINDS.map((value) => ({ value, label: t(`counts.${value}`) }))}
            onChange={(counts) => change({ counts })}
          />
          <p className="mt-4 text-12 text-ink-3">{t(`countsText.${homework.counts}`)}</p>
        </FormRow>
      )}
    </>
  );
};

type TimeProps = {
  label: string;
  name: string;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
};
const TimeField = ({ onChange, ...field }: TimeProps) => (
  <TextField
    {...field}
    type="datetime-local"
    required
    className="w-[200px] max-pane:w-full"
    onChange={(event) => onChange(event.target.value)}
  />
);
