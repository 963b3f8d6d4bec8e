import { type Answer, call } from '#client/lib/api.ts';
import { dueMoment, dueWords } from '#client/lib/due-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { DueDialog } from '#client/ui/dialogs/due-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';
import type { HomeworkSeat } from './homework-seat.ts';

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
  const dueAt = seat?.homework.dueAt ?? run.homework?.dueAt ?? run.now;
  const late = run.homework?.late ?? null;
  return (
    <DueDialog
      title={seat === undefined ? t('extend.titleAll') : t('extend.title', { name: seat.name })}
      description={t(seat === undefined ? 'extend.textAll' : 'extend.text', { due: dueWords(dueAt, run.now) })}
      words={{ label: t('extend.label'), past: t('extend.past'), save: t('extend.save') }}
      dueAt={dueAt}
      now={run.now}
      send={(chosen): Promise<Answer<unknown>> =>
        seat === undefined
          ? call('POST /api/runs/:id/homework', { id: run.id }, { dueAt: chosen, late: lateAfter(late, dueAt, chosen) })
          : call('POST /api/seats/:id/due', { id: seat.seat }, { dueAt: chosen })
      }
      onClose={onClose}
      onDone={(chosen) => {
        showToast(t('extend.done', { who: seat?.name ?? t('extend.all'), until: dueMoment(chosen, run.now) }));
        onDone();
      }}
    />
  );
};

type LateRule = NonNullable<RunBody['homework']>['late'];
/** What was accepted late so many days after the due time is accepted as many after the new one. */
const lateAfter = (late: LateRule, before: number, after: number): LateRule =>
  late === null ? null : { ...late, until: Math.max(late.until, late.until + after - before) };
