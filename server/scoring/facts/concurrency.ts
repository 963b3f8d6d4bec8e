/** How many customers were at the desk at once, and the response tier that follows (RULES M1). */

import type { DrillMs } from '#engine/model/events.ts';
import type { Rubric, Tier } from '#engine/model/rubric.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';

/** A stay at the desk: from the customer's assignment until they are away or closed, or the goodbye has been said. */
export type Stay = { from: DrillMs; to: DrillMs };

/** The customer's stays at the desk. Time away and time in the queue don't count. */
export const staysOf = (conversation: ConversationHistory, lastAt: DrillMs): Stay[] => {
  const moves: { at: DrillMs; index: number; isHere: boolean }[] = [
    ...conversation.arrivals.map(({ at, index }) => ({ at, index, isHere: true })),
    ...conversation.statuses.map(({ at, index, to }) => ({ at, index, isHere: to === 'waiting' || to === 'active' })),
    ...conversation.windows.flatMap(({ kind, closed }) =>
      kind === 'goodbye' && closed?.how === 'taken' ? [{ at: closed.at, index: closed.index, isHere: false }] : [],
    ),
    ...(conversation.closed ? [{ at: conversation.closed.at, index: conversation.closed.index, isHere: false }] : []),
  ].sort((a, b) => a.index - b.index);
  const stays: Stay[] = [];
  let sinceMs: DrillMs | null = null;
  for (const move of moves) {
    if (move.isHere) sinceMs ??= move.at;
    else if (sinceMs !== null) {
      stays.push({ from: sinceMs, to: move.at });
      sinceMs = null;
    }
  }
  if (sinceMs !== null) stays.push({ from: sinceMs, to: lastAt });
  return stays;
};

/** Most customers at the desk at one moment of [from, to]. At least 1: the customer asked about is there. */
export const atOnce = (history: DrillHistory, from: DrillMs, to: DrillMs): number => {
  const stays = history.conversations.flatMap((conversation) => staysOf(conversation, history.lastAt));
  const moments = [from, ...stays.map((stay) => stay.from).filter((moment) => moment > from && moment <= to)];
  const counts = moments.map((moment) => stays.filter((stay) => stay.from <= moment && moment < stay.to).length);
  return Math.max(1, ...counts);
};

/** Customers at the desk at a moment, as the timeline draws their stays; who goes at that moment counts (RULES M174). */
export const hereAt = ({ conversations, lastAt }: DrillHistory, at: DrillMs): number =>
  conversations.filter((conversation) => staysOf(conversation, lastAt).some(({ from, to }) => from <= at && at <= to))
    .length;

/** The tier for a number of customers; numbers above the last tier's get the last tier. */
export const tierFor = (rubric: Rubric, customers: number): Tier => {
  const tier = rubric.tiers.find(({ upTo }) => customers <= upTo) ?? rubric.tiers.at(-1);
  if (!tier) throw new Error(`rubric ${rubric.id} has no tiers`);
  return tier;
};

export type Grade = 'excellent' | 'pass' | 'weak' | 'fail';

/** Up to `excellentS`, `passS` and `failS` (weak), then fail. A threshold met to the second is met (RULES M1). */
export const gradeOf = (seconds: number, tier: Tier): Grade => {
  const wholeSeconds = Math.round(seconds);
  if (wholeSeconds <= tier.excellentS) return 'excellent';
  if (wholeSeconds <= tier.passS) return 'pass';
  return wholeSeconds <= tier.failS ? 'weak' : 'fail';
};
