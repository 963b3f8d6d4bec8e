import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TourPlaces } from './tour-places.tsx';

/** The tour again, from the help. */
export const TourDialog = () => {
  const { t } = useTranslation('desk');
  const isOpen = useDeskUi((state) => state.dialog === 'tour');
  return (
    <Dialog open={isOpen} onOpenChange={(willOpen) => setDialog(willOpen ? 'tour' : null)} title={t('tour.title')}>
      <TourPlaces onEnd={() => setDialog(null)} />
    </Dialog>
  );
};
