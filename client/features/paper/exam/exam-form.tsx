import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { day } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import type { ExamDefaults } from '#contract/exams/parts.ts';
import type { ClassRow } from '#contract/people.ts';
import type { QuestionMenu } from '#contract/questions.ts';
import {
  chosenParts,
  type ExamDraft,
  examOf,
  faultOf,
  firstDraft,
  LONGEST_SITTING,
  minutesOf,
  sumOf,
} from './exam-draft.ts';
import { CustomersRow, PaperRow, PartsRow, TypingRow } from './part-rows.tsx';

type Props = {
  menu: QuestionMenu;
  defaults: ExamDefaults;
  cases: readonly ScenarioCard[];
  classes: readonly ClassRow[];
  requestedClass: string | null;
};

/** Name, class, parts with their weights, marks, window, and what a re-sit counts. */
export const ExamForm = ({ menu, defaults, cases, classes, requestedClass }: Props) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [draft, setDraft] = useState<ExamDraft>(() =>
    firstDraft(menu, defaults, {
      name: t('new.usualName', { day: day(Date.now()) }),
      classId:
        (classes.find(({ id }) => id === requestedClass) ?? classes.find(({ members }) => members > 0))?.id ?? '',
      scenario: cases[0]?.id ?? '',
      now: Date.now(),
    }),
  );
  const change = (changed: Partial<ExamDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const fault = faultOf(draft, Date.now());
  const kinds = chosenParts(draft).map(({ kind }) => kind);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    if (fault !== null) return;
    const made = await send(() => call('POST /api/exams', {}, examOf(draft)), true);
    if (made !== null) void navigate(`/exams/runs/${encodeURIComponent(made.value.id)}`);
  };
  return (
    <form noValidate onSubmit={(event) => void set(event)}>
      <FormRow name={t('new.name')}>
        <TextField
          hideLabel
          label={t('new.name')}
          value={draft.name}
          maxLength={40}
          className="max-w-360"
          onChange={(event) => change({ name: event.target.value })}
        />
      </FormRow>
      <FormRow name={t('new.class')}>
        <SelectField
          hideLabel
          label={t('new.class')}
          value={draft.classId}
          className="max-w-360"
          choices={[
            ...classes.map(({ id, name, members }) => ({ value: id, label: t('new.classOf', { name, n: members }) })),
            { value: '', label: t('new.noClass') },
          ]}
          onChange={(event) => change({ classId: event.target.value })}
        />
      </FormRow>
      <PartsRow draft={draft} onChange={change} />
      {kinds.includes('paper') ? <PaperRow draft={draft} onChange={change} menu={menu} /> : null}
      {kinds.includes('typing') ? <TypingRow draft={draft} onChange={change} texts={defaults.texts} /> : null}
      {kinds.includes('customers') ? <CustomersRow draft={draft} onChange={change} cases={cases} /> : null}
      <MarksRow draft={draft} onChange={change} />
      <WindowRow draft={draft} onChange={change} />
      <div className="px-18 py-14 max-pane:px-14">
        <p className="mb-10 text-12 text-ink-3">{t('new.sealed')}</p>
        <Button
          type="submit"
          kind="primary"
          size="l"
          disabled={isBusy}
          disabledReason={fault === null ? null : t(`new.${fault}`, { sum: sumOf(draft), minutes: minutesOf(draft) })}
        >
          {t('new.go')}
        </Button>
        <Refused error={error} className="mt-10" />
      </div>
    </form>
  );
};

type RowProps = { draft: ExamDraft; onChange: (changed: Partial<ExamDraft>) => void };

const MarksRow = ({ draft, onChange }: RowProps) => {
  const { t } = useTranslation('exams');
  return (
    <FormRow name={t('new.marks')}>
      <div className="flex flex-wrap gap-x-16 gap-y-8">
        {(['pass', 'excellent'] as const).map((name) => (
          <NumberField
            key={name}
            label={t(`new.${name}`)}
            value={draft[name]}
            max={100}
            unit={t('new.points')}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
      </div>
      <label className="mt-8 flex min-h-24 items-center gap-8 max-pane:min-h-44">
        <input type="checkbox" checked={draft.each} onChange={(event) => onChange({ each: event.target.checked })} />
        {t('new.each')}
      </label>
      <p className="text-12 text-ink-3">{t('new.eachText')}</p>
    </FormRow>
  );
};

/** Minutes that a sitting has at first beside its parts'. */
const BREAKS = 10;

const WindowRow = ({ draft, onChange }: RowProps) => {
  const { t } = useTranslation('exams');
  return (
    <>
      <FormRow name={t('new.window')}>
        <div className="flex flex-wrap gap-x-16 gap-y-8">
          {(['opens', 'due'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`new.${name}`)}
              type="datetime-local"
              required
              value={draft[name]}
              className="w-[200px] max-pane:w-full"
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          ))}
        </div>
        <p className="mt-4 text-12 text-ink-3">{t('new.zone')}</p>
      </FormRow>
      <FormRow name={t('new.sitting')}>
        <Segmented
          label={t('new.sitting')}
          value={draft.sitting === null ? 'many' : 'one'}
          options={(['many', 'one'] as const).map((value) => ({ value, label: t(`new.sittings.${value}`) }))}
          onChange={(value) => onChange({ sitting: value === 'one' ? minutesOf(draft) + BREAKS : null })}
        />
        {draft.sitting === null ? null : (
          <div className="mt-8">
            <NumberField
              label={t('new.sittingMinutes')}
              value={draft.sitting}
              max={LONGEST_SITTING}
              unit={t('new.minutesUnit')}
              onChange={(sitting) => onChange({ sitting })}
            />
          </div>
        )}
        <p className="mt-4 text-12 text-ink-3">
          {draft.sitting === null ? t('new.manyText') : t('new.oneText', { minutes: minutesOf(draft) })}
        </p>
      </FormRow>
      <FormRow name={t('new.resit')}>
        <Segmented
          label={t('new.resit')}
          value={draft.counts}
          options={(['best', 'last'] as const).map((value) => ({ value, label: t(`new.counts.${value}`) }))}
          onChange={(counts) => onChange({ counts })}
        />
        <p className="mt-4 text-12 text-ink-3">{t('new.resitText')}</p>
      </FormRow>
    </>
  );
};
