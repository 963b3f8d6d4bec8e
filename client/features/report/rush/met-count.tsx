import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** How many figures a closed table has, and how many of them miss their target. */
export const MetCount = ({ rows }: { rows: readonly { ok: boolean | null }[] }) => {
  const { t } = useTranslation('report');
  const missed = rows.filter(({ ok }) => ok === false).length;
  return missed === 0
    ? t('measures.summaryMet', { all: rows.length })
    : t('measures.summary', { all: rows.length, missed });
};
