/** Whether a turn done again went better, by the scorecard's own count of that turn alone (RULES M8, N7). */
import type { DrillRetries, RetriedTurn, Try, TurnPlace } from '#contract/retries.ts';
import type { ContentData } from '#engine/content.ts';
import type { DrillEvent } from '#engine/events.ts';
import type { Rubric } from '#engine/rubric.ts';
import { attemptAt, graveFaults, type Taken, turnsOf, upToReaction } from './attempt.ts';
import { historyOf } from './history.ts';
import type { Opportunity } from './opportunities/opportunity.ts';
import type { GivenRuling } from './rulings.ts';
import { scorecardOf } from './scorecard.ts';

/**
 * Both turns are offered the chances of both, so that one which a try passed by counts against it. One with a grave
 * fault more is worse, whatever it answered besides: what is told wrong is believed. Where 待核 leaves the ranges
 * overlapping, nothing is claimed.
 */
export function compareAttempts(rubric: Rubric, first: Taken, other: Taken): Try['than'] {
  if (graveFaults(rubric, other.faults) > graveFaults(rubric, first.faults)) return 'worse';
  const range = (own: Taken, beside: Taken): [number, number] =>
    scorecardOf(rubric, [...own.chances, ...missed(own.chances, beside.chances)], own.faults).range;
  const [low, high] = range(first, other);
  const [otherLow, otherHigh] = range(other, first);
  if (otherLow > high) return 'better';
  if (otherHigh < low) return 'worse';
  return low === high && otherLow === otherHigh ? 'same' : 'unsure';
}

const missed = (own: readonly Opportunity[], beside: readonly Opportunity[]): Opportunity[] =>
  beside.filter(({ key }) => !own.some((one) => one.key === key)).map((one) => ({ ...one, credit: 0, unsure: false }));

/** Every turn of a drill that can be done again, in order of time. */
export const turnsToRetry = (events: readonly DrillEvent[]): Omit<DrillRetries['turns'][number], 'open'>[] =>
  historyOf(events)
    .conversations.flatMap((c) => turnsOf(c).map((one) => ({ ...one, conversation: c.key })))
    .sort((a, b) => a.at - b.at)
    .map(({ conversation, turn, messages, questions }) => ({ conversation, turn, messages, questions }));

/** An ended retry with its own log. */
export type RetryLog = { drill: string; endedAt: number; events: readonly DrillEvent[] };

/** The first try and the ended retries of one turn, oldest first. Null where the turn isn't there. */
export function retriedTurn(
  content: ContentData,
  log: { drill: string; events: readonly DrillEvent[]; rulings: readonly GivenRuling[] },
  place: TurnPlace,
  retries: readonly RetryLog[],
): RetriedTurn | null {
  const { conversation, turn } = place;
  const cut = upToReaction(log.events, log.drill, place);
  const first = cut === null ? null : attemptAt(content, cut, place, { rulings: log.rulings });
  if (first === null) return null;
  const tries = retries.flatMap(({ drill, endedAt, events }): Try[] => {
    // What ending a drill settles is no part of the turn: cut like the first try.
    const taken = attemptAt(content, upToReaction(events, drill, place) ?? events, place, { questions: first.waited });
    if (taken === null) return [];
    const than = compareAttempts(content.rubric, first, taken);
    return [{ ...taken.attempt, seconds: sinceStart(events, conversation), drill, endedAt, than }];
  });
  return { conversation, turn, original: first.attempt, tries };
}

/** Seconds from 开始 to the first words or card: how long the customer had waited before was the first try's doing. */
function sinceStart(events: readonly DrillEvent[], conversation: string): number | null {
  const from = events.find((e) => e.kind === 'drill-opened')?.redo?.fromAt ?? null;
  const begun = events.findLastIndex((e) => e.kind === 'clock-started' && e.why === 'not-started');
  const reply = events.find(
    (e, i) => i > begun && (e.kind === 'trainee-said' || e.kind === 'action-done') && e.conversation === conversation,
  );
  return from === null || reply === undefined ? null : Math.round((reply.at - from) / 1000);
}
