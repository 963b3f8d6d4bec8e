/**
 * Days and hours that a turn only takes up (RULES T196): 要赶25号 after the customer's 25号要交考试费, and an hour the trainee
 * has promised of something else before. Of a point that nobody asks for now they tell nothing.
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
  const isDropped = (verdict: PointVerdict): boolean => isTakenUp(verdict) || restsElsewhere(verdict);
  const points = told.judgement.points.map((verdict) =>
    isDropped(verdict) ? notAddressed(verdict.id, 1 - verdict.confidence) : verdict,
  );
  return {
    ...told,
    judgement: { ...told.judgement, points },
    ...(told.unasked && { unasked: told.unasked.filter((verdict) => !isDropped(verdict)) }),
  };
};
