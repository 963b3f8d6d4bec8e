/**
 * The bubbles of a beat's own line that still fit where the talk has gone otherwise than its author thought
 * (RULES T42). A bubble at which a question opens is never left out, and where no bubble fits, all are said, so that a
 * turn gets its answer.
 */
import type { Beat, Bubble } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { knownFigureTest } from '#engine/state/heard-figures.ts';
import { asksAfterState } from './asks-after.ts';
import { asksIn, pairsIn } from './opening-replacements.ts';

/**
 * `told`: points this very turn told; `hasJustActed`: it did something at the desk and told something; `hasJustMinded`: the customer has just minded a word; `toldFacts`: facts that the beat
 * gives away and that the customer has told already.
 */
export type OpeningContext = {
  told: readonly string[];
  hasJustActed: boolean;
  hasJustMinded: boolean;
  toldFacts: readonly string[];
};

/** So much of a bubble's pairs of characters stand in a fact: the bubble gives it away. */
const MIN_SHARED = 0.4;
/** Whether a bubble that asks nothing tells once more what these facts tell (RULES M58). */
export const restates = (preparedCase: PreparedCase, facts: readonly string[], bubble: Bubble): boolean => {
  if (facts.length === 0 || bubble.kind !== 'text' || asksIn(bubble.text)) return false;
  const own = [...pairsIn([bubble])].filter((pair) => pair.length > 1);
  return facts.some((id) => {
    const fact = pairsIn(preparedCase.facts.get(id)?.says ?? []);
    return own.filter((pair) => fact.has(pair)).length >= Math.max(1, MIN_SHARED * own.length);
  });
};

/** 是39吧, 行吗: bubbles that want something said, left out once it has been. 没错吧 asks the trainee to look at what was just done. */
const SEEKS_YES = /^(?!.*没.{0,3}吧).*(吧|行吗|好吗|对吗|是吗|可以吗|成吗|行不|对不|行不行|对不对)[?？…~]*$/;
const seeksYes = (bubble: Bubble): boolean => bubble.kind === 'text' && SEEKS_YES.test(bubble.text);

/** 嗯 都对, 好嘞: words that agree and say nothing else. 行了 is none of them, it ends the conversation. */
const AGREES =
  /^(?:嗯|哦|噢|好|行|中|成|对|是|都|没错|可以|明白|收到|知道|懂|要得|谢谢?|那|就|的|了|嘞|吧|嘛|呀|[\s…~！!，,])+$/;
/** Whether a bubble agrees and says nothing else. */
export const isAssent = (bubble: Bubble): boolean => bubble.kind === 'text' && AGREES.test(bubble.text);

/** 改好了吧 asks for 改好了. */
const SEEKING_END = /(?:[对是]?吧|了?吗|对不对?|行不行?)[?？…~]*$/;
const MIN_STEM_CHARS = 3;
/** Whether a bubble seeks a yes to what this very turn said word for word: 改好了吧 after 给你改好了 (RULES J178). */
const seeksJustSaid = ({ said, lastLineAt }: Conversation, bubble: Bubble): boolean => {
  if (!seeksYes(bubble) || bubble.kind !== 'text') return false;
  const stem = bubble.text.replace(SEEKING_END, '').trim();
  return stem.length >= MIN_STEM_CHARS && said.some(({ at, text }) => at > lastLineAt && text.includes(stem));
};

const opensAt = ({ asks, says }: Beat, index: number): boolean => {
  const length = says?.length ?? 0;
  return asks.some(({ at }) => Math.min(at ?? length, length) === index + 1);
};

/** Whether all points that a beat's window waits for are among these. */
const areTold = ({ points, window }: Beat, isTold: (id: string) => boolean): boolean => {
  const listened = [...points.map(({ id }) => id), ...(window?.points ?? [])];
  return listened.length > 0 && listened.every(isTold);
};

/** Whether the beat is nothing but talk. Elsewhere any figure may be named: an order just placed or paid shows it. */
const isTalkOnly = ({ asks, does, window, quiet }: Beat): boolean =>
  asks.length === 0 && does.length === 0 && (window !== null || quiet !== null);

/** The bubbles of a beat's own line that can be said, by index. */
export const sayableOpening = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  { told, hasJustActed, hasJustMinded, toldFacts }: OpeningContext,
): number[] => {
  const says = beat.says ?? [];
  const all = says.map((_, index) => index);
  // A customer who has just minded a word agrees to nothing in the same burst.
  if (hasJustMinded && beat.asks.length === 0 && says.every(isAssent)) return [];
  const known = isTalkOnly(beat) ? knownFigureTest(conversation, preparedCase) : () => true;
  const isJustTold = areTold(beat, (id) => told.includes(id));
  // 改好了吧 after 改好了, where the rest was told before: what this turn did and told isn't asked after (RULES J142).
  const isJustDone = hasJustActed && areTold(beat, (id) => conversation.points[id] === 'covered');
  const fits = (bubble: Bubble): boolean =>
    !((isJustTold || isJustDone) && seeksYes(bubble)) &&
    !seeksJustSaid(conversation, bubble) &&
    !(isJustDone && asksAfterState([bubble])) &&
    known(bubble) &&
    !restates(preparedCase, toldFacts, bubble);
  const left = all.filter((index) => opensAt(beat, index) || says.slice(index, index + 1).every(fits));
  return left.length > 0 ? left : all;
};
