/**
 * What a beat opens with when its question was told ahead (RULES T17): a point perhaps told is checked back, a missing
 * one is asked for by name, and where only an operation is owed the customer asks for that.
 */

import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Beat, Bubble, Burst, Point, Question, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { checkBack, firstCheckBack, isTouched, repeatWrong } from '#engine/state/follow-ups.ts';
import { CLAIMED_LINE, isUsed, undoneLine } from '#engine/state/line-names.ts';
import { groundedAsk, isPromised } from './asks-after.ts';
import { isAnswered, openNeeds } from './open-needs.ts';

export type Replacement = { reaction: Reaction; lineName: string };

/** The name under which lines that ask for one point, in place of the whole question, are counted; asking back counts apart. */
const openLine = (point: string): string => `open:${point}`;

const isHeard = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat, point: Point): boolean =>
  conversation.points[point.id] === 'wrong'
    ? isTouched(conversation, point) || repeatWrong(conversation, preparedCase, beat, point) !== null
    : isTouched(conversation, point) || conversation.points[point.id] !== undefined;

/** What the beat waits for: its own questions, and one it takes up again. */
const waitedFor = ({ asks, recalls }: Beat, preparedCase: PreparedCase): Question[] => {
  const again = recalls === null ? undefined : preparedCase.questions.get(recalls)?.question;
  return [...asks.filter(({ waits }) => waits), ...(again ? [again] : [])];
};

/**
 * What to say in place of the question, or null when the question is to be asked as its author wrote it. `toldFacts`: facts that
 * the beat gives away and the customer has told already, of which nothing is lost with its line (RULES J127).
 */
export const replacementFor = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  toldFacts: readonly string[] = [],
): Replacement | null => {
  const waits = waitedFor(beat, preparedCase);
  const isLost = (fact: string): boolean => !toldFacts.includes(fact) && !staysTold(preparedCase, beat, fact);
  if (!beat.says || waits.length === 0 || beat.tells.some(isLost)) return null;
  const musts = waits.flatMap(({ points }) => points.filter(({ must }) => must));
  if (waits.every(({ id }) => isAnswered(conversation, preparedCase, id)))
    return askForOwed(conversation, preparedCase, beat);
  const missing = musts.find((point) => !isHeard(conversation, preparedCase, beat, point));
  const isCovered = (point: Point): boolean => conversation.points[point.id] === 'covered';
  if (!missing)
    return (
      sureOfWrong(conversation, preparedCase, beat, musts) ??
      firstCheckBack(conversation, preparedCase, beat, musts, rightWay) ??
      // Enough was made sure of: of a question of which something was surely told only what is owed is left to ask for.
      (musts.some(isCovered) ? askForOwed(conversation, preparedCase, beat) : null)
    );
  // A question taken up again is asked as written, since it has a reason of its own. So is one whose bubble isn't
  // worded as a question: only a bubble that asks is left out, with what urges it on (我急), and the missing half of the
  // answer asked for instead.
  if (beat.recalls || !questionPart(beat).slice(0, 1).every(wantsTold)) return null;
  const isHalfTold = waits
    .flatMap(({ points }) => points)
    .some((point) => isCovered(point) || (point.must && isTouched(conversation, point)));
  if (isHalfTold) return missing.ask ? { reaction: missing.ask, lineName: openLine(missing.id) } : null;
  // 店里发不出货是双倍退您 before 那你们发不出来呢: what was likely told is made sure of, which says what the talk is about.
  const likely = musts.filter(({ id }) => conversation.points[id] === 'likely');
  return firstCheckBack(conversation, preparedCase, beat, likely, rightWay);
};

/**
 * Always the right way round: to make sure the wrong way round, by chance, of a point nobody has asked yet would sound
 * as if nobody had listened.
 */
const rightWay = (): number => 1;

/**
 * Makes sure of what was told ahead of the beat's question, where the missing half can't be asked for: its line names a
 * figure that nobody has told yet (RULES J146).
 */
export const sureOfTold = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat): Replacement | null => {
  const musts = waitedFor(beat, preparedCase).flatMap(({ points }) => points.filter(({ must }) => must));
  const told = musts.find(({ id, check }) => check && conversation.points[id] === 'covered');
  return told ? checkBack(conversation, preparedCase, beat, told, rightWay) : null;
};

/** Repeats a point that was told wrong before anybody asked, so that the trainee can put it right. */
const sureOfWrong = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  musts: readonly Point[],
): Replacement | null => {
  const wrong = musts.find((point) => conversation.points[point.id] === 'wrong');
  return wrong ? repeatWrong(conversation, preparedCase, beat, wrong) : null;
};

/**
 * Asks for the operation still owed where every question has its answer; one told as done already is asked to be looked
 * at again.
 */
