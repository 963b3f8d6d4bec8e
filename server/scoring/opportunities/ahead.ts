/**
 * What lay ahead and was never reached is offered and lost (RULES M12): the questions, needs and windows of the beats
 * that a good drill would still have entered, and a reply to each beat that asks something. Where a teacher or the
 * clock ended the drill, only the part that was due by then counts. All of it is one row of a conversation (RULES M18).
 */
import type { Beat, Need } from '#engine/model/content.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { dimensionOf, isReportedHigher, needResults } from '#scoring/facts/needs.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import { isOwed } from './asking.ts';
import { isClaimedUndone } from './claims.ts';
import { nameOfNeed } from './operation.ts';
import { aheadKey, needKey, type Opportunity, pointKey, windowKey } from './opportunity.ts';
import { quotes } from './quotes.ts';
import { isServedAhead } from './served-ahead.ts';
import { windowDimension } from './window-dimension.ts';

/** An opportunity with its name in the row, as a question or an operation; replies and windows have no name there. */
type OpportunityAhead = { opportunity: Opportunity; question?: string; deed?: string };

/** Opportunities of the path that this customer's end cut off, in the path's order. `isWholePath`: due or not. */
export const aheadOpportunities = (facts: ConversationFacts, isWholePath = false): Opportunity[] => {
  const { storyPath, conversation, history, rubric } = facts;
  if (storyPath.endedBy === null || (rubric.road === undefined && storyPath.endedBy !== 'trainee'))
    return unansweredReplies(facts);
  const dueCount = isWholePath || storyPath.endedBy !== 'outside' ? storyPath.beats.length : dueBeats(facts);
  const at = conversation.endings.at(-1)?.at ?? history.ended?.at ?? history.lastAt;
  const beats = storyPath.beatsAhead.filter((beat) => storyPath.beats.indexOf(beat) < dueCount);
  // What the current beat still asked is void when the clock ends the drill, and lost when the trainee does.
  const currentBeats = storyPath.endedBy === 'trainee' || isWholePath ? currentBeat(facts) : [];
  const opportunities = [...currentBeats, ...beats]
    .flatMap((beat) => opportunitiesInBeat(facts, beat, at))
    .concat(dutiesUnreached(facts, at, dueCount));
  // A customer who had an answer to everything leaves nothing open: missing closing words alone are no loss.
  if (!opportunities.some(({ question, deed }) => question !== undefined || deed !== undefined))
    return unansweredReplies(facts);
  const text = rowText(facts, opportunities);
  return opportunities.map(({ opportunity }) => ({ ...opportunity, text }));
};

const currentBeat = ({ conversation, caseFacts }: ConversationFacts): Beat[] => {
  const beat = caseFacts.beat(conversation.beats.at(-1)?.beat ?? null);
  return beat === null ? [] : [beat];
};

/** How many beats of the path a drill at the case's own pace (`minutes`) has entered by now. */
const dueBeats = ({ storyPath, conversation, caseFacts, history }: ConversationFacts): number => {
  const sinceMs = (history.ended?.at ?? history.lastAt) - (conversation.arrivals[0]?.at ?? 0);
  return Math.floor((storyPath.beats.length * sinceMs) / (caseFacts.scenario.minutes * 60_000));
};

/** At most this many questions and this many deeds are named. */
const MAX_NAMED = 3;

const shownNames = (names: readonly string[]): string => {
  const quotedNames = quotes(names.slice(0, MAX_NAMED));
  return names.length > MAX_NAMED ? say('opportunities:quote.more', { quotes: quotedNames }) : quotedNames;
};

/** 桂花年年开提前走了，后面 2 问没走到：「…」「…」. The customer never asked these, so the row doesn't call them unanswered. */
const rowText = ({ caseFacts, storyPath }: ConversationFacts, opportunities: readonly OpportunityAhead[]): string => {
  const namesOf = (kind: 'question' | 'deed'): string[] => [
    ...new Set(opportunities.flatMap((opportunity) => opportunity[kind] ?? [])),
  ];
  const [questions, deeds] = [namesOf('question'), namesOf('deed')];
  const { name } = caseFacts.scenario.customer;
  const ending = storyPath.endedBy === 'customer-left' ? 'left' : 'unfinished';
  const questionValues = { questions: questions.length, asked: shownNames(questions) };
  const deedValues = { steps: deeds.length, done: shownNames(deeds) };
  if (deeds.length === 0) return say(`opportunities:ahead.${ending}.asked`, { name, ...questionValues });
  if (questions.length === 0) return say(`opportunities:ahead.${ending}.done`, { name, ...deedValues });
  return say(`opportunities:ahead.${ending}.both`, { name, ...questionValues, ...deedValues });
};

const lostOpportunity = (key: string, dimension: Dimension, at: number, worth: number): Opportunity => ({
  key,
  dimension,
  at,
  worth,
  credit: 0,
  unsure: false,
  isAhead: true,
  text: '',
});

