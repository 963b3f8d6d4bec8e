import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { chinaInput, dueMoment, dueWords, fromChinaInput } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';
import type { HomeworkSeat } from './homework-seat.ts';

const DAY_MS = 24 * 3600_000;
/** A day more than there is, at the same hour. */
const proposed = (dueAt: number, now: number): number =>
  dueAt + Math.max(1, Math.ceil((now - dueAt) / DAY_MS)) * DAY_MS;

type Props = {
  run: RunBody;
  /** Left out: everybody. */
  seat?: HomeworkSeat;
  onClose: () => void;
  onDone: () => void;
};

/** Another due time for one seat, or for all: longer, or open again. */
export const ExtendDialog = ({ run, seat, onClose, onDone }: Props) => {
  const { t } = useTranslation('homework');
  const { isBusy, error, send } = useSubmit();
  const dueAt = seat?.homework.dueAt ?? run.homework?.dueAt ?? run.now;
  const [due, setDue] = useState(() => chinaInput(proposed(dueAt, run.now)));
  const chosen = fromChinaInput(due);
  const isRight = chosen !== null && chosen > run.now;
  const save = async () => {
    if (chosen === null) return;
    const late = run.homework?.late ?? null;
    const reply = await send<unknown>(() =>
      seat === undefined
        ? call('POST /api/runs/:id/homework', { id: run.id }, { dueAt: chosen, late: lateAfter(late, dueAt, chosen) })
        : call('POST /api/seats/:id/due', { id: seat.seat }, { dueAt: chosen }),
    );
    if (reply === null) return;
    showToast(t('extend.done', { who: seat?.name ?? t('extend.all'), until: dueMoment(chosen, run.now) }));
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={seat === undefined ? t('extend.titleAll') : t('extend.title', { name: seat.name })}
      description={t(seat === undefined ? 'extend.textAll' : 'extend.text', { due: dueWords(dueAt, run.now) })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={isBusy || !isRight} onClick={() => void save()}>
            {t('extend.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('extend.label')}
        type="datetime-local"
        value={due}
        error={isRight ? null : t('extend.past')}
        hint={chosen === null ? undefined : dueWords(chosen, run.now)}
        className="mt-12"
        onChange={(event) => setDue(event.target.value)}
      />
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};

type LateRule = NonNullable<RunBody['homework']>['late'];
/** What was accepted late so many days after the due time is accepted as many after the new one. */
const lateAfter = (late: LateRule, before: number, after: number): LateRule =>
  late === null ? null : { ...late, until: Math.max(late.until, late.until + after - before) };
