import { useId } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

const VERDICTS = ['dismissed', 'upheld'] as const;
export type Verdict = (typeof VERDICTS)[number];

type Props = { value: Verdict; isUnsure: boolean; onChange: (verdict: Verdict) => void };

/** No fault, or a fault that counts. */
export const VerdictChoice = ({ value, isUnsure, onChange }: Props) => {
  const { t } = useTranslation('report');
  const name = useId();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-12 text-ink-2">{t('ruling.verdict')}</legend>
      {VERDICTS.map((verdict) => (
        <label key={verdict} className="flex min-h-30 items-center gap-8 max-pane:min-h-44">
          <input
            type="radio"
            name={name}
            checked={value === verdict}
            onChange={() => onChange(verdict)}
            className="size-16 accent-accent-solid"
          />
          {t(verdict === 'upheld' && isUnsure ? 'ruling.upheldUnsure' : `ruling.${verdict}`)}
        </label>
      ))}
    </fieldset>
  );
};
