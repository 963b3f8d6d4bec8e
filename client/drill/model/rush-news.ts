/** What of a rush is news at a drill time: told for some seconds, then quiet. Pure, so that desk and replay tell the same. */
import type { DialTurn, QueueEntry, QueueExit, RushView } from './rush-view.ts';

/** For so long something is told, in drill milliseconds. */
export const TOLD_MS = 10_000;

const isNews = (at: number, now: number): boolean => at <= now && now - at < TOLD_MS;

/** The turn of the dial to tell of now; null: none. */
export const newTurn = ({ turns }: RushView, now: number): DialTurn | null => {
  const latest = turns.at(-1);
  return latest !== undefined && isNews(latest.at, now) ? latest : null;
};

/** Who has just left the queue, oldest first. */
export const newExits = ({ exits }: RushView, now: number): readonly QueueExit[] =>
  exits.filter(({ at }) => isNews(at, now));

/** Share of the time until a colleague takes somebody that is still left, 1 to 0. */
export const queueTimeLeft = ({ since }: QueueEntry, { opened }: RushView, now: number): number =>
  Math.min(1, Math.max(0, 1 - (now - since) / Math.max(1, opened.colleagueAfterMs)));
