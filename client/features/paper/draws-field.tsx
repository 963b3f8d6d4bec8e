import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import type { PaperDraws } from '#contract/questions.ts';

type Props = { value: PaperDraws; onChange: (value: PaperDraws) => void };

/** Whether all have the same questions or each draws its own (RULES X25). */
export const DrawsField = ({ value, onChange }: Props) => {
  const { t } = useTranslation('paper');
  return (
    <div className="mt-8">
      <Segmented
        label={t('new.draws')}
        value={value}
        options={(['same', 'own'] as const).map((one) => ({ value: one, label: t(`new.draw.${one}`) }))}
        onChange={onChange}
      />
      <p className="mt-4 text-12 text-ink-3">{t(`new.drawText.${value}`)}</p>
    </div>
  );
};
