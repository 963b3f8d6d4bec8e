/**
 * Where the seconds of each wait went, and which cause of slowness they point at. Informs; nothing is scored. A wait runs from
 * the end of the burst, as everywhere else in the report (RULES M145).
 */
import type { Anatomy, AnatomyRound, SegmentKind } from '#contract/anatomy.ts';
import type { Anatomy as ClientTimes, DrillMs, Provenance } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { pastedOf } from '#scoring/facts/pasted-text.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { customerBetween } from '#scoring/log/phrasing.ts';
import { causeOf } from './anatomy-cause.ts';
import { spansElsewhere, withOthers } from './anatomy-elsewhere.ts';

type Segment = AnatomyRound['segments'][number];
type Span = { from: DrillMs; to: DrillMs };

/** All rounds that got a reply, in order of time, and the cause with its evidence, from the log alone. */
export const anatomyOf = (allFacts: readonly ConversationFacts[]): Anatomy => {
  const rounds = allFacts
    .flatMap((facts) =>
      facts.rounds.filter((round) => round.replyId !== null).map((round) => roundOf(allFacts, facts, round)),
    )
    .sort((a, b) => a.at - b.at);
  const thresholds = allFacts[0]?.rubric.anatomy;
  return {
    rounds,
    ...causeOf(rounds, thresholds ?? null),
    linesDate: thresholds?.date ?? null,
    brought: pastedOf(allFacts),
  };
};

const roundOf = (allFacts: readonly ConversationFacts[], facts: ConversationFacts, round: Round): AnatomyRound => {
  const { conversation, caseFacts } = facts;
  const reply = conversation.traineeMessages.find((message) => message.id === round.replyId) ?? null;
  const whole = segmentsOf(reply?.anatomy ?? null, round.seconds * 1000, actsElsewhere(allFacts, facts, round));
  const burstMs = Math.max(0, (round.seconds - round.waitedS) * 1000);
  const told = reply?.anatomy
    ? withOthers(whole.segments, spansElsewhere(allFacts, facts, round), whole.seenMs)
    : whole.segments;
  const segments = segmentsFrom(told, burstMs);
  const seenMs = Math.max(0, whole.seenMs - burstMs);
  const waitFrom = round.from + burstMs;
  const unseenSpan = { from: waitFrom, to: waitFrom + seenMs };
  const otherWaits = allFacts
    .filter((otherFacts) => otherFacts !== facts)
    .map((facts) => ({
      name: facts.caseFacts.scenario.customer.name,
      spans: owedSpans(facts).flatMap((span) => overlapOf(span, unseenSpan)),
    }))
    .filter((wait) => wait.spans.length > 0);
  return {
    conversation: conversation.key,
    name: caseFacts.scenario.customer.name,
    at: round.from,
    about: aboutOf(facts, round),
    seconds: round.waitedS,
    // Who stepped away by their own word waited for nothing: no reply to them is slow (RULES M201).
    grade: round.isAway ? 'void' : round.grade,
    segments,
    waiting: otherWaits.map((wait) => wait.name),
    aloneSeconds: (seenMs - coveredMs(otherWaits.flatMap((wait) => wait.spans))) / 1000,
    cards: cardsOf(facts, reply?.anatomy ?? null),
    typed: reply?.anatomy?.typed ?? null,
    deleted: reply === null ? null : deletedOf(reply),
    how: reply?.made.how ?? 'card',
    phrase: quickReplyTitle(facts, reply?.made ?? null),
    cut: whole.cut,
  };
};

/** The parts of a wait without its first `burstMs`, in which the customer was still writing. */
const segmentsFrom = (segments: readonly Segment[], burstMs: number): Segment[] => {
  let leftMs = burstMs;
  return segments.flatMap(({ kind, seconds }) => {
    const skippedMs = Math.min(leftMs, seconds * 1000);
    leftMs -= skippedMs;
    const rest = Math.round(seconds * 1000 - skippedMs) / 1000;
    return rest > 0 ? [{ kind, seconds: rest }] : [];
  });
};

/**
 * How many of the characters typed in the round were deleted. The browser counts all that went from the field, a draft left
 * from before or ten thousand characters pasted by mistake: of what was typed, what was sent is still there (RULES M145).
 */
const deletedOf = ({ anatomy, made, text }: ConversationHistory['traineeMessages'][number]): number | null => {
  if (anatomy === null) return null;
  const kept = made.how === 'typed' ? text.length : 0;
  return Math.min(anatomy.deleted, Math.max(0, anatomy.typed - kept));
};

/** When the trainee wrote to another customer or clicked something for them within a round, from its beginning. */
const actsElsewhere = (allFacts: readonly ConversationFacts[], facts: ConversationFacts, round: Round): DrillMs[] =>
  allFacts
    .filter((otherFacts) => otherFacts !== facts)
    .flatMap(({ conversation: { traineeMessages, clicks } }) => [...traineeMessages, ...clicks])
    .map(({ at }) => at - round.from)
    .filter((ms) => ms > 0 && ms < round.seconds * 1000);

