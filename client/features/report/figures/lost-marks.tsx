import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { clock, marks, minusMarks } from '#client/lib/format.ts';
import { SPACE } from '#client/lib/spaces.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { Report } from '#contract/report.ts';

type Dimension = Report['dimensions'][number];
/** Rows shown at first, the costliest ones; the rest come on request (and on paper). */
const ROWS_SHOWN_AT_FIRST = 3;

export const LostMarks = ({ row, numbers }: { row: Dimension; numbers: ReadonlyMap<string, number> }) => {
  const { t } = useTranslation('report');
  const [showsAll, setShowsAll] = useState(false);
  const hiddenRows = row.lost.slice(ROWS_SHOWN_AT_FIRST);
  const renderRows = (rows: Dimension['lost'], firstIndex: number) =>
    rows.map((part, index) => (
      <Fragment key={`${part.finding} ${part.text}`}>
        {firstIndex + index === 0 ? null : t('dimensions.comma')}
        {part.text}
        {part.marks > 0 ? t('dimensions.cost', { marks: minusMarks(part.marks) }) : null}
        {part.finding === null ? null : (
          <>
            {SPACE}
            <FindingLink id={part.finding} number={numbers.get(part.finding)} />
          </>
        )}
        {part.place === null ? null : SPACE}
        {part.place === null ? null : (
          <Link
            to={`?at=${part.place.conversation}:${part.place.at}`}
            aria-label={t('dimensions.placeOf', { at: clock(part.place.at), text: part.text })}
            className="link whitespace-nowrap max-pane:py-8"
          >
            {t('dimensions.place', { at: clock(part.place.at) })}
          </Link>
        )}
      </Fragment>
    ));
  return (
    <>
      {row.unsure ? (
        <Tag tone="warn" className="mr-8">
          {t('dimensions.unsure', { low: marks(row.range[0]), high: marks(row.range[1]) })}
        </Tag>
      ) : null}
      {row.lost.length === 0 && !row.unsure
        ? t('dimensions.nothingLost')
        : renderRows(row.lost.slice(0, ROWS_SHOWN_AT_FIRST), 0)}
      {hiddenRows.length === 0 ? null : (
        <>
          <span className={showsAll ? undefined : 'hidden print:inline'}>
            {renderRows(hiddenRows, ROWS_SHOWN_AT_FIRST)}
          </span>
          <span className="print:hidden">{t('dimensions.comma')}</span>
          <button
            type="button"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
            className="link -my-10 whitespace-nowrap py-10 print:hidden"
          >
            {showsAll
              ? t('dimensions.less')
              : t('dimensions.more', {
                  count: hiddenRows.length,
                  marks: minusMarks(hiddenRows.reduce((sum, part) => sum + part.marks, 0)),
                })}
          </button>
        </>
      )}
    </>
  );
};
