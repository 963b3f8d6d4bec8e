import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { cx } from '#client/ui/cx.ts';
import type { RosterFault } from '#contract/people.ts';
import type { DraftRow } from './roster-draft.ts';

type Props = {
  row: DraftRow;
  faults: readonly RosterFault[];
  onEdit: (change: Partial<Pick<DraftRow, 'no' | 'name'>>) => void;
  onRemove: () => void;
};

export const RosterCheckRow = ({ row, faults, onEdit, onRemove }: Props) => {
  const { t } = useTranslation('classroom');
  const hasFaults = faults.length > 0;
  const faultsId = `fault-${row.rowId}`;
  return (
    <li
      {...(hasFaults ? { 'data-wrong': '' } : {})}
      className={cx(
        'grid grid-cols-[36px_96px_minmax(0,200px)_minmax(0,1fr)_auto] items-center gap-x-8 gap-y-4 border-line border-b px-18 py-4 last:border-b-0',
        'max-pane:grid-cols-[72px_minmax(0,1fr)_auto] max-pane:px-14',
        hasFaults && 'bg-soft',
      )}
    >
      <span className="text-right text-12 text-ink-3 max-pane:hidden">{row.line}</span>
      <TextField
        hideLabel
        label={t('roster.noOf', { line: row.line })}
        placeholder={t('member.no')}
        value={row.no}
        autoComplete="off"
        onChange={(event) => onEdit({ no: event.target.value })}
      />
      <TextField
        hideLabel
        label={t('roster.nameOf', { line: row.line })}
        name="name"
        placeholder={t('member.name')}
        value={row.name}
        autoComplete="off"
        {...(hasFaults ? { 'aria-details': faultsId } : {})}
        onChange={(event) => onEdit({ name: event.target.value })}
      />
      <p
        id={faultsId}
        className={cx(
          'flex items-center gap-4 text-12 text-bad max-pane:col-span-2 max-pane:row-start-2',
          !hasFaults && 'max-pane:hidden',
        )}
      >
        {hasFaults ? (
          <>
            <CircleAlert size={14} className="shrink-0" aria-hidden="true" />
            {faults.map((fault) => t(`fault.${fault}`)).join(t('roster.and'))}
          </>
        ) : null}
      </p>
      <Button
        kind="bare"
        size="s"
        square
        aria-label={t('roster.dropRow', { line: row.line, name: row.name })}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </Button>
    </li>
  );
};
