/** Times as the school's clock shows them. */

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 2026-11-20 */
export const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};

/** The half of its day, before noon and from noon on. */
export const halfOf = (at: number): 'am' | 'pm' => (new Date(at).getHours() < 12 ? 'am' : 'pm');

/** Milliseconds by which the school's clock is ahead of UTC at that moment. */
export const zoneMsAt = (at: number): number => -new Date(at).getTimezoneOffset() * 60_000;

/** 2026-11-20 14:05 */
export const minuteOf = (at: number): string => {
  const date = new Date(at);
  return `${dayOf(at)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};
