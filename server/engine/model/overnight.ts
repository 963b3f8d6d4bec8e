/** Reports whose answer would come after the shop has closed (RULES T8). */
import type { ActionSpec, Shop } from './shop.ts';

const HOUR_MIN = 60;

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR_MIN + minutes;
};

/**
 * Whether what is reported at this minute of the day is answered on the next day only: the shop hasn't opened yet, or has
 * closed by the time the answer would be due.
 */
export const isOvernight = (
  { overnight }: ActionSpec,
  { hours }: Pick<Shop, 'hours'>,
  minuteOfDay: number,
): boolean => {
  if (!overnight) return false;
  const [opens, closes] = hours;
  return minuteOfDay < minuteOf(opens) || minuteOfDay + overnight.minutes >= minuteOf(closes);
};
