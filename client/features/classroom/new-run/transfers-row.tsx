import '#client/drill/transfers/strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { offersTransfers, type RunDraft } from './run-draft.ts';

type Props = { draft: RunDraft; onChange: (change: Partial<RunDraft>) => void };

/** 允许互相转接, in a lesson whose seats meet the same cases. */
export const TransfersRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('transfers');
  if (!offersTransfers(draft)) return null;
  const isOwn = draft.seed === 'own';
  return (
    <FormRow name={t('form.name')}>
      <Segmented
        label={t('form.name')}
        value={draft.transfers === true && !isOwn ? 'on' : 'off'}
        options={
          isOwn
            ? [{ value: 'off', label: t('form.off') }]
            : ON_OFF.map((value) => ({ value, label: t(`form.${value}`) }))
        }
        onChange={(value) => onChange({ transfers: value === 'on' ? true : undefined })}
      />
      <p className="mt-4 text-12 text-ink-3">{t(isOwn ? 'form.off-own' : 'form.text')}</p>
    </FormRow>
  );
};

const ON_OFF = ['off', 'on'] as const;
