import { useState } from 'react';
import { useClassChoices } from '#client/lib/hooks/use-class-choices.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';

export type TeamDraft = { classId: string | null; team: string };
const MOST_CHARACTERS = 20;

export const useTeamDraft = () => {
  const [draft, change] = useState<TeamDraft>({ classId: null, team: '' });
  return { draft, change, choices: useClassChoices() };
};

type Props = Omit<ReturnType<typeof useTeamDraft>, 'change'> & { onChange: (draft: TeamDraft) => void };

/** A class to enter and what its team is called on the board; without one everybody types a name. */
export const TeamFields = ({ draft, choices: { classes }, onChange }: Props) => {
  const { t } = useTranslation('contest');
  return (
    <>
      <SelectField
        label={t('team.class')}
        value={draft.classId ?? ''}
        className="w-[200px] max-pane:w-full"
        choices={[
          { value: '', label: t('team.noClass') },
          ...classes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = classes.find(({ id }) => id === event.target.value);
          onChange({ classId: chosen?.id ?? null, team: draft.team === '' ? (chosen?.name ?? '') : draft.team });
        }}
      />
      <TextField
        label={t('team.name')}
        value={draft.team}
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        className="w-[200px] max-pane:w-full"
        onChange={(event) => onChange({ ...draft, team: event.target.value })}
      />
    </>
  );
};
