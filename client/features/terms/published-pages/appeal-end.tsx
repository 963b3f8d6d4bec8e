import { longDate, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { SheetAppeal } from '#contract/terms/published.ts';

/** What was answered, or that it waits. */
export const AppealEnd = ({ appeal: { end } }: { appeal: Pick<SheetAppeal, 'end'> }) => {
  const { t } = useTranslation('published-sheets');
  if (end === null) return <p className="text-12 text-warn">{t('end.waits')}</p>;
  const { how, by, at, reason, to } = end;
  const told = { by, at: longDate(at), reason };
  return (
    <p className="wrap-anywhere text-ink-2">
      {how === 'kept' ? t('end.kept', told) : t('end.changed', { ...told, value: to === null ? '' : marks(to) })}
    </p>
  );
};
