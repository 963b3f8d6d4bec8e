import { Upload } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import type { ClassRow } from '#contract/people.ts';

type Props = {
  classes: readonly ClassRow[];
  value: string | null;
  error: string | null;
  onChange: (classId: string | null) => void;
};

export const ClassField = ({ classes, value, error, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  const chosenClass = classes.find(({ id }) => id === value);
  const hint =
    chosenClass === undefined
      ? 'form.noRosterText'
      : chosenClass.members === 0
        ? 'form.emptyRoster'
        : 'form.rosterText';
  return (
    <FormRow name={t('form.class')}>
      <div className="flex flex-wrap items-start gap-8">
        <SelectField
          hideLabel
          label={t('form.class')}
          name="classId"
          value={value ?? ''}
          error={error}
          choices={[
            ...classes.map((classRow) => ({
              value: classRow.id,
              label: t('form.classOf', { name: classRow.name, count: classRow.members }),
            })),
            { value: '', label: t('form.noRoster') },
          ]}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          className="min-w-0 flex-[0_1_260px] max-pane:flex-1"
        />
        <ButtonLink to={chosenClass === undefined ? '/teach' : `/classes/${encodeURIComponent(chosenClass.id)}`}>
          <Upload size={14} aria-hidden="true" />
          {t(chosenClass === undefined ? 'form.toClasses' : 'roster.import')}
        </ButtonLink>
      </div>
      <p className="mt-4 text-12 text-ink-3">{t(hint)}</p>
    </FormRow>
  );
};
