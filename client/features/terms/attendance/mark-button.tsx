import { isCorrected, markClass, markText } from '#client/features/terms/model/attendance-words.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { AttendanceCell, AttendanceSession } from '#contract/terms/attendance.ts';

type Props = {
  name: string;
  session: Pick<AttendanceSession, 'name' | 'day'>;
  cell: AttendanceCell;
  className?: string;
  onOpen: () => void;
};

/** A mark that opens what it stands on. One that a teacher corrected has a star. */
export const MarkButton = ({ name, session, cell, className, onOpen }: Props) => {
  const { t } = useTranslation('attendance');
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={clauses([
        t('cell.label', { name, session: session.name, day: session.day, mark: markText(t, cell.mark) }),
        isCorrected(cell) ? t('cell.corrected') : null,
      ])}
      className={cx(
        'h-30 w-full px-8 whitespace-nowrap hover:bg-tint focus-visible:-outline-offset-2 max-pane:h-44',
        markClass(cell.mark),
        className,
      )}
    >
      {markText(t, cell.mark)}
      {isCorrected(cell) ? <span aria-hidden="true">{t('cell.star')}</span> : null}
    </button>
  );
};
