/** What shows a hold, loaded once somebody is on hold. */
import { later } from '#client/lib/later.tsx';

export const HoldMark = later(() => import('#client/drill/hold/hold-mark.tsx').then((module) => module.HoldMark));
export const HoldStrip = later(() => import('./hold-strip.tsx').then((module) => module.HoldStrip));
