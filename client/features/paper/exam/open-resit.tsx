import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ExamBoard, ExamBoardSeat } from '#contract/exams/parts.ts';
import type { PartKind } from '#contract/plans/exam.ts';

const WEEK_MS = 7 * DAY_MS;

/** Lets those who failed, all of them unless the teacher unticks some, sit the failed parts again until a time of the teacher's. Nothing where nobody failed. */
export const OpenResit = ({ board, refresh }: { board: ExamBoard; refresh: () => void }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const [due, setDue] = useState(() => chinaInput(Date.now() + WEEK_MS));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { isBusy, error, send } = useSubmit();
  const failed = board.seats.filter(({ mark, resitting }) => toResit(mark).length > 0 && !resitting);
  if (failed.length === 0) return null;
  const chosen = failed.filter(({ seat }) => !left.has(seat));
  const choose = (seat: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(seat);
    else next.add(seat);
    setLeft(next);
  };
  const open = async () => {
    const asked = { seats: chosen.map(({ seat }) => seat), opensAt: Date.now(), dueAt: fromChinaInput(due) ?? 0 };
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
            <Button
              kind="primary"
              size="l"
              disabled={isBusy}
              disabledReason={chosen.length === 0 ? t('board.resitNobody') : null}
              onClick={() => void open()}
            >
              {t('board.resitGo', { n: chosen.length })}
            </Button>
          </>
        }
      >
        <fieldset className="mt-8 mb-12">
          <legend className="sr-only">{t('board.resitWho')}</legend>
          {/* For one or two of a class nobody should have to untick all others. */}
          <label className="flex min-h-28 items-center gap-8 border-line border-b text-ink-2 max-pane:min-h-44">
            <input
              type="checkbox"
              checked={chosen.length === failed.length}
              onChange={(event) => setLeft(new Set(event.target.checked ? [] : failed.map(({ seat }) => seat)))}
            />
            {t('board.resitAll')}
          </label>
          <ul className="max-h-[40vh] overflow-y-auto">
            {failed.map(({ seat, no, name, mark }) => (
              <li key={seat}>
                <label className="flex min-h-28 items-center gap-8 max-pane:min-h-44">
                  <input
                    type="checkbox"
                    checked={!left.has(seat)}
                    onChange={(event) => choose(seat, event.target.checked)}
                  />
                  <span className="min-w-0 wrap-anywhere">{clauses([no, name])}</span>
                  <span className="ml-auto text-12 text-ink-3">
                    {listed(toResit(mark).map((kind) => t(`part.${kind}`)))}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
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

/** As the server opens it: of who failed the failed parts, and whatever was set aside. */
const toResit = (mark: ExamBoardSeat['mark']): PartKind[] =>
  mark === null
    ? []
    : [
        ...(mark.grade === 'fail' ? mark.failed : []),
        ...mark.parts.flatMap(({ kind, counted }) => (counted === null ? [kind] : [])),
      ];
