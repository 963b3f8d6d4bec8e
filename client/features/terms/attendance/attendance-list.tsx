import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { SUMS } from '#client/features/terms/model/attendance-words.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { AttendanceSums } from '#contract/terms/attendance.ts';
import { type AttendanceViewProps, SessionShift } from './attendance-table.tsx';
import { MarkButton } from './mark-button.tsx';

/** On a phone one session at a time, each trainee with their mark and their sums over the term. */
export const AttendanceList = ({ body, onOpen, onSession }: AttendanceViewProps) => {
  const { t } = useTranslation('attendance');
  const { sessions, rows } = body;
  const lastHeld = sessions.findLastIndex(({ state }) => state === 'ended');
  const [at, setAt] = useState(Math.max(0, lastHeld));
  const session = sessions[at];
  if (session === undefined) return null;
  const sumsText = (sums: AttendanceSums): string =>
    clauses(
      SUMS.flatMap((mark) => (sums[mark] === 0 ? [] : [t('table.count', { mark: t(`mark.${mark}`), n: sums[mark] })])),
    );
  return (
    <Panel>
      <div className="flex items-end gap-8 border-line border-b px-14 py-10">
        <Button square size="l" aria-label={t('phone.before')} disabled={at === 0} onClick={() => setAt(at - 1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </Button>
        <SelectField
          label={t('phone.which', { n: at + 1, of: sessions.length })}
          className="min-w-0 flex-1"
          value={session.run}
          choices={sessions.map(({ run, day, name }) => ({ value: run, label: `${day.slice(5)} ${name}` }))}
          onChange={(event) => setAt(sessions.findIndex(({ run }) => run === event.target.value))}
        />
        <Button
          square
          size="l"
          aria-label={t('phone.after')}
          disabled={at === sessions.length - 1}
          onClick={() => setAt(at + 1)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
      </div>
      <p className="flex items-center gap-8 border-line border-b bg-soft px-14 text-12" style={{ minHeight: 44 }}>
        <SessionShift session={session} onSession={onSession} />
        {session.state === 'ended' ? sumsText(session.sums) : t(`state.${session.state}`)}
      </p>
      <ul>
        {rows.map((row) => {
          const cell = row.cells[at];
          return (
            <li key={row.person} className="flex items-center gap-8 border-line border-b px-14 py-8">
              <span className="min-w-0 flex-1">
                {clauses([`${row.no} ${row.name}`.trim(), row.shift === null ? null : t(`shift.${row.shift}`)])}
                <span className="block text-12 text-ink-3">{sumsText(row.sums)}</span>
              </span>
              {cell === undefined || cell.mark === null ? (
                <span className="text-ink-3">{t(`state.${session.state === 'planned' ? 'planned' : 'going'}`)}</span>
              ) : (
                <span className="w-84">
                  <MarkButton
                    name={row.name}
                    session={session}
                    cell={cell}
                    className="text-right"
                    onOpen={() => onOpen({ row, session })}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
