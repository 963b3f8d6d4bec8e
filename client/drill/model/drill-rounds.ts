/**
 * Rounds and waits: a round runs from the customer's first unanswered bubble to the first human message (RULES T1, T10).
 * A nod starts none (RULES T16).
 * For the trainee's eyes only; marks are made on the server.
 */

import { mean } from '#client/lib/arithmetic.ts';
import type { ConversationView, DrillView, Round, Tier } from './drill-view.ts';
import { type WaitThresholds, waitLevel, warningThresholds } from './wait-level.ts';

/** Null: nobody has told the rubric's tiers yet, and no wait is held against any limit. */
export const tierFor = (tiers: readonly Tier[], customerCount: number): Tier | null =>
  [...tiers].sort((a, b) => a.upTo - b.upTo).find((tier) => customerCount <= tier.upTo) ?? tiers.at(-1) ?? null;

/** What each row of the list asks at each event, reckoned once for all: kept for the view that was asked for last. */
const ofLatestView = <T>(reckon: (view: DrillView) => T): ((view: DrillView) => T) => {
  let latest: { view: DrillView; value: T } | null = null;
  return (view) => {
    if (latest?.view !== view) latest = { view, value: reckon(view) };
    return latest.value;
  };
};

/** Whether a customer has left the list of those who are here: in a rush somebody who is away doesn't come back as a rule. */
export const hasGone = ({ conversations, rush }: DrillView, key: string): boolean => {
  const status = conversations[key]?.status;
  return status === 'closed' || (rush !== null && status === 'away');
};

/** Whether leave was taken of somebody who is still here: they take up no place any more. */
export const isParted = ({ conversations }: DrillView, key: string): boolean => {
  const conversation = conversations[key];
  return conversation?.leaveTaken === true && (conversation.status === 'waiting' || conversation.status === 'active');
};

/** Who takes a place at the desk of a rush, as the engine counts them (RULES Q1, T53). Not who was wished well. */
export const atDesk = (view: DrillView): readonly string[] =>
  view.arrivalOrder.filter((key) => {
    const conversation = view.conversations[key];
    const isOpen = conversation?.status === 'waiting' || conversation?.status === 'active';
    return isOpen && !conversation.leaveTaken;
  });

/** Customers who take a share of attention now: the tiers count them, here as in the report (RULES M1, X85). */
export const servedCustomerCount = (view: DrillView): number => atDesk(view).length;

export const currentTier = (view: DrillView): Tier | null =>
  tierFor(view.opening?.tiers ?? [], Math.max(1, servedCustomerCount(view)));

/**
 * What the strip names as the limit while no reply was timed. None once the drill is over: nobody is served any more, and a limit for one
 * customer would judge what was done with many.
 */
export const figuresTier = (view: DrillView): Tier | null => (view.endReason === null ? currentTier(view) : null);

/** When the wait meter warns and urges for the number of customers now at the desk. */
export const currentWarning = ofLatestView((view): WaitThresholds | null =>
  warningThresholds(currentTier(view), view.opening?.meter ?? null),
);

export const openRound = (conversation: ConversationView, at: number, view: DrillView): ConversationView => {
  if (conversation.openRoundIndex !== null) return conversation;
  const round: Round = {
    startedAt: at,
    endedAt: null,
    outcome: 'open',
    isFirst: !conversation.isGreeted,
    isInterrupted: false,
    tier: currentTier(view),
    level: 1,
  };
  return { ...conversation, rounds: [...conversation.rounds, round], openRoundIndex: conversation.rounds.length };
};

export const endRound = (
  conversation: ConversationView,
  at: number,
  outcome: 'replied' | 'unanswered' | 'void',
  view: DrillView,
): ConversationView => {
  const openIndex = conversation.openRoundIndex;
  if (openIndex === null) return { ...conversation, pendingSince: null };
  const now = currentTier(view);
  const rounds = conversation.rounds.map((round, index): Round => {
    if (index !== openIndex) return round;
    const tier = now !== null && now.passS > (round.tier?.passS ?? 0) ? now : round.tier;
    // A wait that was over the limit anyway is missed, not void (RULES C5).
    const wasLate = outcome === 'void' && tier !== null && at - round.startedAt > tier.failS * 1000;
    return {
      ...round,
      endedAt: at,
      outcome: wasLate ? 'unanswered' : outcome,
      tier,
      level: waitLevel((at - round.startedAt) / 1000, tier),
    };
  });
  return { ...conversation, rounds, openRoundIndex: null, pendingSince: null };
};

