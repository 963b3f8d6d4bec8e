import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ExamBoard } from '#contract/exams/parts.ts';

type Props = { board: ExamBoard; kind: 'close' | 'end'; onClose: () => void; onDone: () => void };

/** Asked once: closing ends what everybody is doing, and what was put away isn't opened any more. */
export const ExamEndDialog = ({ board: { run, seats }, kind, onClose, onDone }: Props) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, send } = useSubmit();
  const going = seats.filter(({ parts }) => parts.some(({ state }) => state === 'going')).length;
  const left = seats.filter(({ over }) => !over).length;
  const confirm = async () => {
    const route = kind === 'close' ? 'POST /api/runs/:id/homework/close' : 'POST /api/runs/:id/end';
    if ((await send(() => call(route, { id: run.id }))) === null) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t(`ending.${kind}.title`, { name: run.name })}
      description={t(`ending.${kind}.text`, { going, left })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="danger" disabled={isBusy} onClick={() => void confirm()}>
            {t(`board.${kind}`)}
          </Button>
        </>
      }
    >
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
