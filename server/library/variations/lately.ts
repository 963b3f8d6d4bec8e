/** What happened shortly before a story's own clock, told at the desk's (RULES J161). */
import { clockOf, minutesOf } from './value.ts';

/** What the story tells of these minutes before it, as a note of this very moment does, was just now at another hour too. */
const LATELY_MIN = 30;

/** The same with every time of that day which lies shortly before the first clock as long before the second one (RULES J161). */
export const withLatelyMoved = <T>(node: T, clocks: { date: string; from: number; to: number }): T => {
  if (typeof node === 'string') return latelyMoved(node, clocks) as T;
  if (Array.isArray(node)) return node.map((item) => withLatelyMoved(item, clocks)) as T;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, withLatelyMoved(item, clocks)])) as T;
};

const latelyMoved = (text: string, { date, from, to }: { date: string; from: number; to: number }): string =>
  text.replaceAll(/(\d{2}-\d{2}) (\d{2}:\d{2})/g, (words: string, day: string, clock: string) => {
    const before = from - (minutesOf(clock) ?? 0);
    const isLately = day === date.slice(5) && before >= 0 && before <= LATELY_MIN;
    return isLately ? `${day} ${clockOf(Math.max(0, to - before))}` : words;
  });
