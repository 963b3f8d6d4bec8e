import { SUMS } from '#client/features/terms/model/attendance-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import type { AttendanceRow, AttendanceSession, TermAttendance } from '#contract/terms/attendance.ts';
import { MarkButton } from './mark-button.tsx';

export type Opened = { row: AttendanceRow; session: AttendanceSession };
export type AttendanceViewProps = {
  body: TermAttendance;
  onOpen: (opened: Opened) => void;
  /** Null: whoever reads may not change it. */
  onSession: ((session: AttendanceSession) => void) | null;
};

type SessionProps = { session: AttendanceSession; onSession: AttendanceViewProps['onSession'] };

const HEAD = 'sticky top-0 z-2 border-line border-b bg-soft px-8 py-5 font-normal text-12 text-ink-3';
const FOOT = 'sticky bottom-0 z-2 border-line border-t bg-soft px-8 py-5 text-ink-2';
const NAME = 'sticky z-1 border-line border-b bg-surface group-hover:bg-soft';
const CELL = 'border-line border-b group-hover:bg-soft';
const FIRST = 'border-l border-l-line-2';

/** Trainees by sessions, their sums at the end and each session's below. */
export const AttendanceTable = ({ body, onOpen, onSession }: AttendanceViewProps) => {
  const { t } = useTranslation('attendance');
  const { sessions, rows } = body;
  return (
    <ScrollArea label={t('title')} className="max-h-[60vh] border border-line bg-surface">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={cx(HEAD, 'left-0 z-3! w-72 min-w-72 max-w-72 text-left')}>
              {t('table.no')}
            </th>
            <th scope="col" className={cx(HEAD, 'left-72 z-3! min-w-84 text-left')}>
              {t('table.name')}
            </th>
            {sessions.map((session) => (
              <th key={session.run} scope="col" className={cx(HEAD, 'text-left')}>
                <SessionHead session={session} onSession={onSession} />
              </th>
            ))}
            {SUMS.map((mark, place) => (
              <th key={mark} scope="col" className={cx(HEAD, 'text-right whitespace-nowrap', place === 0 && FIRST)}>
                {t(`mark.${mark}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person} className="group h-30">
              <td className={cx(NAME, 'left-0 w-72 max-w-72 px-8 text-ink-3')}>
                <span className="cut block" title={row.no}>
                  {row.no}
                </span>
              </td>
              <th scope="row" className={cx(NAME, 'left-72 px-8 text-left font-normal whitespace-nowrap')}>
                {row.name}
                {row.shift === null ? null : <span className="ml-8 text-12 text-ink-3">{t(`shift.${row.shift}`)}</span>}
              </th>
              {row.cells.map((cell, place) => {
                const session = sessions[place];
                if (session === undefined) return null;
                return (
                  <td key={cell.run} className={cx(CELL, 'p-0')}>
                    {cell.mark === null ? null : (
                      <MarkButton
                        name={row.name}
                        session={session}
                        cell={cell}
                        className="text-left"
                        onOpen={() => onOpen({ row, session })}
                      />
                    )}
                  </td>
                );
              })}
              {SUMS.map((mark, place) => (
                <td
                  key={mark}
                  className={cx(
                    CELL,
                    'px-8 text-right',
                    place === 0 && FIRST,
                    row.sums[mark] === 0 && 'text-ink-3',
                    mark === 'absent' && row.sums.absent > 0 && 'font-semibold text-bad',
                  )}
                >
                  {row.sums[mark]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2} scope="row" className={cx(FOOT, 'left-0 z-3! text-left font-normal')}>
              {t('table.sum')}
            </th>
            {sessions.map(({ run, state, sums }) => (
              <td key={run} className={cx(FOOT, 'whitespace-nowrap')}>
                {state === 'ended'
                  ? t('table.there', { n: sums.present + sums.late, of: sums.present + sums.late + sums.absent })
                  : null}
              </td>
            ))}
            {SUMS.map((mark, place) => (
              <td key={mark} className={cx(FOOT, 'text-right', place === 0 && FIRST)}>
                {sessions.reduce((sum, { sums }) => sum + sums[mark], 0)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  );
};

/** The day, the name and for whom it is; a teacher changes that there. */
const SessionHead = ({ session, onSession }: SessionProps) => {
  const { t } = useTranslation('attendance');
  const { day, name, state } = session;
  return (
    <>
      <span className="block whitespace-nowrap">
        {day.slice(5)}
        {state === 'ended' ? null : <span className="ml-8">{t(`state.${state}`)}</span>}
      </span>
      <span className="cut block max-w-160 text-ink" title={name}>
        {name}
      </span>
      <SessionShift session={session} onSession={onSession} />
    </>
  );
};

export const SessionShift = ({ session, onSession }: SessionProps) => {
  const { t } = useTranslation('attendance');
  const { name, shift } = session;
  const shiftText = t(shift === null ? 'shift.all' : `shift.${shift}`);
  if (onSession === null) return <span>{shiftText}</span>;
  return (
    <button
      type="button"
      className="link whitespace-nowrap max-pane:min-h-44"
      aria-label={t('session.label', { name, shift: shiftText })}
      onClick={() => onSession(session)}
    >
      {shiftText}
    </button>
  );
};
