import { cellOf, columnsOfPart } from '#client/features/terms/model/sheet-cells.ts';
import { CellSource } from '#client/features/terms/source-strip.tsx';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { OwnSheet } from '#contract/terms/published.ts';
import type { SheetRow, ShownColumn } from '#contract/terms/sheet.ts';
import { AppealEnd } from './appeal-end.tsx';

type Props = {
  part: ShownColumn['part'];
  sheet: OwnSheet;
  row: SheetRow;
  onAppeal: (item: string) => void;
};

/** The school's or the enterprise's half of one's own row. */
export const OwnPart = ({ part, sheet, row, onAppeal }: Props) => {
  const { t } = useTranslation('published-sheets');
  const { value, of, missing } = row[part];
  return (
    <section aria-label={t(`part.${part}`)}>
      <h2 className="flex items-baseline justify-between border-line border-b px-16 pt-14 pb-6 font-semibold max-pane:px-14">
        <span>{t(`part.${part}`)}</span>
        <span>
          {of === 0 ? t('missing') : missing.length === 0 ? marks(value) : t('own.of', { value: marks(value), of })}
        </span>
      </h2>
      <ul>
        {columnsOfPart(sheet, part).map((column) => (
          <OwnCell key={column.id} column={column} sheet={sheet} row={row} onAppeal={onAppeal} />
        ))}
      </ul>
    </section>
  );
};

type CellProps = Omit<Props, 'part'> & { column: ShownColumn };

const OwnCell = ({ column, sheet, row, onAppeal }: CellProps) => {
  const { t } = useTranslation('published-sheets');
  const cell = cellOf(row, column.id);
  const appeals = sheet.appeals.filter(({ item }) => item === column.id);
  return (
    <li className="border-line border-b px-16 py-10 last:border-b-0 max-pane:px-14">
      <div className="flex flex-wrap items-center gap-x-12">
        <span className="min-w-0 wrap-anywhere">{column.name}</span>
        <span className="ml-auto">
          <b className="text-15">{cell === undefined || cell.value === null ? t('missing') : marks(cell.value)}</b>
          <span className="text-12 text-ink-3"> / {column.weight}</span>
        </span>
        {sheet.mayAppeal.includes(column.id) ? (
          <Button aria-label={t('own.appealOf', { column: column.name })} onClick={() => onAppeal(column.id)}>
            {t('own.appeal')}
          </Button>
        ) : null}
      </div>
      <div className="mt-4 text-12">
        <CellSource column={column} cell={cell} mayEnter={false} />
      </div>
      {appeals.length === 0 ? null : (
        <ul aria-label={t('own.appeals')} className="mt-8 flex flex-col gap-8">
          {appeals.map((appeal) => (
            <li key={appeal.id} className="border-warn-solid border-l-3 pl-10">
              {appeal.version === sheet.publication.version ? null : (
                <p className="text-12 text-ink-3">
                  {t('own.older', {
                    version: appeal.version,
                    value: appeal.value === null ? t('missing') : marks(appeal.value),
                  })}
                </p>
              )}
              <p className="wrap-anywhere whitespace-pre-wrap">{appeal.text}</p>
              <AppealEnd appeal={appeal} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
