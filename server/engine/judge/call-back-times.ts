/**
 * Times by which the customer hears back (RULES T202): 能，今晚20:40前，批没批我都来说 names no time of the goods, whatever was
 * asked, unless the point is itself a promise to be back.
 */
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { isCallBack } from '#language/answers/hears-back.ts';
import type { Judgement } from '#language/judgement.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { Reading, StatedValue } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

const TIMES = new Set<StatedValue['kind']>(['clock', 'date', 'duration']);

const isHeardBackBy = (reading: Reading, { clauseIndex }: StatedValue): boolean =>
  isCallBack(reading, clauseIndex, 'spared');

const known = new WeakMap<CompiledWordings, boolean>();
/** Whether a point itself is when the customer hears back, by any of its wordings. */
const isPromiseToBeBack = (compiled: CompiledWordings): boolean => {
  const isSo =
    known.get(compiled) ??
    (compiled.isReplyDeadline ||
      compiled.rightWordings.some((wording) => {
        const reading = readText(wording.folded);
        return reading.values.some((value) => TIMES.has(value.kind) && isHeardBackBy(reading, value));
      }));
  known.set(compiled, isSo);
  return isSo;
};

/** Whether a wrong verdict, its offsets those of the reply as it was said, rests on times to hear back by alone. */
export const restsOnCallBack = (
  preparedCase: PreparedCase,
  { normal, reading }: ReadReply,
  { id, state, start, end }: PointVerdict,
): boolean => {
  const point = preparedCase.points.get(id);
  if (state !== 'wrong' || point === undefined) return false;
  const times = reading.values.filter((value) => {
    const said = originalSpan(normal, value.start, value.end);
    return TIMES.has(value.kind) && said.start >= start && said.end <= end;
  });
  return (
    times.length > 0 &&
    times.every((time) => isHeardBackBy(reading, time)) &&
    !isPromiseToBeBack(point.compiled.compiled as CompiledWordings)
  );
};

/** Seconds: a span and an hour told together differ by no more (10分钟内、最晚20:15前, said at 20:05 and some seconds). */
const SAME_TIME_S = 120;
/** Seconds: an hour further away is no wait at the desk. */
const LONGEST_WAIT_S = 30 * 60;

/**
 * Seconds from the story's full minute to the hour by which a 稍等 says that it is over (RULES J198); undefined where it
 * names none: beside a span the same time told as an hour, else one by which the customer hears back.
 */
export const hourOfHold = ({ reading }: ReadReply, hold: Judgement['hold']): number | undefined => {
  if (hold === null) return undefined;
  const isMeant = ({ kind, isTimeLimit, untilS, clauseIndex }: StatedValue): boolean => {
    if (kind !== 'clock' || isTimeLimit !== true || untilS === undefined || untilS > LONGEST_WAIT_S) return false;
    return hold.seconds === null
      ? isCallBack(reading, clauseIndex, 'spared')
      : Math.abs(untilS - hold.seconds) <= SAME_TIME_S;
  };
  return reading.values.findLast(isMeant)?.untilS;
};
