import { Check } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReportFinding } from '#contract/report.ts';

const LOOKS = {
  grave: 'bg-bad-solid',
  mild: 'rounded-full bg-warn-mark',
  merit: 'rounded-full bg-good-mark',
} as const;

/** Square: grave. Round: mild. Round with a tick: done well. */
export const FindingMark = ({
  severity,
  number,
}: {
  severity: ReportFinding['severity'];
  number: number | undefined;
}) => {
  const { t } = useTranslation('report');
  return (
    <span
      className={cx(
        'inline-flex size-20 shrink-0 items-center justify-center font-semibold text-12 text-white',
        LOOKS[severity],
      )}
    >
      <span className="sr-only">{t(`severity.${severity}`)}</span>
      {number ?? <Check size={13} strokeWidth={2.5} aria-hidden="true" />}
    </span>
  );
};
