import type { DrillView } from '#client/drill/model/drill-view.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';

const DAY_MINUTES = 1440;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * The shop's own clock at a drill time, as customers and announcements name it: all stories of a rush run by one clock, so the
 * first arrival tells it. Null where each story has a clock of its own (RULES X102).
 */
export const shopTime = ({ rush, arrivalOrder, conversations }: DrillView, at: number): string | null => {
  const arrival = conversations[arrivalOrder[0] ?? '']?.items.find(({ kind }) => kind === 'arrived');
  if (rush === null || arrival?.kind !== 'arrived' || arrival.story === null) return null;
  const [hours = 0, minutes = 0] = arrival.story.time.split(':').map(Number);
  const passed = Math.floor(at / MINUTE_MS) - Math.floor(arrival.at / MINUTE_MS);
  const minute = (hours * 60 + minutes + passed + DAY_MINUTES) % DAY_MINUTES;
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
};