export const askForOwed = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat): Replacement | null => {
  const [index] = openNeeds(conversation, preparedCase, beat);
  const need = index === undefined ? undefined : beat.needs[index];
  if (index === undefined || need === undefined) return null;
  const doubts = preparedCase.persona.reacts.slots.claimed;
  if (
    !need.undone &&
    doubts &&
    !conversation.used[CLAIMED_LINE] &&
    acceptedOperations(need).some((way) => conversation.claimed.includes(way))
  )
    return { reaction: doubts, lineName: CLAIMED_LINE };
  const line = undoneLine(beat, index);
  const isAwaited = isUsed(conversation, line) || isPromised(conversation, acceptedOperations(need));
  const own = need.undone ?? beat.reacts.slots.undone;
  const reaction = groundedAsk(own, isAwaited) ?? own;
  return reaction ? { reaction, lineName: line } : null;
};

/** Words that make a bubble a question: ASKING anywhere in it, ENDING at its end. */
const ASKING = ['？', '吗', '呢', '么', '谁', '几', '哪', '怎么', '多久', '多少', '咋', '啥', '行不', '能不', '是不'];
const ENDING = ['吧', '不', '没'];
/** 有没有, 算不算. */
const YES_OR_NO = /(.)[不没]\1/;

const isAskingIn = (text: string): boolean => YES_OR_NO.test(text) || ASKING.some((word) => text.includes(word));
const asks = (bubble: Bubble): boolean => bubble.kind === 'text' && isAskingIn(bubble.text);
const isQuestion = (bubble: Bubble): boolean => bubble.kind === 'text' && asksIn(bubble.text);

/** Whether words of the customer's ask something. */
export const asksIn = (text: string): boolean => isAskingIn(text) || ENDING.some((word) => text.endsWith(word));

/** 你给个数, 报个尾款, 说说怎么赔: asks without a word of asking. */
const BIDS_TELL = /(?:给|报|说|讲|来)(?:我|俺)?(?:一?[个声下句]|说|讲|清楚?|准|明白)|告诉我/;
const wantsTold = (bubble: Bubble): boolean =>
  isQuestion(bubble) || (bubble.kind === 'text' && BIDS_TELL.test(bubble.text));

/** Where the question stands in its burst, 0-based. */
const askedAt = ({ says, asks: questions }: Beat): number => {
  const length = says?.length ?? 0;
  return Math.max(0, Math.min(length, ...questions.filter(({ waits }) => waits).map(({ at }) => at ?? length)) - 1);
};
const questionPart = (beat: Beat): Burst => beat.says?.slice(askedAt(beat)) ?? [];

/**
 * The bubbles before the question that ask nothing themselves; they are said all the same. Null where the question's
 * part holds a bubble that isn't words, a picture say: it would be lost.
 */
export const leadIn = (beat: Beat): Burst | null => {
  if (questionPart(beat).some(({ kind }) => kind !== 'text')) return null;
  return (beat.says ?? []).slice(0, askedAt(beat)).filter((bubble) => !asks(bubble));
};

/** The pairs of characters in the words of a burst. */
export const pairsIn = (burst: Burst): Set<string> =>
  new Set(
    burst.flatMap((bubble) =>
      bubble.kind === 'text' ? [...bubble.text].map((_, index) => bubble.text.slice(index, index + 2)) : [],
    ),
  );

/** So much of a question's pairs of characters, and so many, stand in another one: they ask the same. 那拦吧 before 那拦没拦住 chooses. */
const MIN_SAME = 0.4;
const MIN_SAME_PAIRS = 2;

/** The lead-in without what asks the same as the line that follows: 这叫虚假宣传吧 before 那这算不算虚假宣传 (RULES J155). */
export const withoutSameQuestion = (before: Burst, line: Burst): Burst => {
  const asked = pairsIn(line);
  return before.filter((bubble) => {
    if (!isQuestion(bubble)) return true;
    const own = [...pairsIn([bubble])].filter((pair) => pair.length > 1);
    return own.filter((pair) => asked.has(pair)).length < Math.max(MIN_SAME_PAIRS, MIN_SAME * own.length);
  });
};

/**
 * Whether a fact that the beat gives away stands in the bubbles said all the same: they share more of its pairs of
 * characters than the others do.
 */
const staysTold = (preparedCase: PreparedCase, beat: Beat, id: string): boolean => {
  const fact = pairsIn(preparedCase.facts.get(id)?.says ?? []);
  const shared = (burst: Burst): number =>
    [...pairsIn(burst)].filter((pair) => pair.length > 1 && fact.has(pair)).length;
  const left = leadIn(beat) ?? [];
  return shared(left) > shared((beat.says ?? []).filter((bubble) => !left.includes(bubble)));
};
