/**
 * What lay ahead and was never reached is offered and lost (RULES M12): the questions, needs and windows of the beats
 * that a good drill would still have entered, and a reply to each beat that asks something. Where a teacher or the
 * clock ended the drill, only the part that was due by then counts. All of it is one row of a conversation (RULES M18).
 */
import type { Beat, Need } from '#engine/model/content.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { dimensionOf, needResults } from '#scoring/facts/needs.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import { isOwed } from './asking.ts';
import { nameOfNeed } from './operation.ts';
import { aheadKey, needKey, type Opportunity, pointKey, windowKey } from './opportunity.ts';
import { quotes } from './quotes.ts';
import { windowDimension } from './windows.ts';

/** A chance with its name in the row, as a question or a deed; replies and windows have no name there. */
type ChanceAhead = { of: Opportunity; question?: string; deed?: string };

/** Chances of the road this customer's end cut off, in the road's order. `all`: due or not. */
export function aheadOpportunities(facts: ConversationFacts, all = false): Opportunity[] {
  const { road, conversation, history, rubric } = facts;
  if (road.cut === null || (rubric.road === undefined && road.cut !== 'trainee')) return standingReplies(facts);
  const due = all || road.cut !== 'outside' ? road.beats.length : dueBeats(facts);
  const at = conversation.endings.at(-1)?.at ?? history.ended?.at ?? history.lastAt;
  const beats = road.ahead.filter((beat) => road.beats.indexOf(beat) < due);
  // What the current beat still asked is void when the clock ends the drill, and lost when the trainee does.
  const here = road.cut === 'trainee' || all ? standingBeat(facts) : [];
  const chances = [...here, ...beats].flatMap((beat) => chancesOf(facts, beat, at)).concat(dutiesLeft(facts, at, due));
  // A customer who had an answer to everything leaves nothing open: missing closing words alone are no loss.
  if (!chances.some(({ question, deed }) => question !== undefined || deed !== undefined))
    return standingReplies(facts);
  const text = rowOf(facts, chances);
  return chances.map(({ of }) => ({ ...of, text }));
}

const standingBeat = ({ conversation, caseFacts }: ConversationFacts): Beat[] => {
  const beat = caseFacts.beat(conversation.beats.at(-1)?.beat ?? null);
  return beat === null ? [] : [beat];
};

/** How many beats of the road a drill at the case's own pace (`minutes`) has entered by now. */
function dueBeats({ road, conversation, caseFacts, history }: ConversationFacts): number {
  const sinceMs = (history.ended?.at ?? history.lastAt) - (conversation.arrivals[0]?.at ?? 0);
  return Math.floor((road.beats.length * sinceMs) / (caseFacts.scenario.minutes * 60_000));
}

/** At most this many questions and this many deeds are named. */
const NAMED = 3;

function shownNames(names: readonly string[]): string {
  const shown = quotes(names.slice(0, NAMED));
  return names.length > NAMED ? say('opportunities:quote.more', { quotes: shown }) : shown;
}

/** 桂花年年开提前走了，后面 2 问没走到：「…」「…」. The customer never asked these, so the row doesn't call them unanswered. */
function rowOf({ caseFacts, road }: ConversationFacts, chances: readonly ChanceAhead[]): string {
  const named = (of: 'question' | 'deed'): string[] => [...new Set(chances.flatMap((chance) => chance[of] ?? []))];
  const [questions, deeds] = [named('question'), named('deed')];
  const { name } = caseFacts.scenario.customer;
  const end = road.cut === 'customer-left' ? 'left' : 'unfinished';
  const asked = { questions: questions.length, asked: shownNames(questions) };
  const done = { steps: deeds.length, done: shownNames(deeds) };
  if (deeds.length === 0) return say(`opportunities:ahead.${end}.asked`, { name, ...asked });
  if (questions.length === 0) return say(`opportunities:ahead.${end}.done`, { name, ...done });
  return say(`opportunities:ahead.${end}.both`, { name, ...asked, ...done });
}

const lostOpportunity = (key: string, dimension: Dimension, at: number, worth: number): Opportunity => ({
  key,
  dimension,
  at,
  worth,
  credit: 0,
  unsure: false,
  ahead: true,
  text: '',
});

