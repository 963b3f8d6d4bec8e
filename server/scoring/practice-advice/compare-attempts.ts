/** Whether a turn or silence done again went better, by the scorecard's own count of that turn alone (RULES M8, N7). */
import type { RetriedTurn, RetryAttempt, TurnPlace } from '#contract/retries.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { silenceLog, turnAfter, upToReaction } from '#scoring/log/attempt-log.ts';
import type { GivenRuling } from '#scoring/marks/rulings.ts';
import { scorecardOf } from '#scoring/marks/scorecard.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { attemptAt, graveFaults, type JudgedAttempt } from './attempt.ts';
import type { RetryPlace } from './retry-places.ts';

/**
 * Each attempt is offered the chances of both, so a chance that one of them passed by counts against it. The attempt
 * with more grave faults is the worse one, whatever else it answered, since customers believe what is told wrong. Where
 * 待核 makes the ranges overlap, neither is called better.
 */
export function compareAttempts(rubric: Rubric, first: JudgedAttempt, other: JudgedAttempt): RetryAttempt['than'] {
  if (graveFaults(rubric, other.faults) > graveFaults(rubric, first.faults)) return 'worse';
  const range = (own: JudgedAttempt, beside: JudgedAttempt): [number, number] =>
    scorecardOf(rubric, [...own.chances, ...missed(own.chances, beside.chances)], own.faults).range;
  const [low, high] = range(first, other);
  const [otherLow, otherHigh] = range(other, first);
  if (otherLow > high) return 'better';
  if (otherHigh < low) return 'worse';
  return low === high && otherLow === otherHigh ? 'same' : 'unsure';
}

const missed = (own: readonly Opportunity[], beside: readonly Opportunity[]): Opportunity[] =>
  beside
    .filter(({ key }) => !own.some((opportunity) => opportunity.key === key))
    .map((opportunity) => ({ ...opportunity, credit: 0, unsure: false }));

/** An ended retry with its own log. */
export type RetryLog = { drill: string; endedAt: number; events: readonly DrillEvent[] };

/** The first attempt at one place and its ended retries, oldest first. Null where the log has no such place. */
export function retriedTurn(
  content: ContentData,
  log: { drill: string; events: readonly DrillEvent[]; rulings: readonly GivenRuling[] },
  place: Pick<RetryPlace, keyof TurnPlace | 'until' | 'questions'>,
  retries: readonly RetryLog[],
): RetriedTurn | null {
  const { conversation, turn, since, until } = place;
  const at: TurnPlace = { conversation, turn, since };
  const cut =
    since === null
      ? upToReaction(log.events, log.drill, at)
      : silenceLog(log.events, log.drill, { conversation, since }, until ?? since);
  const asked = since === null ? [] : place.questions;
  const first = cut === null ? null : attemptAt(content, cut, at, { rulings: log.rulings, questions: asked });
  if (first === null) return null;
  const waited = since === null ? first.waited : asked;
  const tries = retries.flatMap(({ drill, endedAt, events }): RetryAttempt[] => {
    const taken = attemptAt(content, tryLog(events, drill, place), at, { questions: waited });
    if (taken === null) return [];
    const than = compareAttempts(content.rubric, first, taken);
    return [{ ...taken.attempt, seconds: sinceStart(events, conversation), drill, endedAt, than }];
  });
  return { ...at, original: first.attempt, tries };
}

/** A retry's log cut like the first attempt's: what the drill's end settles isn't part of the attempt. */
function tryLog(
  events: readonly DrillEvent[],
  drill: string,
  place: TurnPlace & Pick<RetryPlace, 'until'>,
): readonly DrillEvent[] {
  const { conversation, since } = place;
  if (since === null) return upToReaction(events, drill, place) ?? events;
  const turn = turnAfter(events, conversation, since);
  if (turn !== null) return upToReaction(events, drill, { conversation, turn }) ?? events;
  return silenceLog(events, drill, { conversation, since }, Math.min(place.until ?? since, events.at(-1)?.at ?? since));
}

/** Seconds from 开始 to the first words or card: the wait before 开始 belongs to the first attempt. */
function sinceStart(events: readonly DrillEvent[], conversation: string): number | null {
  const from = events.find((event) => event.kind === 'drill-opened')?.redo?.fromAt ?? null;
  const begun = events.findLastIndex((event) => event.kind === 'clock-started' && event.why === 'not-started');
  const reply = events.find(
    (event, i) =>
      i > begun &&
      (event.kind === 'trainee-said' || event.kind === 'action-done') &&
      event.conversation === conversation,
  );
  return from === null || reply === undefined ? null : Math.round((reply.at - from) / 1000);
}
