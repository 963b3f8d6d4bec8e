/** The tour of the desk: five places, once on a device, then only where it is asked for. */
import type { Mode } from '#client/drill/model/drill-view.ts';
import { remember, remembered } from '#client/lib/device-memory.ts';
import { setDialog } from './desk-ui.ts';
import { togglePause } from './drill-commands.ts';
import { useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';

/** In the order in which a first reply needs them. */
export const TOUR_PLACES = ['list', 'composer', 'quickReplies', 'side', 'end'] as const;
export type TourPlace = (typeof TOUR_PLACES)[number];

const STORAGE_KEY = 'kefu.desk-tour';

export const isTourTaken = (): boolean => remembered(STORAGE_KEY) === true;
export const noteTourTaken = (): void => remember(STORAGE_KEY, true);

/** Whether the tour may be taken now: never in an exam, and over a running clock only where that can be stopped for it. */
export const useMayTour = (mode: Mode | null): boolean => {
  const isStanding = useDrill(({ view }) => view.stopReason !== null || view.endReason !== null);
  return mode !== null && mode !== 'exam' && (isStanding || mode === 'practice');
};

/** Opens it once the clock stands; the trainee lets it go on with 继续. */
export const openTour = async (): Promise<void> => {
  const { stopReason, endReason } = useDrill.getState().view;
  if (stopReason === null && endReason === null && !(await toastFailure(togglePause()))) return;
  setDialog('tour');
};
