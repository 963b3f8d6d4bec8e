import '#client/features/desk/dialog-strings/strings.ts';
import type { ReactNode } from 'react';
import { drillFigures } from '#client/drill/model/drill-rounds.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { endDrill } from '#client/features/desk/model/drill-commands.ts';
import { useDrillRun } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { handoverAhead } from '#client/features/desk/model/handover.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';

/** An ended drill can't be continued, so a dialog asks before it ends. */
export const EndDialog = () => {
  const { t } = useTranslation('desk-dialogs');
  const isOpen = useDeskUi((state) => state.dialog === 'end');
  const waitingCount = useDrill((state) => drillFigures(state.view).unansweredCount);
  const queuedCount = useDrill((state) => state.view.rush?.queue.length ?? 0);
  const left = useDrill((state) => handoverAhead(state.view)?.left ?? 0);
  const seconds = useDrill((state) => handoverAhead(state.view)?.seconds ?? 0);
  const run = useDrillRun((state) => state.run);
  const closing = () => (waitingCount > 0 ? t('end.waiting', { n: waitingCount }) : t('end.text'));
  const end = async () => {
    if (await toastFailure(endDrill())) setDialog(null);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(willOpen) => setDialog(willOpen ? 'end' : null)}
      title={t('end.title')}
      description={
        run === null ? (
          joined([
            left === 0 ? closing() : t('end.handover', { left, seconds }),
            queuedCount > 0 ? t('end.queued', { n: queuedCount }) : '',
          ])
        ) : (
          <RunLoss waitingCount={left === 0 ? waitingCount : 0}>
            {left > 0 ? <li>{t('end.handover', { left, seconds })}</li> : null}
          </RunLoss>
        )
      }
      actions={
        <>
          <Button onClick={() => setDialog(null)}>{t('end.stay')}</Button>
          <Button kind="danger" onClick={() => void end()}>
            {t('end.confirm')}
          </Button>
        </>
      }
    />
  );
};

/** What ending early costs in a lesson, said before the trainee ends the drill. */
const RunLoss = ({ waitingCount, children }: { waitingCount: number; children: ReactNode }) => {
  const { t } = useTranslation('desk-dialogs');
  // Null: homework that may be done as often as one likes.
  const attemptsLeft = useSeat(({ body }) => (body === null ? 0 : body.attemptsLeft));
  const isHomework = useSeat(({ body }) => body?.homework !== undefined);
  const leftText = (): string => {
    if (attemptsLeft === null) return t('end.run.unlimited');
    if (attemptsLeft === 0) return t('end.run.last');
    return t(isHomework ? 'end.run.homework' : 'end.run.left', { n: attemptsLeft });
  };
  return (
    <ul className="grid list-disc gap-4 pl-18">
      {waitingCount > 0 ? <li>{t('end.run.waiting', { n: waitingCount })}</li> : null}
      {children}
      <li>{t('end.run.cap')}</li>
      <li>{leftText()}</li>
    </ul>
  );
};
