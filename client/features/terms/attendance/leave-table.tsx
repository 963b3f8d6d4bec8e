import { useState } from 'react';
import { endText } from '#client/features/terms/model/attendance-words.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ReasonDialog } from '#client/ui/dialogs/reason-dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { LeaveRow, TermAttendance } from '#contract/terms/attendance.ts';

const TONES = { asked: 'warn', approved: 'good', refused: 'bad', withdrawn: 'line' } as const;

type Props = { body: TermAttendance; onDone: (text: string) => void };

/** Leave of a term, what waits first; whoever decides does it there. */
export const LeaveTable = ({ body, onDone }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const [refused, setRefused] = useState<LeaveRow | null>(null);
  const decide = (leave: LeaveRow, approved: boolean, note: string) =>
    call(
      'POST /api/classes/:id/terms/:term/leaves/:leave/decision',
      { id: body.class.id, term: body.term.id, leave: leave.id },
      { approved, note },
    );
  return (
    <>
      <Refused error={error} />
      <ul>
        {body.leaves.map((leave) => (
          <li key={leave.id} className="flex flex-wrap items-center gap-8 border-line border-b px-14 py-10">
            <div className="min-w-0 flex-1 basis-240">
              <p>
                {clauses([`${leave.no} ${leave.name}`.trim(), leave.day, t(`span.${leave.span}`)])}
                <Tag tone={TONES[leave.state]} className="ml-8">
                  {t(`leave.state.${leave.state}`)}
                </Tag>
              </p>
              <p className="wrap-anywhere">{leave.reason}</p>
              <p className="text-12 text-ink-3 wrap-anywhere">
                {clauses([
                  t('leave.askedBy', { by: leave.by, at: longDate(leave.at) }),
                  leave.state === 'asked' ? null : endText(t, leave),
                ])}
              </p>
            </div>
            {leave.state !== 'asked' ? null : body.mayDecide ? (
              <span className="flex gap-8">
                <Button
                  kind="primary"
                  disabled={isBusy}
                  aria-label={t('leave.approveOf', { name: leave.name, day: leave.day })}
                  onClick={async () => {
                    if ((await send(() => decide(leave, true, ''))) !== null) onDone(t('leave.approved'));
                  }}
                >
                  {t('leave.approve')}
                </Button>
                <Button
                  disabled={isBusy}
                  aria-label={t('leave.refuseOf', { name: leave.name, day: leave.day })}
                  onClick={() => setRefused(leave)}
                >
                  {t('leave.refuse')}
                </Button>
              </span>
            ) : (
              <span className="text-12 text-ink-3">{t('leave.mentors')}</span>
            )}
          </li>
        ))}
      </ul>
      {refused === null ? null : (
        <ReasonDialog
          title={t('leave.refuseOf', { name: refused.name, day: refused.day })}
          description={t('leave.refuseAbout')}
          label={t('leave.why')}
          submit={t('leave.refuse')}
          send={(why) => decide(refused, false, why.trim())}
          onClose={() => setRefused(null)}
          onDone={() => onDone(t('leave.refused'))}
        />
      )}
    </>
  );
};
