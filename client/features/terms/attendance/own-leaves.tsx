import { useState } from 'react';
import { endText } from '#client/features/terms/model/attendance-words.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Leave, LeaveRequest } from '#contract/terms/attendance.ts';
import type { OwnTerm } from '#contract/terms/handover.ts';
import { isLeaveReady, LeaveFields } from './leave-fields.tsx';

type Props = { term: OwnTerm['term']; leaves: readonly Leave[]; today: string; refresh: () => void };

/** One's own leave: asked for, how each stands, and withdrawn until it is decided. */
export const OwnLeaves = ({ term, leaves, today, refresh }: Props) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = async ({ id }: Leave) => {
    const where = { term: term.id, leave: id };
    const stored = await send(() => call('POST /api/my-terms/:term/leaves/:leave/withdraw', where));
    refresh();
    if (stored !== null) showToast(t('leave.withdrawn'));
  };
  return (
    <div className="px-14 py-10">
      <div className="flex items-center gap-8">
        <h3 className="flex-1 font-semibold">{t('leave.title')}</h3>
        <Button kind="primary" onClick={() => setIsAsking(true)}>
          {t('leave.ask')}
        </Button>
      </div>
      <Refused error={error} />
      {leaves.length === 0 ? <p className="mt-4 text-ink-3">{t('leave.noneOwn')}</p> : null}
      <ul>
        {leaves.map((leave) => (
          <li key={leave.id} className="mt-8 flex items-center gap-8">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">{clauses([leave.day, t(`span.${leave.span}`), leave.reason])}</p>
              <p className="text-12 text-ink-3 wrap-anywhere">{endText(t, leave)}</p>
            </div>
            {leave.state === 'asked' ? (
              <Button
                disabled={isBusy}
                aria-label={t('leave.withdrawOf', { day: leave.day })}
                onClick={() => void withdraw(leave)}
              >
                {t('ui:withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAsking ? (
        <AskDialog
          term={term}
          today={today}
          onClose={() => setIsAsking(false)}
          onDone={() => {
            setIsAsking(false);
            showToast(t('leave.sent'));
            refresh();
          }}
        />
      ) : null}
    </div>
  );
};

type AskProps = { term: OwnTerm['term']; today: string; onClose: () => void; onDone: () => void };

const AskDialog = ({ term, today, onClose, onDone }: AskProps) => {
  const { t } = useTranslation('attendance');
  const { isBusy, error, send } = useSubmit();
  const isInTerm = term.firstDay <= today && today <= term.lastDay;
  const [leave, setLeave] = useState<LeaveRequest>({ day: isInTerm ? today : '', span: 'day', reason: '' });
  const store = async () => {
    if ((await send(() => call('POST /api/my-terms/:term/leaves', { term: term.id }, leave))) !== null) onDone();
  };
  return (
    <SubmitDialog
      title={t('leave.ask')}
      description={t('leave.askAbout')}
      submit={t('leave.send')}
      isBlocked={isBusy || !isLeaveReady(leave)}
      error={error}
      onSubmit={store}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <LeaveFields leave={leave} term={term} onChange={setLeave} />
      </div>
    </SubmitDialog>
  );
};
