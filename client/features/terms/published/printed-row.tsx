import './strings.ts';
import { cellOf, columnsOfPart } from '#client/features/terms/model/sheet-cells.ts';
import { clauses, remarks } from '#client/lib/clauses.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetCell, SheetRow, SheetSum, ShownRules } from '#contract/terms/sheet.ts';
import { SignatureLines } from './signature-lines.tsx';

const PARTS = ['school', 'enterprise'] as const;
const CELL = 'border border-line-2 px-8 py-3';

type Props = {
  className: string;
  term: { name: string; firstDay: string; lastDay: string };
  rules: ShownRules;
  row: SheetRow;
  state: string;
  /** The rank among the scholarships, in words; null: not shown. */
  rank?: string | null;
  /** Where it stands: on paper alone, or on the page as well. */
  look?: string;
};

/** A trainee's row with what each cell stands on, one A4 page upright, with lines to sign. */
export const PrintedRow = ({ className, term, rules, row, state, rank = null, look }: Props) => {
  const { t } = useTranslation('published-sheets');
  const level = rules.levels.find(({ id }) => id === row.level);
  return (
    <article aria-label={clauses([t('print.row'), row.name])} className={look}>
      <h2 className="text-center font-semibold text-18">{t('print.row')}</h2>
      <p className="mt-8 mb-8 flex flex-wrap justify-between gap-x-12 text-12">
        <b>{t('print.trainee', { no: row.no, name: row.name })}</b>
        <span>{t('print.class', { name: className })}</span>
        <span>{t('print.term', term)}</span>
        <span>{state}</span>
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {(['item', 'weight', 'mark', 'because'] as const).map((head) => (
              <th key={head} className={cx(CELL, 'whitespace-nowrap text-left')}>
                {t(`print.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.flatMap((part) => [
            ...columnsOfPart({ rules }, part).map(({ id, name, weight }) => {
              const cell = cellOf(row, id);
              return (
                <tr key={id} className="break-inside-avoid">
                  <td className={cx(CELL, 'whitespace-nowrap')}>{name}</td>
                  <td className={cx(CELL, 'text-right')}>{weight}</td>
                  <td className={cx(CELL, 'whitespace-nowrap text-right')}>
                    {cell === undefined || cell.value === null ? t('missing') : marks(cell.value)}
                  </td>
                  <td className={cx(CELL, 'wrap-anywhere text-12')}>{becauseText(cell)}</td>
                </tr>
              );
            }),
            <SumRow key={part} name={clauses([t(`part.${part}`), t('print.sum')])} sum={row[part]} />,
          ])}
          <SumRow name={t('print.total')} sum={row.total} note={clauses([level?.name, rank])} />
        </tbody>
      </table>
      <SignatureLines who={['signTeacher', 'signMentor']} />
      <SignatureLines who={['signTrainee', 'signDate']} />
    </article>
  );
};

/** The lines of the data, and who entered what counts. */
const becauseText = (cell: SheetCell | undefined): string => {
  const last = cell?.entries.at(-1);
  return remarks([
    ...(cell?.because ?? []),
    ...(last === undefined || last.value === null ? [] : [clauses([last.by, longDate(last.at), last.reason])]),
  ]);
};

const SumRow = ({ name, sum: { value, of, missing }, note = '' }: { name: string; sum: SheetSum; note?: string }) => {
  const { t } = useTranslation('published-sheets');
  return (
    <tr className="break-inside-avoid font-semibold">
      <td className={cx(CELL, 'whitespace-nowrap')}>{name}</td>
      <td className={cx(CELL, 'text-right')}>{of}</td>
      <td className={cx(CELL, 'whitespace-nowrap text-right')}>{of === 0 ? t('missing') : marks(value)}</td>
      <td className={CELL}>{missing.length === 0 ? note : t('print.missingCells', { n: missing.length })}</td>
    </tr>
  );
};
