import { useRef, useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Member, RosterPreview } from '#contract/people.ts';
import { RosterCheckRow } from './roster-check-row.tsx';
import { draftRows, rowFaults, validRowsOf, withEditedRow, withoutRow } from './roster-draft.ts';

type Props = {
  classId: string;
  members: readonly Member[];
  preview: RosterPreview;
  onBack: () => void;
  onAdded: () => void;
};

/** The rows that were read, so that faults are corrected before anything is stored. */
export const RosterCheck = ({ classId, members, preview, onBack, onAdded }: Props) => {
  const { t } = useTranslation('classroom');
  const [rows, setRows] = useState(() => draftRows(preview));
  const { isBusy, error, send } = useSubmit();
  const validRows = validRowsOf(rows, members);
  const { no, name } = preview.columns;
  const list = useRef<HTMLUListElement>(null);
  const lastFocused = useRef<HTMLInputElement | null>(null);
  /** Goes to the next row with a fault after the one in focus; after the last it begins again at the top. */
  const focusNextFault = () => {
    const names = [...(list.current?.querySelectorAll<HTMLInputElement>('[data-wrong] input[name=name]') ?? [])];
    const lastIndex = names.findIndex((input) => input.closest('li')?.contains(lastFocused.current) === true);
    lastFocused.current = names[(lastIndex + 1) % names.length] ?? null;
    lastFocused.current?.focus();
  };
  const add = async () => {
    const reply = await send(() => call('POST /api/classes/:id/roster', { id: classId }, { rows: validRows }));
    if (reply === null) return;
    showToast(t('roster.added', { count: reply.value.list.length - members.length }));
    onAdded();
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-12 gap-y-6 border-line border-b px-18 py-10 max-pane:px-14">
        <div className="min-w-0 flex-1">
          <p aria-live="polite" className="font-semibold">
            {t('roster.counts', { rows: rows.length, good: validRows.length })}
          </p>
          <p className="text-12 text-ink-3">
            {name === null && no === null
              ? t('roster.noHeads')
              : t('roster.heads', { no: no ?? t('roster.noColumn'), name: name ?? t('roster.noColumn') })}
          </p>
        </div>
        {validRows.length < rows.length ? <Button onClick={focusNextFault}>{t('roster.nextWrong')}</Button> : null}
      </div>
      {preview.leftOut > 0 ? <Notice tone="warn">{t('roster.leftOut', { count: preview.leftOut })}</Notice> : null}
      <ScrollArea label={t('roster.read')} className="max-h-[60vh]">
        <ul ref={list}>
          {rows.map((row) => (
            <RosterCheckRow
              key={row.rowId}
              row={row}
              faults={rowFaults(row, rows, members)}
              onEdit={(change) => setRows(withEditedRow(rows, row.rowId, change))}
              onRemove={() => setRows(withoutRow(rows, row.rowId))}
            />
          ))}
        </ul>
      </ScrollArea>
      <Refused error={error} />
      <div className="flex flex-wrap items-center gap-8 border-line border-t bg-soft px-18 py-12 max-pane:px-14">
        <Button
          kind="primary"
          disabled={isBusy}
          disabledReason={validRows.length === 0 ? t('roster.noneGood') : null}
          onClick={add}
        >
          {t('roster.add', { count: validRows.length })}
        </Button>
        <Button onClick={onBack}>{t('roster.back')}</Button>
        {validRows.length > 0 && validRows.length < rows.length ? (
          <span className="text-12 text-ink-3">{t('roster.skipped', { count: rows.length - validRows.length })}</span>
        ) : null}
      </div>
    </div>
  );
};
