/**
 * Rounds and waits: a round runs from the customer's first unanswered bubble to the first human message (RULES T1, T10).
 * A nod starts none (RULES T16).
 * For the trainee's eyes only; marks are made on the server.
 */

import type { ConversationView, DrillView, Round, Tier, WaitLevel } from './drill-view.ts';

/** Null: nobody has told the rubric's tiers yet, and no wait is held against any limit. */
export const tierFor = (tiers: readonly Tier[], customers: number): Tier | null =>
  [...tiers].sort((a, b) => a.upTo - b.upTo).find((tier) => customers <= tier.upTo) ?? tiers.at(-1) ?? null;

/** Customers who take a share of attention now: the tiers count them (RULES M1). */
export const customersAtOnce = (view: DrillView): number =>
  view.order.filter((key) => {
    const status = view.conversations[key]?.status;
    return status === 'waiting' || status === 'active';
  }).length;

/** Who takes a place at the desk of a rush, as the engine counts them (RULES Q1, T53). */
export const atDesk = (view: DrillView): readonly string[] =>
  view.order.filter((key) => {
    const conversation = view.conversations[key];
    const isOpen = conversation?.status === 'waiting' || conversation?.status === 'active';
    return isOpen && !conversation.leaveTaken;
  });

export const currentTier = (view: DrillView): Tier | null =>
  tierFor(view.opened?.tiers ?? [], Math.max(1, customersAtOnce(view)));

export const waitLevel = (waitMs: number, tier: Tier | null): WaitLevel => {
  if (tier === null) return 0;
  if (waitMs <= tier.passS * 1000) return 1;
  return waitMs <= tier.failS * 1000 ? 2 : 3;
};

export const openRound = (conversation: ConversationView, at: number): ConversationView => {
  if (conversation.open !== null) return conversation;
  const round: Round = { from: at, to: null, end: 'open', first: !conversation.greeted, interrupted: false, level: 1 };
  return { ...conversation, rounds: [...conversation.rounds, round], open: conversation.rounds.length };
};

export const endRound = (
  conversation: ConversationView,
  at: number,
  end: 'replied' | 'unanswered' | 'void',
  view: DrillView,
): ConversationView => {
  const openIndex = conversation.open;
  if (openIndex === null) return { ...conversation, pendingFrom: null };
  const tier = currentTier(view);
  const rounds = conversation.rounds.map((round, index): Round => {
    if (index !== openIndex) return round;
    // A wait that was over the limit anyway is missed, not void (RULES C5).
    const wasLate = end === 'void' && tier !== null && at - round.from > tier.failS * 1000;
    return { ...round, to: at, end: wasLate ? 'unanswered' : end, level: waitLevel(at - round.from, tier) };
  });
  return { ...conversation, rounds, open: null, pendingFrom: null };
};

/** Since when the customer has been waiting for a reply; null = answered. */
export const waitingSince = (conversation: ConversationView): number | null =>
  conversation.open === null ? null : (conversation.rounds[conversation.open]?.from ?? null);

export type Figures = { firstMs: number | null; meanMs: number | null; unanswered: number; present: number };

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The strip's figures: means of first and of all answered rounds, how many wait, how many are here. */
export const figuresOf = (view: DrillView): Figures => {
  const conversations = view.order.flatMap((key) => view.conversations[key] ?? []);
  const rounds = conversations.flatMap((conversation) =>
    conversation.rounds.filter((round) => round.end === 'replied' && !round.interrupted),
  );
  const lengths = (measured: readonly Round[]) => measured.map((round) => (round.to ?? round.from) - round.from);
  return {
    firstMs: meanOf(lengths(rounds.filter((round) => round.first))),
    meanMs: meanOf(lengths(rounds)),
    unanswered: conversations.filter((conversation) => conversation.open !== null).length,
    present: customersAtOnce(view),
  };
};

/** Whom to answer first: the longest wait of all, `except` one. */
export const longestWait = (view: DrillView, except: string | null = null): string | null => {
  let longest: { key: string; since: number } | null = null;
  for (const key of view.order) {
    const conversation = view.conversations[key];
    const since = conversation === undefined || key === except ? null : waitingSince(conversation);
    if (since !== null && (longest === null || since < longest.since)) longest = { key, since };
  }
  return longest?.key ?? null;
};
