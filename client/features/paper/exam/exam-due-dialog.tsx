import { type Answer, call } from '#client/lib/api.ts';
import { dueMoment, dueWords } from '#client/lib/due-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { DueDialog } from '#client/ui/dialogs/due-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ExamBoard, ExamBoardSeat } from '#contract/exams/parts.ts';

type Props = {
  board: Pick<ExamBoard, 'run' | 'now'>;
  /** Left out: everybody. */
  seat?: ExamBoardSeat;
  onClose: () => void;
  onDone: () => void;
};

/** A longer window for one seat, or for all: parts that nobody has begun can be begun again. */
export const ExamDueDialog = ({ board: { run, now }, seat, onClose, onDone }: Props) => {
  const { t } = useTranslation('exams');
  const dueAt = seat?.dueAt ?? run.dueAt;
  return (
    <DueDialog
      title={seat === undefined ? t('due.titleAll') : t('due.title', { name: seat.name })}
      description={t(seat === undefined ? 'due.textAll' : 'due.text', { due: dueWords(dueAt, now) })}
      words={{ label: t('due.label'), past: t('due.past'), save: t('due.save') }}
      dueAt={dueAt}
      now={now}
      send={(chosen): Promise<Answer<unknown>> =>
        seat === undefined
          ? call('POST /api/runs/:id/homework', { id: run.id }, { dueAt: chosen, late: null })
          : call('POST /api/seats/:id/due', { id: seat.seat }, { dueAt: chosen })
      }
      onClose={onClose}
      onDone={(chosen) => {
        showToast(t('due.done', { who: seat?.name ?? t('due.all'), until: dueMoment(chosen, now) }));
        onDone();
      }}
    />
  );
};
