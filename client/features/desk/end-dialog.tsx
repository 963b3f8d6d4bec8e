import { useTranslation } from 'react-i18next';
import { setDialog, useDeskUi } from '../../lib/desk-ui.ts';
import { endDrill } from '../../lib/drill-deeds.ts';
import { figuresOf } from '../../lib/drill-rounds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { tellRefusal } from './tell-refusal.ts';

/** Ending is for good, so it is asked once. */
export const EndDialog = () => {
  const { t } = useTranslation('desk');
  const open = useDeskUi((state) => state.dialog === 'end');
  const waiting = useDrill((state) => figuresOf(state.view).unanswered);
  const end = async () => {
    if (await tellRefusal(endDrill())) setDialog(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => setDialog(now ? 'end' : null)}
      title={t('end.title')}
      text={waiting > 0 ? t('end.waiting', { n: waiting }) : t('end.text')}
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
