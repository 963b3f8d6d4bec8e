import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ExamBoard } from '#contract/exams/parts.ts';

const WEEK_MS = 7 * 24 * 3600_000;

/** Lets everybody who failed sit the failed parts again, until a time of the teacher's. Nothing where nobody failed. */
export const OpenResit = ({ board, refresh }: { board: ExamBoard; refresh: () => void }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const [due, setDue] = useState(() => chinaInput(Date.now() + WEEK_MS));
  const { isBusy, error, send } = useSubmit();
  const failed = board.seats.filter(({ mark, resitting }) => mark?.grade === 'fail' && !resitting);
  if (failed.length === 0) return null;
  const open = async () => {
    const asked = { seats: failed.map(({ seat }) => seat), opensAt: Date.now(), dueAt: fromChinaInput(due) ?? 0 };
    const made = await send(() => call('POST /api/runs/:id/resits', { id: board.run.id }, asked));
    refresh();
    if (made !== null) void navigate(`/exams/runs/${encodeURIComponent(made.value.id)}`);
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('board.resit', { n: failed.length })}</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('board.resitTitle')}
        description={t('board.resitText', { n: failed.length })}
        actions={
          <>
            <Button size="l" onClick={() => setIsOpen(false)}>
              {t('board.back')}
            </Button>
            <Button kind="primary" size="l" disabled={isBusy} onClick={() => void open()}>
              {t('board.resitGo')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('board.resitDue')}
          type="datetime-local"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <Refused error={error} className="mt-8" />
      </Dialog>
    </>
  );
};
