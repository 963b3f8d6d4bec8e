import { useRulings } from '#client/features/report/model/use-rulings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

type Props = { ruling: { id: string; by: string; reason: string }; from: string; to: string };

/** 王老师改判 −9 → 0：理由. Everybody sees who, what and why; staff can take it back. */
export const RulingLine = ({ ruling, from, to }: Props) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-8 border border-line border-l-3 border-l-accent-solid bg-surface px-10 py-4">
      <span className="min-w-0 flex-1 wrap-anywhere">
        <b>
          {ruling.by}
          {t(ruling.reason === '' ? 'ruling.changeBare' : 'ruling.change', { from, to })}
        </b>
        {ruling.reason}
      </span>
      {rulings === null ? null : (
        <Button kind="bare" size="s" className="print:hidden" onClick={() => rulings.undoRuling(ruling.id)}>
          {t('ruling.undo')}
        </Button>
      )}
    </p>
  );
};