const opportunitiesInBeat = (facts: ConversationFacts, beat: Beat, at: number): OpportunityAhead[] => {
  const { conversation, rubric, pointResults } = facts;
  const openedQuestions = new Set(
    conversation.questions.filter(({ state }) => state !== 'void').map(({ question }) => question),
  );
  // A question told wrong is charged as wrong, not as never reached.
  const wrongQuestions = new Set(
    pointResults.flatMap(({ state, question }) => (state === 'wrong' ? [question.id] : [])),
  );
  // A point perhaps told before its question is no answer that still lay ahead (RULES M22).
  const notedPoints = new Set([
    ...pointResults.map(({ point }) => point.id),
    ...conversation.turns.flatMap(({ judgement }) => (judgement.touched ?? []).map(({ point }) => point)),
  ]);
  const pointsUnreached = beat.asks
    .filter((question) => !openedQuestions.has(question.id) && !wrongQuestions.has(question.id))
    .flatMap((question) =>
      question.points
        .filter(
          (point) =>
            point.must && point.leads === null && !notedPoints.has(point.id) && !isServedAhead(facts, beat, point),
        )
        .map(
          (point): OpportunityAhead => ({
            opportunity: lostOpportunity(
              pointKey(conversation.key, question.id, point.id),
              'solving',
              at,
              rubric.offers.must,
            ),
            question: question.text,
          }),
        ),
    );
  const wasEntered = conversation.beats.some((visited) => visited.beat === beat.id);
  const { window } = beat;
  const windowsUnreached: OpportunityAhead[] =
    window === null || wasEntered
      ? []
      : [
          {
            opportunity: lostOpportunity(
              windowKey(conversation.key, `ahead-${beat.id}`),
              windowDimension(facts, window.kind),
              at,
              rubric.offers.window,
            ),
          },
        ];
  const isReplyOwed = pointsUnreached.length > 0 && !wasEntered;
  return [
    ...pointsUnreached,
    ...needsUnreached(facts, beat.needs, beat.id, at, rubric.offers.need),
    ...windowsUnreached,
    ...(isReplyOwed ? replies(facts, beat.id, at).map((opportunity) => ({ opportunity })) : []),
  ];
};

const REPLY_DIMENSIONS: readonly Dimension[] = ['response', 'expression', 'manner'];

/** The reply to a beat that was never reached, as an opportunity in each of three dimensions. */
const replies = ({ conversation, caseFacts, rubric }: ConversationFacts, beat: string, at: number): Opportunity[] =>
  REPLY_DIMENSIONS.map((dimension) => ({
    ...lostOpportunity(aheadKey(conversation.key, beat), dimension, at, rubric.offers.turn),
    text: say('opportunities:ahead.reply', {
      name: caseFacts.scenario.customer.name,
      words: beatName(caseFacts.beat(beat)),
    }),
  }));

/** A beat's name in the table: its question, else the customer's first words. */
const beatName = (beat: Beat | null): string => {
  const firstText = beat?.says?.find((bubble) => bubble.kind === 'text');
  return beat?.asks[0]?.text ?? (firstText?.kind === 'text' ? firstText.text : '');
};

/** Replies missing where the trainee had stopped answering, unless a round is charged for them already (RULES M12). */
const unansweredReplies = (facts: ConversationFacts): Opportunity[] => {
  const { conversation, caseFacts, rounds, rubric, history } = facts;
  if (rubric.road === undefined || history.isFork || history.isRolePlay) return [];
  const failedRounds = rounds.filter(({ to, grade }) => to === null && grade === 'fail');
  return leftWaiting(conversation, caseFacts)
    .filter(
      ({ exit, index }) =>
        !failedRounds.some(
          ({ fromIndex, toIndex }) => fromIndex <= (exit?.index ?? history.eventCount) && toIndex >= index,
        ),
    )
    .flatMap(({ beat, at }) => replies(facts, beat, at));
};

/** Needs that were never reached, of a beat or of the whole case. A need met or charged elsewhere isn't charged twice. */
const needsUnreached = (
  facts: ConversationFacts,
  unreachedNeeds: readonly Need[],
  beat: string | null,
  at: number,
  worth: number,
): OpportunityAhead[] => {
  const { conversation, caseFacts } = facts;
  const knownResults = needResults(conversation, caseFacts);
  return unreachedNeeds.flatMap((need, needIndex): OpportunityAhead[] => {
    const key = needKey(conversation.key, beat, needIndex);
    if (
      knownResults.some(
        (result) => needKey(conversation.key, result.beat, result.needIndex) === key || isSameNeed(result.need, need),
      )
    )
      return [];
    if (!isOwed(facts, need, at) || isReportedHigher(conversation, caseFacts, need)) return [];
    if (need.do !== null && isClaimedUndone(facts, need.do)) return [];
    return [{ opportunity: lostOpportunity(key, dimensionOf(need), at, worth), deed: nameOfNeed(facts, need) }];
  });
};

const isSameNeed = (need: Need, other: Need): boolean =>
  (need.do !== null && need.do === other.do) || (need.ask !== null && need.ask === other.ask);

/** Duties of the whole case, owed once all of the path is due. Where the story reached its ending, `needResults` has them. */
const dutiesUnreached = (facts: ConversationFacts, at: number, dueCount: number): OpportunityAhead[] => {
  const { conversation, caseFacts, rubric, storyPath } = facts;
  if (conversation.endings.length > 0 || dueCount < storyPath.beats.length) return [];
  return needsUnreached(facts, caseFacts.scenario.duties, null, at, rubric.offers.duty);
};
