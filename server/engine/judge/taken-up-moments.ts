/**
 * Days and hours that a turn only takes up (RULES T196): 要赶25号 after the customer's 25号要交考试费, and an hour the trainee
 * has promised of something else before. Of a point that nobody asks for now they tell nothing. Nor does a length of time that
 * is given back in the customer's own words (RULES T235).
 */
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import { notAddressed } from '#language/points/point-verdict.ts';
import { folded } from '#language/reading/folded.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

const isMoment = ({ kind }: Value): boolean => kind === 'date' || kind === 'clock';

const momentsIn = (texts: readonly string[]): Value[] =>
  texts.flatMap((text) => valuesIn(folded(text))).filter(isMoment);

/** Characters right before a length of time that make it the customer's own words: 少说明书还来回问三天 after 来回问三天. */
const ECHOED_CHARS = 2;
/** A length of time that nothing is promised within: 来回问三天, 让您等了两天多. */
const IS_TOLD_OFF = /^[了多]?(?:$|[^\p{L}\p{N}])/u;

/** Whether the one length of time in these words is given back in the customer's words. */
const echoesLength = (words: string, behind: string, customer: string): boolean => {
  const said = folded(words);
  const [length, another] = valuesIn(said).filter(({ kind }) => kind === 'duration');
  if (!length || another || length.start < ECHOED_CHARS) return false;
  const echo = said.slice(length.start - ECHOED_CHARS, length.end);
  return IS_TOLD_OFF.test(said.slice(length.end) + behind) && folded(customer).includes(echo);
};

/** What the trainee said in earlier turns. */
const saidBefore = ({ words, latest }: JudgeRequest): string[] =>
  latest.filter(({ id }) => !words.said.some((own) => own.id === id)).map(({ text }) => text);

/**
 * The verdicts of a turn without those that rest on a day or an hour only taken up, their offsets those of the reply as it
 * was said. `restsElsewhere`: what else drops one; `questioned`: points of open questions, none of whose are taken up. What the customer reads back may be wrong,
 * so of a point that waits to be read back only the trainee's own earlier words count.
 */
export const withoutTakenUp = <T extends Pick<JudgeAnswer, 'judgement' | 'unasked'>>(
  request: JudgeRequest,
  { text }: ReadReply,
  restsElsewhere: (verdict: PointVerdict) => boolean,
  questioned: ReadonlySet<string>,
  told: T,
): T => {
  let own: Value[] | null = null;
  let customers: Value[] | null = null;
  const isTakenUp = ({ id, state, start, end }: PointVerdict): boolean => {
    if (state !== 'wrong' || questioned.has(id)) return false;
    const moments = momentsIn([text.slice(start, end)]);
    if (moments.length === 0) return false;
    own ??= momentsIn(saidBefore(request));
    customers ??= momentsIn([request.customer]);
    const known = request.awaits.includes(id) ? own : [...own, ...customers];
    return moments.every((said) => known.some((earlier) => isSameValue(earlier, said)));
  };
  const isEchoed = ({ state, start, end }: PointVerdict): boolean =>
    state === 'wrong' && echoesLength(text.slice(start, end), text.slice(end, end + 1), request.customer);
  const isDropped = (verdict: PointVerdict): boolean =>
    isTakenUp(verdict) || isEchoed(verdict) || restsElsewhere(verdict);
  const points = told.judgement.points.map((verdict) =>
    isDropped(verdict) ? notAddressed(verdict.id, 1 - verdict.confidence) : verdict,
  );
  return {
    ...told,
    judgement: { ...told.judgement, points },
    ...(told.unasked && { unasked: told.unasked.filter((verdict) => !isDropped(verdict)) }),
  };
};
