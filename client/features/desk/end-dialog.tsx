import { useTranslation } from 'react-i18next';
import { setDialog, useDeskUi } from '../../lib/desk-ui.ts';
import { endDrill } from '../../lib/drill-deeds.ts';
import { figuresOf } from '../../lib/drill-rounds.ts';
import { useDrillRun } from '../../lib/drill-run.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { useSeat } from '../../lib/seat-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { tellRefusal } from './tell-refusal.ts';

/** Ending is for good, so it is asked once. */
export const EndDialog = () => {
  const { t } = useTranslation('desk');
  const open = useDeskUi((state) => state.dialog === 'end');
  const waiting = useDrill((state) => figuresOf(state.view).unanswered);
  const run = useDrillRun((state) => state.run);
  const end = async () => {
    if (await tellRefusal(endDrill())) setDialog(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => setDialog(now ? 'end' : null)}
      title={t('end.title')}
      text={
        run === null ? waiting > 0 ? t('end.waiting', { n: waiting }) : t('end.text') : <RunLoss waiting={waiting} />
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

/** What ending early costs in a lesson, before it is too late. */
const RunLoss = ({ waiting }: { waiting: number }) => {
  const { t } = useTranslation('desk');
  const left = useSeat((state) => state.body?.attemptsLeft ?? 0);
  return (
    <ul className="grid list-disc gap-4 pl-18">
      {waiting > 0 ? <li>{t('end.run.waiting', { n: waiting })}</li> : null}
      <li>{t('end.run.cap')}</li>
      <li>{left > 0 ? t('end.run.left', { n: left }) : t('end.run.last')}</li>
    </ul>
  );
};