/** Since when the customer has been waiting for a reply; null = answered. */
export const waitingSince = (conversation: ConversationView): number | null =>
  conversation.openRoundIndex === null ? null : (conversation.rounds[conversation.openRoundIndex]?.startedAt ?? null);

/** Customers who wait for a reply. */
export const waitingCount = ({ arrivalOrder, conversations }: DrillView): number =>
  arrivalOrder.filter((key) => (conversations[key]?.openRoundIndex ?? null) !== null).length;

/** `isMixed`: several limits were in force, by how many were here. */
export type MeanLimit = Omit<Tier, 'upTo'> & { isMixed: boolean };

const meanLineOf = (rounds: readonly Round[]): MeanLimit | null => {
  const tiers = rounds.flatMap(({ tier }) => tier ?? []);
  const of = (limit: 'excellentS' | 'passS' | 'failS') => Math.round(mean(tiers.map((tier) => tier[limit])) ?? 0);
  if (tiers.length === 0) return null;
  const [excellentS, passS, failS] = [of('excellentS'), of('passS'), of('failS')];
  return { excellentS, passS, failS, isMixed: tiers.some((tier) => tier.passS !== passS) };
};

export type DrillFigures = {
  firstMs: number | null;
  meanMs: number | null;
  /** The mean of the limits its rounds were asked under; null: no round yet, or no limit told (RULES X99). */
  firstLine: MeanLimit | null;
  meanLine: MeanLimit | null;
  unansweredCount: number;
  presentCount: number;
};

/** The conversation with its open round marked as opened by the customer's last words (RULES M97). */
export const withFarewell = (conversation: ConversationView): ConversationView => ({
  ...conversation,
  rounds: conversation.rounds.map((round, index) =>
    index === conversation.openRoundIndex ? { ...round, isFarewell: true } : round,
  ),
});

/** The strip's figures: means of first and of all answered rounds, how many wait, how many are here. As in the report (RULES M97). */
export const drillFigures = ofLatestView((view): DrillFigures => {
  const conversations = view.arrivalOrder.flatMap((key) => view.conversations[key] ?? []);
  const answeredRounds = conversations.flatMap((conversation) =>
    conversation.rounds.filter(
      ({ outcome, isInterrupted, isFarewell }) => outcome === 'replied' && !isInterrupted && isFarewell === undefined,
    ),
  );
  const durationsMs = (rounds: readonly Round[]) =>
    rounds.map((round) => (round.endedAt ?? round.startedAt) - round.startedAt);
  const firstRounds = answeredRounds.filter((round) => round.isFirst);
  return {
    firstMs: mean(durationsMs(firstRounds)),
    meanMs: mean(durationsMs(answeredRounds)),
    firstLine: meanLineOf(firstRounds),
    meanLine: meanLineOf(answeredRounds),
    unansweredCount: waitingCount(view),
    presentCount: servedCustomerCount(view),
  };
});

const longestOf = (view: DrillView, exceptKey: string | null): string | null => {
  let longest: { key: string; since: number } | null = null;
  for (const key of view.arrivalOrder) {
    const conversation = view.conversations[key];
    const since = conversation === undefined || key === exceptKey ? null : waitingSince(conversation);
    if (since !== null && (longest === null || since < longest.since)) longest = { key, since };
  }
  return longest?.key ?? null;
};
const longestOfAll = ofLatestView((view) => longestOf(view, null));

/** Whom to answer first: the longest wait of all, `exceptKey` left out. */
export const longestWaitingKey = (view: DrillView, exceptKey: string | null = null): string | null =>
  exceptKey === null ? longestOfAll(view) : longestOf(view, exceptKey);

/** Whether all who were to come have come and their conversations are closed: the drill is about to end. */
export const isAllClosed = ({ opening, arrivalOrder, conversations }: DrillView): boolean =>
  opening !== null &&
  (opening.customers ?? 0) <= arrivalOrder.length &&
  arrivalOrder.every((key) => conversations[key]?.status === 'closed');
