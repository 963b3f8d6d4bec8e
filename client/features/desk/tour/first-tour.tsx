import { type KeyboardEvent, useState } from 'react';
import type { Mode } from '#client/drill/model/drill-view.ts';
import { isTourTaken, noteTourTaken } from '#client/features/desk/model/desk-tour.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';

// Who has taken it never loads it.
const TourPlaces = later(() => import('./tour-places.tsx').then((module) => module.TourPlaces));

/** Under 开始 on a person's first desk: no clock runs yet, and whoever just begins has nothing to close first. */
export const FirstTour = ({ mode, onBegin }: { mode: Mode; onBegin: () => void }) => {
  const { t } = useTranslation('desk');
  const [isOver, setIsOver] = useState(isTourTaken);
  if (isOver || mode === 'exam') return null;
  const skip = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    noteTourTaken();
    setIsOver(true);
  };
  return (
    <section aria-label={t('tour.title')} onKeyDown={skip} className="mt-16 border-line border-t pt-16">
      <TourPlaces onEnd={() => setIsOver(true)} onBegin={onBegin} />
    </section>
  );
};
