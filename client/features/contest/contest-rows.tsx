import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import type { NewContest } from '#contract/contests/rules.ts';

export type CaseChoice = { id: string; title: string; typeName: string; level: number; shopName: string };
/** `opens`, `closes`: as their fields have them. */
export type ContestDraft = Omit<NewContest, 'opensAt' | 'closesAt'> & { opens: string; closes: string };

type RowProps = { draft: ContestDraft; onChange: (changed: Partial<ContestDraft>) => void };

export const Check = (props: { checked: boolean; label: string; onChange: (checked: boolean) => void }) => (
  <label className="flex min-h-24 items-center gap-8 max-pane:min-h-44">
    <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
    {props.label}
  </label>
);

export const CasesRow = ({ draft, onChange, cases }: RowProps & { cases: readonly CaseChoice[] }) => {
  const { t } = useTranslation('contest');
  const choices = cases.map(({ id, typeName, level, title, shopName }) => ({
    value: id,
    label: t('new.case', { type: typeName, level, title, shop: shopName }),
  }));
  return (
    <FormRow name={t('new.cases')}>
      <div className="grid max-w-[560px] gap-8">
        {[0, 1, 2].map((place) => (
          <SelectField
            key={place}
            label={t('new.customer', { n: place + 1 })}
            value={draft.scenarios[place] ?? ''}
            choices={[{ value: '', label: t('new.noCase') }, ...choices]}
            onChange={(event) =>
              onChange({
                scenarios: [0, 1, 2].map((at) => (at === place ? event.target.value : (draft.scenarios[at] ?? ''))),
              })
            }
          />
        ))}
      </div>
      <div className="mt-8 flex flex-wrap items-end gap-x-16 gap-y-8">
        <NumberField
          label={t('new.minutes')}
          value={draft.minutes}
          max={60}
          unit={t('new.minute')}
          onChange={(minutes) => onChange({ minutes: Math.max(2, minutes) })}
        />
        <Segmented
          label={t('new.arrivals')}
          value={draft.arrivals}
          options={(['spaced', 'together', 'ladder'] as const).map((value) => ({
            value,
            label: t(`new.arrival.${value}`),
          }))}
          onChange={(arrivals) => onChange({ arrivals })}
        />
      </div>
    </FormRow>
  );
};

export const KindRow = ({ draft, onChange }: RowProps) => {
  const { t } = useTranslation('contest');
  const changeKind = (kind: ContestDraft['kind']) =>
    onChange(kind === 'sitting' ? { kind, counted: 1, rounds: 1 } : { kind, rounds: null });
  return (
    <FormRow name={t('new.kind')}>
      <Segmented
        label={t('new.kind')}
        value={draft.kind}
        options={(['arena', 'sitting'] as const).map((value) => ({ value, label: t(`new.kinds.${value}`) }))}
        onChange={changeKind}
      />
      {draft.kind === 'sitting' ? null : (
        <div className="mt-8 flex flex-wrap gap-x-16 gap-y-8">
          <NumberField
            label={t('new.counted')}
            value={draft.counted}
            max={5}
            unit={t('new.round')}
            onChange={(counted) => onChange({ counted: Math.max(1, counted) })}
          />
          <NumberField
            label={t('new.rounds')}
            value={draft.rounds ?? 0}
            max={20}
            unit={t('new.round')}
            hint={t('new.roundsText')}
            onChange={(rounds) => onChange({ rounds: rounds === 0 ? null : Math.max(rounds, draft.counted) })}
          />
        </div>
      )}
      <p className="mt-4 text-12 text-ink-3">{t('new.kindText')}</p>
    </FormRow>
  );
};

export const WindowRow = ({ draft, onChange }: RowProps) => {
  const { t } = useTranslation('contest');
  return (
    <FormRow name={t('new.window')}>
      <div className="flex flex-wrap items-start gap-x-16 gap-y-8">
        {(['opens', 'closes'] as const).map((name) => (
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
        <NumberField
          label={t('new.freeze')}
          value={draft.freezeMinutes}
          max={240}
          unit={t('new.minute')}
          onChange={(freezeMinutes) => onChange({ freezeMinutes })}
        />
      </div>
      <p className="mt-4 text-12 text-ink-3">{t('new.windowText')}</p>
      <Check checked={draft.lateEntry} label={t('new.late')} onChange={(lateEntry) => onChange({ lateEntry })} />
    </FormRow>
  );
};

export const TeamsRow = ({ draft, onChange }: RowProps) => {
  const { t } = useTranslation('contest');
  return (
    <FormRow name={t('new.teams')}>
      <div className="flex flex-wrap items-end gap-x-16 gap-y-8">
        <Segmented
          label={t('new.teams')}
          value={draft.teamsBy}
          options={(['entry', 'school'] as const).map((value) => ({ value, label: t(`new.teamsBy.${value}`) }))}
          onChange={(teamsBy) => onChange({ teamsBy })}
        />
        <NumberField
          label={t('new.teamBest')}
          value={draft.teamBest}
          max={20}
          unit={t('new.person')}
          onChange={(teamBest) => onChange({ teamBest: Math.max(1, teamBest) })}
        />
      </div>
      <p className="mt-4 text-12 text-ink-3">{t('new.teamsText')}</p>
    </FormRow>
  );
};