/**
 * Times from the browser, cut at the server's length of the round and put in order. Of a card only the opening is
 * known, so 查资料 runs from the first card to the first key, or to what was done for another customer meanwhile: a card
 * left open beside serving isn't read (RULES M105). Seconds that no time explains are `untimed`.
 */
const segmentsOf = (
  times: ClientTimes | null,
  totalMs: number,
  elsewhereMs: readonly DrillMs[],
): { segments: Segment[]; cut: number | null; seenMs: number } => {
  const firstKey = times?.firstKeyMs ?? null;
  const firstCardMs = times === null ? null : firstCard(times);
  const knownTimes = [times?.seenMs ?? null, ...(times?.lookedUp.map((lookUp) => lookUp.ms) ?? []), firstKey].filter(
    (untilMs) => untilMs !== null,
  );
  const overMs = Math.max(0, ...knownTimes) - totalMs;
  const segments: Segment[] = [];
  let fromMs = 0;
  let segmentKind: SegmentKind = times === null || times.seenMs === null ? 'untimed' : 'unseen';
  const endAt = (untilMs: number, nextKind: SegmentKind): void => {
    const endMs = Math.min(totalMs, Math.max(fromMs, untilMs));
    if (endMs > fromMs) segments.push({ kind: segmentKind, seconds: (endMs - fromMs) / 1000 });
    fromMs = endMs;
    segmentKind = nextKind;
  };
  if (typeof times?.seenMs === 'number') endAt(times.seenMs, 'thought');
  const seenMs = fromMs;
  if (firstCardMs !== null) {
    endAt(firstCardMs, 'looked-up');
    for (const span of glancesOf(times, elsewhereMs)) {
      endAt(span.from, 'looked-up');
      endAt(span.to, 'untimed');
    }
  }
  if (firstKey !== null) endAt(firstKey, 'typed');
  endAt(totalMs, segmentKind);
  return { segments, cut: overMs > 0 ? overMs / 1000 : null, seenMs };
};

/** The time in which the cards were read: each until the next thing done for another customer, where something was. */
const glancesOf = (times: ClientTimes | null, elsewhereMs: readonly DrillMs[]): Span[] => {
  const untilMs = times?.firstKeyMs ?? Number.POSITIVE_INFINITY;
  return (times?.lookedUp ?? [])
    .map(({ ms }) => ({ from: ms, to: Math.min(untilMs, ...elsewhereMs.filter((at) => at > ms)) }))
    .filter(({ from, to }) => from < untilMs && Number.isFinite(to) && to < untilMs)
    .sort((a, b) => a.from - b.from);
};

/** When the first card was opened before anything was typed. */
const firstCard = ({ lookedUp, firstKeyMs }: ClientTimes): number | null => {
  const beforeTyping = lookedUp.map((lookUp) => lookUp.ms).filter((ms) => firstKeyMs === null || ms < firstKeyMs);
  return beforeTyping.length === 0 ? null : Math.min(...beforeTyping);
};

/** Cards opened in a round, by title. 权限 is a card of the desk like any policy; an id that the shop doesn't have is left out. */
const cardsOf = ({ caseFacts }: ConversationFacts, times: ClientTimes | null): AnatomyRound['cards'] => {
  const titleOf = (id: string): string | null =>
    caseFacts.product(id)?.name ?? caseFacts.card(id)?.title ?? (id === 'authority' ? say('page:authority') : null);
  return (times?.lookedUp ?? [])
    .toSorted((a, b) => a.ms - b.ms)
    .flatMap(({ card, ms }) => {
      const title = titleOf(card);
      const firstKey = times?.firstKeyMs ?? null;
      return title === null ? [] : [{ title, whileTyping: firstKey !== null && ms >= firstKey }];
    });
};

const quickReplyTitle = ({ caseFacts }: ConversationFacts, provenance: Provenance | null): string | null =>
  provenance === null || provenance.how !== 'quick-reply'
    ? null
    : (caseFacts.shop.quickReplies.find((quickReply) => quickReply.id === provenance.quickReply)?.title ?? null);

/** The question that opened in the round, else what the customer said. */
const aboutOf = ({ conversation, caseFacts }: ConversationFacts, round: Round): string => {
  const openedQuestion = conversation.questions.find(
    (entry) => entry.openedIndex >= round.fromIndex && entry.openedIndex < round.toIndex,
  );
  const question = openedQuestion ? caseFacts.question(openedQuestion.question)?.text : undefined;
  return question ?? customerBetween(conversation, caseFacts, round.fromIndex, round.toIndex).replaceAll('\n', ' ');
};

/** When a customer was owed a reply. */
const owedSpans = ({ rounds }: ConversationFacts): Span[] =>
  rounds
    .filter((round) => round.grade !== 'void')
    .map((round) => ({ from: round.from, to: round.from + round.seconds * 1000 }));

const overlapOf = (one: Span, other: Span): Span[] => {
  const span = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return span.to > span.from ? [span] : [];
};

/** Of all spans together, in ms; what overlaps counts once. */
const coveredMs = (spans: readonly Span[]): number => {
  let totalMs = 0;
  let coveredUntil = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    totalMs += Math.max(0, to - Math.max(from, coveredUntil));
    coveredUntil = Math.max(coveredUntil, to);
  }
  return totalMs;
};
