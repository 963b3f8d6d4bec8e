import { type KeyboardEvent, useRef, useState } from 'react';
import {
  cellOf,
  columnsOf,
  columnsOfPart,
  type Place,
  placeAfter,
  type ShownSheet,
} from '#client/features/terms/model/sheet-cells.ts';
import type { Sheet } from '#client/features/terms/model/use-sheet.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetRowCells } from './sheet-row-cells.tsx';
import { SourceStrip } from './source-strip.tsx';

export type SheetProps = { body: ShownSheet; sheet: Sheet };

/** The table with its heads, numbers and names in sight, and below it what the cell one looks at stands on. */
export const SheetTable = ({ body, sheet }: SheetProps) => {
  const { t } = useTranslation('terms');
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<Place>({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<Place | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const columns = columnsOf(body);
  const { rows } = sheet;
  const row = rows[focused.row];
  const column = columns[focused.column];

  const focus = ({ row: r, column: c }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-place="${r} ${c}"]`)?.focus();
  const move = (key: string): boolean => {
    const next = placeAfter(key, focused, rows.length, columns.length);
    if (next !== null) focus(next);
    return next !== null;
  };
  const mayEnter = column !== undefined && body.mayEnter.includes(column.id);
  /** `typed`: the first character of a new mark; null: the mark there is. */
  const edit = (typed: string | null) => {
    if (row === undefined || column === undefined || !mayEnter) return;
    if (column.source !== 'typed') return setIsCorrecting(true);
    setDraft(typed ?? String(cellOf(row, column.id)?.value ?? ''));
  };
  const clear = () => {
    if (row !== undefined && column !== undefined && mayEnter)
      sheet.enter({ person: row.person, item: column.id, value: null, reason: '' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft !== null || event.nativeEvent.isComposing || event.altKey) return;
    // Whoever goes by keys looks at the focus, wherever the pointer was left.
    setHovered(null);
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'z') sheet.undo?.();
    else if (isCommand) return;
    else if (event.key === 'Enter' || event.key === 'F2') edit(null);
    else if (/^[\d.]$/.test(event.key)) edit(event.key);
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (!move(event.key)) return;
    event.preventDefault();
  };
  /** Leaves the field, the mark stored or not, and goes where the key leads. */
  const leave = (value: number | null | undefined, key: string | null) => {
    setDraft(null);
    if (value !== undefined && row !== undefined && column !== undefined)
      sheet.enter({ person: row.person, item: column.id, value, reason: '' });
    const next = key === null ? null : placeAfter(key, focused, rows.length, columns.length);
    // The field gives way to the cell's button first.
    requestAnimationFrame(() => focus(next ?? focused));
  };
  const looked = hovered ?? focused;
  return (
    <>
      <ScrollArea label={t('sheet.title')} className="max-h-[60vh] border border-line bg-surface">
        <table ref={table} className="w-full border-separate border-spacing-0" onKeyDown={onKeyDown}>
          <caption className="sr-only">{t('sheet.caption')}</caption>
          <SheetHead school={columnsOfPart(body, 'school')} enterprise={columnsOfPart(body, 'enterprise')} />
          <tbody onPointerLeave={() => setHovered(null)}>
            {rows.map((own, index) => (
              <SheetRowCells
                key={own.person}
                body={body}
                row={own}
                index={index}
                pending={sheet.pending}
                focused={focused.row === index ? focused.column : null}
                draft={focused.row === index ? draft : null}
                onFocus={(at) => setFocused({ row: index, column: at })}
                onHover={(at) => setHovered(at === null ? null : { row: index, column: at })}
                onOpen={() => edit(null)}
                onDraft={setDraft}
                onLeave={leave}
              />
            ))}
          </tbody>
          <SheetFoot body={body} rows={rows} />
        </table>
      </ScrollArea>
      <SourceStrip body={body} row={rows[looked.row]} column={columns[looked.column]} className={cx('border-t-0')} />
      {body.mayEnter.length === 0 ? null : <p className="mt-8 text-12 text-ink-3">{t('sheet.keys')}</p>}
      {isCorrecting && row !== undefined && column !== undefined ? (
        <CorrectDialog
          row={row}
          column={column}
          onClose={() => {
            setIsCorrecting(false);
            requestAnimationFrame(() => focus(focused));
          }}
          onEnter={sheet.enter}
        />
      ) : null}
    </>
  );
};
