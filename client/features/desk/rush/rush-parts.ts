/** What a rush has beside another drill: loaded when one is opened, since most drills are none. */
import { later } from '#client/lib/later.tsx';

export const RushStrip = later(() => import('./rush-strip.tsx').then((module) => module.RushStrip));
export const QueueDock = later(() => import('./queue-dock.tsx').then((module) => module.QueueDock));
export const PhoneQueue = later(() => import('./phone-queue.tsx').then((module) => module.PhoneQueue));
export const PhoneTurn = later(() => import('./phone-queue.tsx').then((module) => module.PhoneTurn));
export const DoneStrip = later(() => import('./done-words.tsx').then((module) => module.DoneStrip));
