import { useState } from 'react';
import { dataText, isCorrected, MARKS, markText } from '#client/features/terms/model/attendance-words.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { AttendanceMark, TermAttendance } from '#contract/terms/attendance.ts';
import type { Opened } from './attendance-table.tsx';

/** Characters: the server asks for as much. */
const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;
const FORM = 'mark-form';

type Props = Opened & {
  body: TermAttendance;
  mayCorrect: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** What a mark stands on and every correction of it; a teacher enters another one, or takes theirs back. */
export const MarkDialog = ({ body, row, session, mayCorrect, onClose, onDone }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const cell = row.cells.find(({ run }) => run === session.run);
  const [mark, setMark] = useState<AttendanceMark>(cell?.mark ?? 'present');
  const [reason, setReason] = useState('');
  if (cell === undefined) return null;
  const store = async (entered: AttendanceMark | null, why: string) => {
    const where = { id: body.class.id, term: body.term.id };
    const entry = { person: row.person, run: session.run, mark: entered, reason: why };
    const stored = await send(() => call('POST /api/classes/:id/terms/:term/attendance/entries', where, entry));
    if (stored !== null) onDone();
  };
  const isReady = !isBusy && reason.trim().length >= SHORTEST_REASON;
  const isEntered = cell.entries.at(-1)?.mark != null;
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('cell.title', { name: row.name, session: session.name })}
      description={clauses([session.day, t('cell.byData', { text: dataText(t, cell) })])}
      actions={
        <>
          {mayCorrect && isEntered ? (
            <Button kind="bare" disabled={isBusy} onClick={() => void store(null, '')}>
              {t('cell.takeBack')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t(mayCorrect ? 'ui:cancel' : 'ui:close')}</Button>
          {mayCorrect ? (
            <Button kind="primary" type="submit" form={FORM} disabled={!isReady}>
              {t('ui:save')}
            </Button>
          ) : null}
        </>
      }
    >
      {cell.entries.length === 0 ? (
        <p className="text-ink-2">{t('cell.noEntry')}</p>
      ) : (
        <ul className="text-ink-2">
          {cell.entries.toReversed().map(({ mark: entered, reason: why, by, at }) => (
            <li key={`${at} ${entered}`}>
              {clauses([
                t(entered === null ? 'cell.takenBack' : 'cell.entered', {
                  ...{ by, at: longDate(at), mark: markText(t, entered) },
                }),
                why,
              ])}
            </li>
          ))}
        </ul>
      )}
      {mayCorrect ? (
        <form
          id={FORM}
          noValidate
          className="flex flex-col gap-12 py-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) void store(mark, reason.trim());
          }}
        >
          <SelectField
            label={t('cell.mark')}
            value={mark}
            choices={MARKS.map((one) => ({
              value: one,
              label: t(one === 'none' ? 'cell.notExpected' : `mark.${one}`),
            }))}
            onChange={(event) => setMark(MARKS.find((one) => one === event.target.value) ?? 'present')}
          />
          <TextField
            label={t('cell.reason')}
            hint={isCorrected(cell) ? t('cell.again') : t('cell.reasonHint')}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </form>
      ) : null}
      <Refused error={error} />
    </Dialog>
  );
};
