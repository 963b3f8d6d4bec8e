/**
 * What a beat opens with when its question was told ahead (RULES T17): what was perhaps said is checked back, what is
 * still missing is asked for by name, and where only an operation is owed that one is asked for.
 */

import type { Beat, Bubble, Burst, Point, Question, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { waysOf } from '#engine/model/ways.ts';
import type { Cast } from '#engine/prepare/cast.ts';
import { CLAIMED_LINE, checkOf, isTouched, repeatsWrong, undoneLine } from '#engine/state/press.ts';
import { isAnswered, openNeeds } from './open-needs.ts';

export type Instead = { reaction: Reaction; line: string };

/** Lines to ask for a point when its question is not asked as a whole, counted apart from asking back. */
const openLine = (point: string): string => `open:${point}`;

const isHeard = (c: Conversation, cast: Cast, beat: Beat, point: Point): boolean =>
  c.points[point.id] === 'wrong'
    ? isTouched(c, point) || repeatsWrong(c, cast, beat, point) !== null
    : isTouched(c, point) || c.points[point.id] !== undefined;

/** What the beat waits for: its own questions, and one it takes up again. */
const waitedFor = ({ asks, recalls }: Beat, cast: Cast): Question[] => {
  const again = recalls === null ? undefined : cast.questions.get(recalls)?.question;
  return [...asks.filter((q) => q.waits), ...(again ? [again] : [])];
};

/** What to say in place of the question, or null when the question is to be asked as its author wrote it. */
export const insteadOf = (c: Conversation, cast: Cast, beat: Beat): Instead | null => {
  const waits = waitedFor(beat, cast);
  if (!beat.says || waits.length === 0 || beat.tells.some((fact) => !staysTold(cast, beat, fact))) return null;
  const musts = waits.flatMap(({ points }) => points.filter(({ must }) => must));
  if (waits.every(({ id }) => isAnswered(c, cast, id))) return owed(c, cast, beat);
  const missing = musts.find((point) => !isHeard(c, cast, beat, point));
  if (!missing) return sureOfWrong(c, cast, beat, musts) ?? checkOf(c, cast, beat, musts, rightWay);
  // A question taken up again has its own reason; and half an answer, of a must or of what need not be told, is followed up
  // only where it is a question that is left out, with what urges it on (我急).
  if (beat.recalls || !asked(beat).slice(0, 1).every(isQuestion)) return null;
  const half = waits
    .flatMap(({ points }) => points)
    .some((point) => c.points[point.id] === 'covered' || (point.must && isTouched(c, point)));
  return half && missing.ask ? { reaction: missing.ask, line: openLine(missing.id) } : null;
};

/** Of what nobody has asked yet nobody makes sure the wrong way round by chance: it would sound as if nobody had listened. */
const rightWay = (): number => 1;

/** What was told otherwise before anybody asked is repeated, so that it can be put right. */
const sureOfWrong = (c: Conversation, cast: Cast, beat: Beat, musts: readonly Point[]): Instead | null => {
  const wrong = musts.find((point) => c.points[point.id] === 'wrong');
  return wrong ? repeatsWrong(c, cast, beat, wrong) : null;
};

/** The operation that is still owed where all that was to be said is said; told as done already, it is asked to be looked at. */
const owed = (c: Conversation, cast: Cast, beat: Beat): Instead | null => {
  const [index] = openNeeds(c, cast, beat);
  const need = index === undefined ? undefined : beat.needs[index];
  if (index === undefined || need === undefined) return null;
  const doubts = cast.persona.reacts.slots.claimed;
  if (!need.undone && doubts && !c.used[CLAIMED_LINE] && waysOf(need).some((way) => c.claimed.includes(way)))
    return { reaction: doubts, line: CLAIMED_LINE };
  const reaction = need.undone ?? beat.reacts.slots.undone;
  return reaction ? { reaction, line: undoneLine(beat, index) } : null;
};

/** Words that make a bubble a question, whatever stands around them, and those that do at its end. */
const ASKING = ['？', '吗', '呢', '么', '谁', '几', '哪', '怎么', '多久', '多少', '咋', '啥', '行不', '能不', '是不'];
const ENDING = ['吧', '不', '没'];

const asks = (bubble: Bubble): boolean => bubble.kind === 'text' && ASKING.some((word) => bubble.text.includes(word));
const isQuestion = (bubble: Bubble): boolean => bubble.kind === 'text' && asksIn(bubble.text);

/** Whether words of the customer's ask something. */
export const asksIn = (text: string): boolean =>
  ASKING.some((word) => text.includes(word)) || ENDING.some((word) => text.endsWith(word));

/** Where the question stands in its burst, 0-based. */
const askedAt = ({ says, asks: questions }: Beat): number => {
  const length = says?.length ?? 0;
  return Math.max(0, Math.min(length, ...questions.filter((q) => q.waits).map((q) => q.at ?? length)) - 1);
};
const asked = (beat: Beat): Burst => beat.says?.slice(askedAt(beat)) ?? [];

/** What stands before the question and asks nothing itself: said all the same. Null where more than words would be lost. */
export const leadIn = (beat: Beat): Burst | null => {
  if (asked(beat).some(({ kind }) => kind !== 'text')) return null;
  return (beat.says ?? []).slice(0, askedAt(beat)).filter((bubble) => !asks(bubble));
};

const pairsIn = (burst: Burst): Set<string> =>
  new Set(
    burst.flatMap((bubble) =>
      bubble.kind === 'text' ? [...bubble.text].map((_, at) => bubble.text.slice(at, at + 2)) : [],
    ),
  );

/** Whether a fact given away in this burst stands in what is said all the same: there more of its words are. */
const staysTold = (cast: Cast, beat: Beat, id: string): boolean => {
  const fact = pairsIn(cast.facts.get(id)?.says ?? []);
  const shared = (burst: Burst): number =>
    [...pairsIn(burst)].filter((pair) => pair.length > 1 && fact.has(pair)).length;
  const left = leadIn(beat) ?? [];
  return shared(left) > shared((beat.says ?? []).filter((bubble) => !left.includes(bubble)));
};
