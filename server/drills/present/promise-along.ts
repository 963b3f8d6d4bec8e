/** What another seat promised a customer who comes from there, in this drill's time (RULES Q86). */
import type { DrillMs, EventOf } from '#engine/model/events.ts';

/** `words`: empty where they are gone with the person who said them. */
export type PromiseAlong = { backBy: DrillMs; seat: string; words: string };

export const promiseAlong = ({ at, handed, passed }: EventOf<'customer-added'>): PromiseAlong | null => {
  if (passed?.promise === undefined) return null;
  const { seat, part, line, backBy } = passed.promise;
  return { backBy: Math.round(backBy + at - passed.at), seat, words: handed?.parts[part]?.lines[line]?.text ?? '' };
};