function chancesOf(facts: ConversationFacts, beat: Beat, at: number): ChanceAhead[] {
  const { conversation, rubric, points } = facts;
  const opened = new Set(
    conversation.questions.filter(({ state }) => state !== 'void').map(({ question }) => question),
  );
  // A question told wrong is charged as wrong, not as never reached.
  const wrong = new Set(points.flatMap(({ state, question }) => (state === 'wrong' ? [question.id] : [])));
  // A point perhaps told before its question is no answer that still lay ahead (RULES M22).
  const heard = new Set([
    ...points.map(({ point }) => point.id),
    ...conversation.turns.flatMap(({ judgement }) => (judgement.touched ?? []).map(({ point }) => point)),
  ]);
  const asked = beat.asks
    .filter((question) => !opened.has(question.id) && !wrong.has(question.id))
    .flatMap((question) =>
      question.points
        .filter((point) => point.must && point.leads === null && !heard.has(point.id))
        .map(
          (point): ChanceAhead => ({
            of: lostOpportunity(pointKey(conversation.key, question.id, point.id), 'solving', at, rubric.offers.must),
            question: question.text,
          }),
        ),
    );
  const wasEntered = conversation.beats.some((visited) => visited.beat === beat.id);
  const { window } = beat;
  const windows: ChanceAhead[] =
    window === null || wasEntered
      ? []
      : [
          {
            of: lostOpportunity(
              windowKey(conversation.key, `ahead-${beat.id}`),
              windowDimension(window.kind),
              at,
              rubric.offers.window,
            ),
          },
        ];
  const isReplyOwed = asked.length > 0 && !wasEntered;
  return [
    ...asked,
    ...needsLeft(facts, beat.needs, beat.id, at, rubric.offers.need),
    ...windows,
    ...(isReplyOwed ? replies(facts, beat.id, at).map((of) => ({ of })) : []),
  ];
}

const REPLIED: readonly Dimension[] = ['response', 'expression', 'manner'];

/** The reply to a beat that was never reached, as a chance in each of three dimensions. */
const replies = ({ conversation, caseFacts, rubric }: ConversationFacts, beat: string, at: number): Opportunity[] =>
  REPLIED.map((dimension) => ({
    ...lostOpportunity(aheadKey(conversation.key, beat), dimension, at, rubric.offers.turn),
    text: say('opportunities:ahead.reply', {
      name: caseFacts.scenario.customer.name,
      words: sayingOf(caseFacts.beat(beat)),
    }),
  }));

/** A beat's name in the table: its question, else the customer's first words. */
function sayingOf(beat: Beat | null): string {
  const said = beat?.says?.find((bubble) => bubble.kind === 'text');
  return beat?.asks[0]?.text ?? (said?.kind === 'text' ? said.text : '');
}

/** Replies missing where the trainee had stopped answering, unless a round is charged for them already (RULES M12). */
function standingReplies(facts: ConversationFacts): Opportunity[] {
  const { conversation, caseFacts, rounds, rubric, history } = facts;
  if (rubric.road === undefined || history.forked) return [];
  const inVain = rounds.filter(({ to, grade }) => to === null && grade === 'fail');
  return leftWaiting(conversation, caseFacts)
    .filter(
      ({ left, index }) =>
        !inVain.some(({ fromIndex, toIndex }) => fromIndex <= (left?.index ?? history.length) && toIndex >= index),
    )
    .flatMap(({ beat, at }) => replies(facts, beat, at));
}

/** Needs that were never reached, of a beat or of the whole case. A need met or charged elsewhere isn't charged twice. */
function needsLeft(
  facts: ConversationFacts,
  needs: readonly Need[],
  beat: string | null,
  at: number,
  worth: number,
): ChanceAhead[] {
  const { conversation, caseFacts } = facts;
  const known = needResults(conversation, caseFacts);
  return needs.flatMap((need, number): ChanceAhead[] => {
    const key = needKey(conversation.key, beat, number);
    if (
      known.some((result) => needKey(conversation.key, result.beat, result.number) === key || isSame(result.need, need))
    )
      return [];
    if (!isOwed(facts, need, at)) return [];
    return [{ of: lostOpportunity(key, dimensionOf(need), at, worth), deed: nameOfNeed(facts, need) }];
  });
}

const isSame = (need: Need, other: Need): boolean =>
  (need.do !== null && need.do === other.do) || (need.ask !== null && need.ask === other.ask);

/** Duties of the whole case, owed once all of the road is due. Where the story reached its ending, `needResults` has them. */
function dutiesLeft(facts: ConversationFacts, at: number, due: number): ChanceAhead[] {
  const { conversation, caseFacts, rubric, road } = facts;
  if (conversation.endings.length > 0 || due < road.beats.length) return [];
  return needsLeft(facts, caseFacts.scenario.duties, null, at, rubric.offers.duty);
}
