import './strings.ts';
import { cellOf, columnsOfPart } from '#client/features/terms/model/sheet-cells.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetBody, SheetRow, SheetSum } from '#contract/terms/sheet.ts';
import { SignatureLines } from './signature-lines.tsx';
import { useLandscape } from './use-page-size.ts';

const PARTS = ['school', 'enterprise'] as const;
/** So that a class of thirty and its signatures stand on two pages at most, one of twenty-four on one. */
const CELL = 'border border-line-2 px-4 py-1';

type Props = {
  body: SheetBody;
  rows: readonly SheetRow[];
  term: { name: string; firstDay: string; lastDay: string };
  /** Which version it is, or that there is none. */
  state: string;
};

/** On paper only: the class's sheet on A4 across, with lines to sign. A missing cell is printed as missing. */
export const PrintedSheet = ({ body, rows, term, state }: Props) => {
  const { t } = useTranslation('published-sheets');
  useLandscape();
  const weightOf = (part: (typeof PARTS)[number]) =>
    columnsOfPart(body, part).reduce((sum, { weight }) => sum + weight, 0);
  return (
    // Never on a screen: a reader that goes by roles has the table above.
    <section aria-hidden="true" className="hidden print:block">
      <h2 className="text-center font-semibold text-18">{t('print.sheet')}</h2>
      <p className="mt-8 mb-8 flex justify-between text-12">
        <span>{t('print.class', { name: body.class.name })}</span>
        <span>{t('print.term', term)}</span>
        <span>{state}</span>
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th rowSpan={2} className={CELL}>
              {t('print.no')}
            </th>
            <th rowSpan={2} className={CELL}>
              {t('print.name')}
            </th>
            {PARTS.map((part) => (
              <th key={part} colSpan={columnsOfPart(body, part).length + 1} className={CELL}>
                {t('own.weighed', { name: t(`part.${part}`), weight: weightOf(part) })}
              </th>
            ))}
            <th rowSpan={2} className={CELL}>
              {t('print.total')}
            </th>
            <th rowSpan={2} className={CELL}>
              {t('print.level')}
            </th>
          </tr>
          <tr>
            {PARTS.flatMap((part) => [
              ...columnsOfPart(body, part).map(({ id, name, weight }) => (
                <th key={id} className={cx(CELL, 'font-normal')}>
                  {t('own.weighed', { name, weight })}
                </th>
              )),
              <th key={part} className={cx(CELL, 'font-normal')}>
                {t('print.sum')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PrintedCells key={row.person} body={body} row={row} />
          ))}
        </tbody>
      </table>
      <SignatureLines who={['signTeacher', 'signMentor', 'signDate']} />
    </section>
  );
};

const PrintedCells = ({ body, row }: { body: SheetBody; row: SheetRow }) => {
  const { t } = useTranslation('published-sheets');
  const value = (mark: number | null | undefined) => (mark == null ? t('missing') : marks(mark));
  const whole = ({ value: sum, of, missing }: SheetSum) =>
    of === 0 ? t('missing') : missing.length === 0 ? marks(sum) : t('own.of', { value: marks(sum), of });
  return (
    <tr className="break-inside-avoid">
      <td className={CELL}>{row.no}</td>
      <td className={cx(CELL, 'whitespace-nowrap')}>{row.name}</td>
      {PARTS.flatMap((part) => [
        ...columnsOfPart(body, part).map(({ id }) => (
          <td key={id} className={cx(CELL, 'text-right')}>
            {value(cellOf(row, id)?.value)}
          </td>
        )),
        <td key={part} className={cx(CELL, 'whitespace-nowrap text-right')}>
          {whole(row[part])}
        </td>,
      ])}
      <td className={cx(CELL, 'whitespace-nowrap text-right font-semibold')}>{whole(row.total)}</td>
      <td className={cx(CELL, 'whitespace-nowrap')}>
        {body.rules.levels.find(({ id }) => id === row.level)?.name ??
          t('print.missingCells', { n: row.total.missing.length })}
      </td>
    </tr>
  );
};
