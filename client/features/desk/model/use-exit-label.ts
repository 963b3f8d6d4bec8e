import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { DrillSummary } from '#contract/bodies.ts';

/** The text of a desk's exit link, by where it leads (drill-run.ts, deskExit). */
export const useExitLabel = (summary: DrillSummary | null): string => {
  const { t } = useTranslation('desk');
  if (summary?.retry) return t('toReport');
  return t(summary?.run ? 'toSeat' : 'leave');
};
