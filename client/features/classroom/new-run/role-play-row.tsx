import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { mayHaveRolePlay, offersTransfers, type RunDraft } from './run-draft.ts';

type Props = { draft: RunDraft; onChange: (change: Partial<RunDraft>) => void };

/** 角色扮演, in a lesson of one case. */
export const RolePlayRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  if (!offersTransfers(draft)) return null;
  const mayPlay = mayHaveRolePlay(draft);
  const options = (mayPlay ? ON_OFF : (['off'] as const)).map((value) => ({
    value,
    label: t(`form.rolePlay.${value}`),
  }));
  return (
    <FormRow name={t('form.rolePlay.name')}>
      <Segmented
        label={t('form.rolePlay.name')}
        value={draft.rolePlay === true && mayPlay ? 'on' : 'off'}
        options={options}
        onChange={(value) => onChange({ rolePlay: value === 'on' ? true : undefined })}
      />
      <p className="mt-4 text-12 text-ink-3">{t(mayPlay ? 'form.rolePlay.text' : 'form.rolePlay.one')}</p>
    </FormRow>
  );
};

const ON_OFF = ['off', 'on'] as const;
