import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { cellOf, columnsOfPart, keyOf, markIn, type ShownSheet } from '#client/features/terms/model/sheet-cells.ts';
import type { Pending, Sheet } from '#client/features/terms/model/use-sheet.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { KeptField } from '#client/ui/controls/kept-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { SheetRow, SheetSum, ShownColumn } from '#contract/terms/sheet.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { CellSource } from './source-strip.tsx';

/** On a phone one trainee at a time: column by column with its source, the sums of both parts and the total. */
export const PersonSheet = ({ body, sheet }: { body: ShownSheet; sheet: Sheet }) => {
  const { t } = useTranslation('terms');
  const [at, setAt] = useState(0);
  const { rows } = sheet;
  const row = rows[at];
  if (row === undefined) return null;
  const level = body.rules.levels.find(({ id }) => id === row.level);
  return (
    <Panel>
      <div className="flex items-end gap-8 border-line border-b px-14 py-10">
        <Button square size="l" aria-label={t('phone.before')} disabled={at === 0} onClick={() => setAt(at - 1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </Button>
        <SelectField
          label={t('phone.who', { n: at + 1, of: rows.length })}
          className="min-w-0 flex-1"
          value={row.person}
          choices={rows.map(({ person, no, name }) => ({ value: person, label: `${no} ${name}`.trim() }))}
          onChange={(event) => setAt(rows.findIndex(({ person }) => person === event.target.value))}
        />
        <Button
          square
          size="l"
          aria-label={t('phone.after')}
          disabled={at === rows.length - 1}
          onClick={() => setAt(at + 1)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
      </div>
      <p className="flex items-baseline justify-between border-line border-b bg-soft px-14 py-8">
        <span>{t('sheet.total')}</span>
        <span>
          <b className="mr-8 text-15">{sumText(t, row.total)}</b>
          {level?.name ?? t('sheet.incomplete', { n: row.total.missing.length })}
        </span>
      </p>
      {(['school', 'enterprise'] as const).map((part) => (
        <section key={part} aria-label={t(`part.${part}`)}>
          <h2 className="flex items-baseline justify-between border-line border-b px-14 pt-14 pb-6 font-semibold">
            <span>{t(`part.${part}`)}</span>
            <span>{sumText(t, row[part])}</span>
          </h2>
          <ul>
            {columnsOfPart(body, part).map((column) => (
              <PersonCell key={keyOf(row.person, column.id)} {...{ body, sheet, row, column }} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
};

const sumText = (t: ReturnType<typeof useTranslation<'terms'>>['t'], { value, of, missing }: SheetSum): string =>
  of === 0 ? t('cell.none') : missing.length === 0 ? marks(value) : t('sheet.of', { value: marks(value), of });

type CellProps = { body: ShownSheet; sheet: Sheet; row: SheetRow; column: ShownColumn };

const PersonCell = ({ body, sheet, row, column }: CellProps) => {
  const { t } = useTranslation('terms');
  const cell = cellOf(row, column.id);
  const key = keyOf(row.person, column.id);
  const waiting = sheet.pending.get(key);
  const value = waiting === undefined ? (cell?.value ?? null) : waiting.value;
  const [isCorrecting, setIsCorrecting] = useState(false);
  const mayEnter = body.mayEnter.includes(column.id);
  return (
    <li className="border-line border-b px-14 py-10">
      <div className="flex items-center justify-between gap-12">
        <span className="min-w-0">{t('sheet.weighed', { name: column.name, weight: column.weight })}</span>
        {mayEnter && column.source === 'typed' ? (
          <KeptField
            label={t('cell.field', { name: row.name, column: column.name })}
            hideLabel
            inputMode="decimal"
            maxLength={5}
            className="w-84"
            stored={value === null ? '' : String(value)}
            fault={(text) =>
              text.trim() !== '' && markIn(text, column.weight) === null
                ? t('cell.wrong', { most: column.weight })
                : null
            }
            onKeep={(text) =>
              sheet.enter({
                ...{ person: row.person, item: column.id },
                ...{ value: markIn(text, column.weight), reason: '' },
              })
            }
          />
        ) : (
          <span className="flex items-center gap-8">
            <b className="font-semibold text-15">{value === null ? t('cell.missing') : marks(value)}</b>
            {mayEnter ? (
              <Button
                aria-label={t('correct.title', { name: row.name, column: column.name })}
                onClick={() => setIsCorrecting(true)}
              >
                {t('correct.short')}
              </Button>
            ) : null}
          </span>
        )}
      </div>
      <CellState waiting={waiting} isStored={sheet.stored.has(key)} onAgain={sheet.enter} />
      <div className="mt-4 text-12">
        <CellSource column={column} cell={cell} mayEnter={mayEnter} />
      </div>
      {isCorrecting ? (
        <CorrectDialog row={row} column={column} onClose={() => setIsCorrecting(false)} onEnter={sheet.enter} />
      ) : null}
    </li>
  );
};

type StateProps = { waiting: Pending | undefined; isStored: boolean; onAgain: Sheet['enter'] };

/** Whether what was typed is stored. What is refused is told here, too: the page's own notice may be out of sight. */
const CellState = ({ waiting, isStored, onAgain }: StateProps) => {
  const { t } = useTranslation('terms');
  if (waiting !== undefined && waiting.error !== null) {
    const { error, ...change } = waiting;
    return (
      <p role="alert" className="mt-4 flex flex-wrap items-center justify-end gap-8 text-bad">
        {t('cell.unstored', { message: error.message })}
        <Button onClick={() => onAgain(change)}>{t('refused.again')}</Button>
      </p>
    );
  }
  return (
    <p role="status" className="text-right text-12 text-ink-3">
      {waiting !== undefined ? t('cell.storing') : isStored ? t('cell.stored') : null}
    </p>
  );
};
