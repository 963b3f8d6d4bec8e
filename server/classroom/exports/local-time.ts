/** Times as the school's clock shows them. */

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-11-20 */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Milliseconds by which the school's clock is ahead of UTC at that moment. */
export const zoneMsAt = (at: number): number => -new Date(at).getTimezoneOffset() * 60_000;

/** 2026-11-20 14:05 */
export function minuteOf(at: number): string {
  const date = new Date(at);
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
