/** The places of a drill that can be done again: its turns, and the silences that findings are about (RULES N7). */
import type { TurnPlace } from '#contract/retries.ts';
import { silenceAt } from '#engine/fork.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent, DrillMs, QuestionState } from '#engine/model/events.ts';
import { type ConversationFacts, conversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { findingsOf } from '#scoring/findings/all.ts';
import { BEFORE_LOG, type ConversationHistory } from '#scoring/log/conversation-history.ts';
import { historyOf } from '#scoring/log/history.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { ruledHistory } from '#scoring/marks/ruled-points.ts';
import { type GivenRuling, type KeyedDraft, keyedDrafts, rulingsInForce } from '#scoring/marks/rulings.ts';
import { earnedInDrill } from '#scoring/merits/merits.ts';

/**
 * `until`: when the silence was over; null for a turn. `findings`: keys of the findings that a retry here does again.
 * `questions`: those that wait here.
 */
export type RetryPlace = TurnPlace & {
  at: DrillMs;
  until: DrillMs | null;
  messages: string[];
  findings: string[];
  questions: string[];
};

/** In order of time. Every fault has its place, unless its customer could no longer be spoken to. */
export const retryPlaces = (
  content: ContentData,
  events: readonly DrillEvent[],
  rulings: readonly GivenRuling[],
): RetryPlace[] => {
  // Nobody is there to play the customer a second time.
  const [opened] = events;
  if (opened?.kind === 'drill-opened' && opened.rolePlay) return [];
  const history = ruledHistory(content, withDoubts(content, historyOf(events)), rulingsInForce(rulings).onPoints);
  const allFacts = history.conversations
    .filter((conversation) => conversation.arrivals.length > 0)
    .map((conversation) => conversationFacts(content, history, conversation));
  const keyed = keyedDrafts(earnedInDrill(allFacts, allFacts.flatMap(findingsOf)), allFacts);
  return allFacts.flatMap((facts) => placesOf(facts, events, keyed)).sort((a, b) => a.at - b.at);
};

/** A turn with the times at which words or cards were sent, and the times at which anything was done. */
type Turn = { place: RetryPlace; saidAt: DrillMs[]; doneAt: DrillMs[] };

const placesOf = (
  { conversation }: ConversationFacts,
  events: readonly DrillEvent[],
  keyed: readonly KeyedDraft[],
): RetryPlace[] => {
  const turns = turnsOf(conversation);
  const silences: RetryPlace[] = [];
  const keyedHere = keyed.filter(({ draft }) => draft.conversation === conversation.key);
  // A missing click falls into a silence that other findings are about, so those are placed first.
  for (const isMissingClick of [false, true]) {
    for (const { draft, key } of keyedHere.filter(
      ({ draft: draftOfKey }) => (draftOfKey.code === 'missing-action') === isMissingClick,
    )) {
      const turn = turnOf(draft, turns);
      if (turn === null && draft.code.startsWith('merit:')) continue;
      (turn ?? silenceOf(draft, conversation, silences, events) ?? turns.at(-1)?.place)?.findings.push(key);
    }
  }
  for (const place of silences) place.questions = questionsWaitingIn(conversation, place.at, place.until ?? place.at);
  return [...turns.map(({ place }) => place), ...silences];
};

const turnsOf = (conversation: ConversationHistory): Turn[] => {
  return conversation.turns.flatMap(({ judgement, index }, i): Turn[] => {
    const indexBefore = conversation.turns[i - 1]?.index ?? BEFORE_LOG;
    const messagesAndClicks = [...conversation.traineeMessages, ...conversation.clicks].filter(
      (placed) => placed.index > indexBefore && placed.index < index,
    );
    if (messagesAndClicks.length === 0) return [];
    const place: RetryPlace = {
      conversation: conversation.key,
      turn: judgement.turn,
      since: null,
      at: judgement.firstAt,
      until: null,
      messages: messagesAndClicks.map(({ id }) => id),
      findings: [],
      questions: judgement.questions.map(({ question }) => question),
    };
    const judgedMessages = messagesAndClicks.filter(({ id }) => judgement.messages.includes(id));
    return [{ place, saidAt: judgedMessages.map(({ at }) => at), doneAt: messagesAndClicks.map(({ at }) => at) }];
  });
};

/**
 * The turn a finding belongs to: its own, that of its words or deed, else the last one in which the trainee spoke in
 * its span.
 */
const turnOf = ({ turn, quoteAt, span }: FindingDraft, turns: readonly Turn[]): RetryPlace | null => {
  const foundTurn =
    turns.find(({ place }) => place.turn === turn) ??
    turns.find(({ place }) => quoteAt !== null && place.messages.includes(quoteAt.message)) ??
    turns.findLast((turn) => span !== null && wasDoneIn(turn, span));
  return foundTurn?.place ?? null;
};

const wasDoneIn = ({ saidAt, doneAt }: Turn, { from, until }: NonNullable<FindingDraft['span']>): boolean =>
  from === until ? doneAt.includes(from) : saidAt.some((at) => at > from && at < Math.round(until));

/** The silence a finding is about: a known one, or else a new one from its own span. */
const silenceOf = (
  { code, span, conversation }: FindingDraft,
  history: ConversationHistory,
  silences: RetryPlace[],
  events: readonly DrillEvent[],
): RetryPlace | null => {
  if (span === null) return null;
  const until = Math.round(span.until);
  const isMissingClick = code === 'missing-action';
  const askedAt = history.customerMessages.findLast((line) => line.at < until && line.why.kind !== 'silence')?.at ?? 0;
  const sinceMs = isMissingClick ? Math.max(span.from, askedAt) : span.from;
  const knownSilence = silences.find((other) =>
    isMissingClick ? other.at <= until && until <= (other.until ?? 0) : other.since === sinceMs,
  );
  if (knownSilence !== undefined)
    return Object.assign(knownSilence, { until: Math.max(knownSilence.until ?? 0, until) });
  const fork = silenceAt(events, conversation, sinceMs);
  if (fork === null) return null;
  const { turn } = fork;
  const place = { conversation, turn, since: sinceMs, at: sinceMs, until, messages: [], findings: [], questions: [] };
  silences.push(place);
  return place;
};

const STATES_AT_END: readonly QuestionState[] = ['unanswered', 'void'];
const STATES_NOT_WAITING: readonly QuestionState[] = ['answered', 'provisional', 'wrong', ...STATES_AT_END];

/** Questions that were open when a silence began, or opened in it. Changes made by the drill's end don't count. */
const questionsWaitingIn = (conversation: ConversationHistory, from: DrillMs, until: DrillMs): string[] =>
  conversation.questions
    .filter(({ openedAt, changes }) => {
      const stateBefore =
        changes.findLast(({ at, to }) => at < from || (at === from && !STATES_AT_END.includes(to)))?.to ?? 'open';
      return (openedAt <= from || openedAt < until) && !STATES_NOT_WAITING.includes(stateBefore);
    })
    .map(({ question }) => question);
