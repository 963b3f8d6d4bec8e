import '#client/features/desk/dialog-strings/strings.ts';
import { useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { noteTourTaken, TOUR_PLACES } from '#client/features/desk/model/desk-tour.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TourMap } from './tour-map.tsx';

type Props = {
  /** Skipped or seen to the end, and never shown by itself again. */
  onEnd: () => void;
  /** On a first desk: the last place's button starts the clock. */
  onBegin?: () => void;
};

/** One place after the other, each in two sentences. */
export const TourPlaces = ({ onEnd, onBegin }: Props) => {
  const { t } = useTranslation('desk-dialogs');
  const isPhone = usePhone();
  const [index, setIndex] = useState(0);
  const place = TOUR_PLACES[index] ?? 'list';
  const isLast = index === TOUR_PLACES.length - 1;
  const end = () => {
    noteTourTaken();
    onEnd();
  };
  return (
    <div>
      <div className="flex items-start gap-12">
        <TourMap place={place} />
        <div role="status" className="min-h-96 min-w-0 max-pane:min-h-116 flex-1">
          <p className="flex items-baseline gap-8">
            <b>{t(`tour.${place}.title`)}</b>
            <span className="text-12 text-ink-3">
              {index + 1} / {TOUR_PLACES.length}
            </span>
          </p>
          <p className="mt-4 text-ink-2">{t(isPhone ? `tour.${place}.phone` : `tour.${place}.wide`)}</p>
        </div>
      </div>
      <div className="mt-8 flex items-center justify-end gap-8">
        {isLast && onBegin !== undefined ? (
          // Where no 下一处 was: a press too many starts no clock.
          <Button
            kind="primary"
            className="mr-auto"
            onClick={() => {
              end();
              onBegin();
            }}
          >
            {t('tour.begin')}
          </Button>
        ) : null}
        {isLast ? null : (
          <Button kind="bare" onClick={end}>
            {t('tour.skip')}
          </Button>
        )}
        {index === 0 ? null : <Button onClick={() => setIndex(index - 1)}>{t('tour.back')}</Button>}
        {isLast && onBegin !== undefined ? null : (
          <Button onClick={() => (isLast ? end() : setIndex(index + 1))}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        )}
      </div>
    </div>
  );
};
