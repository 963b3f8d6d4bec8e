import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SPACE } from '#client/lib/spaces.ts';
import type { Suggestion } from '#contract/portfolio.ts';

/** Minutes that the heading promises. */
const PROMISED_MINUTES = 10;

/** Why this case: which fault, how often, when last; and its minutes if it takes longer than ten. */
export const TodayReason = ({ today: { reason, minutes } }: { today: Suggestion }) => {
  const { t } = useTranslation('practice');
  return (
    <>
      <ReasonText reason={reason} />
      {minutes > PROMISED_MINUTES ? `${SPACE}${t('today.longer', { minutes })}` : null}
    </>
  );
};

const ReasonText = ({ reason }: Pick<Suggestion, 'reason'>) => {
  const { t } = useTranslation('practice');
  if (reason.kind === 'new') return t('now.text');
  if (reason.kind === 'clean') return reason.of === 1 ? t('today.cleanOnce') : t('today.clean', { of: reason.of });
  const { name, of, count, lastAt } = reason;
  if (of === 1) return t('today.weakOnce', { name, count, at: shortDate(lastAt) });
  return t('today.weak', { name, of, count, at: shortDate(lastAt) });
};
