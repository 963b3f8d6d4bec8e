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
 * Each attempt is offered the opportunities of both, so one that it passed by counts against it. The attempt
 * with more grave faults is the worse one, whatever else it answered, since customers believe what is told wrong. Where
 * 待核 makes the ranges overlap, neither is called better.
 */
export const compareAttempts = (rubric: Rubric, first: JudgedAttempt, retry: JudgedAttempt): RetryAttempt['than'] => {
  if (graveFaults(rubric, retry.faults) > graveFaults(rubric, first.faults)) return 'worse';
  const range = (attempt: JudgedAttempt, otherAttempt: JudgedAttempt): [number, number] =>
    scorecardOf(
      rubric,
      [...attempt.opportunities, ...missedOpportunities(attempt.opportunities, otherAttempt.opportunities)],
      attempt.faults,
    ).range;
  const [firstLow, firstHigh] = range(first, retry);
  const [retryLow, retryHigh] = range(retry, first);
  if (retryLow > firstHigh) return 'better';
  if (retryHigh < firstLow) return 'worse';
  return firstLow === firstHigh && retryLow === retryHigh ? 'same' : 'unsure';
};

const missedOpportunities = (offered: readonly Opportunity[], offeredToOther: readonly Opportunity[]): Opportunity[] =>
  offeredToOther
    .filter(({ key }) => !offered.some((opportunity) => opportunity.key === key))
    .map((opportunity) => ({ ...opportunity, credit: 0, unsure: false }));

/** An ended retry with its own log. */
export type RetryLog = { drill: string; endedAt: number; events: readonly DrillEvent[] };

/** The first attempt at one place and its ended retries, oldest first. Null where the log has no such place. */
export const retriedTurn = (
  content: ContentData,
  log: { drill: string; events: readonly DrillEvent[]; rulings: readonly GivenRuling[] },
  place: Pick<RetryPlace, keyof TurnPlace | 'until' | 'questions'>,
  retries: readonly RetryLog[],
): RetriedTurn | null => {
  const { conversation, turn, since, until } = place;
  const turnPlace: TurnPlace = { conversation, turn, since };
  const firstLog =
    since === null
      ? upToReaction(log.events, log.drill, turnPlace)
      : silenceLog(log.events, log.drill, { conversation, since }, until ?? since);
  const silenceQuestions = since === null ? [] : place.questions;
  const first =
    firstLog === null
      ? null
      : attemptAt(content, firstLog, turnPlace, { rulings: log.rulings, questions: silenceQuestions });
  if (first === null) return null;
  const waitingQuestions = since === null ? first.waitingQuestions : silenceQuestions;
  const attempts = retries.flatMap(({ drill, endedAt, events }): RetryAttempt[] => {
    const attempt = attemptAt(content, attemptLog(events, drill, place), turnPlace, { questions: waitingQuestions });
    if (attempt === null) return [];
    const comparison = compareAttempts(content.rubric, first, attempt);
    return [{ ...attempt.attempt, seconds: secondsSinceStart(events, conversation), drill, endedAt, than: comparison }];
  });
  return { ...turnPlace, original: first.attempt, tries: attempts };
};

/** A retry's log cut like the first attempt's: what the drill's end settles isn't part of the attempt. */
const attemptLog = (
  events: readonly DrillEvent[],
  drill: string,
  place: TurnPlace & Pick<RetryPlace, 'until'>,
): readonly DrillEvent[] => {
  const { conversation, since } = place;
  if (since === null) return upToReaction(events, drill, place) ?? events;
  const turn = turnAfter(events, conversation, since);
  if (turn !== null) return upToReaction(events, drill, { conversation, turn }) ?? events;
  return silenceLog(events, drill, { conversation, since }, Math.min(place.until ?? since, events.at(-1)?.at ?? since));
};

/** Seconds from 开始 to the first words or card: the wait before 开始 belongs to the first attempt. */
const secondsSinceStart = (events: readonly DrillEvent[], conversation: string): number | null => {
  const fromMs = events.find((event) => event.kind === 'drill-opened')?.redo?.fromAt ?? null;
  const startIndex = events.findLastIndex((event) => event.kind === 'clock-started' && event.why === 'not-started');
  const firstReply = events.find(
    (event, i) =>
      i > startIndex &&
      (event.kind === 'trainee-said' || event.kind === 'action-done') &&
      event.conversation === conversation,
  );
  return fromMs === null || firstReply === undefined ? null : Math.round((firstReply.at - fromMs) / 1000);
};
