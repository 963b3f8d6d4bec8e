/** Days and times that a reply tells as the desk's own records have them: nothing that is asked for is answered by these. */
import type { DeskRecord } from '#engine/prepare/desk-records.ts';
import { topicWeightsOf, wordsBeside } from '#engine/prepare/matters.ts';
import type { Clause, StatedValue } from '#language/reading/clause.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';
import { isDay } from './story-day.ts';

const HALF_DAY = 12 * 60;

const isRecordsClock = ({ quantity, isAmbiguous }: StatedValue, { minute }: DeskRecord): boolean =>
  minute !== null && (quantity === minute || (isAmbiguous && quantity + HALF_DAY === minute));

const isSameDay = (value: Value, time: Value, today: string): boolean =>
  value.kind === 'date' && time.kind === 'date' && isDay(value, time.quantity, today);

/** Whether a day or time stands in the record, above its words or in them. */
const standsIn = (value: StatedValue, record: DeskRecord, today: string): boolean =>
  (value.kind === 'clock' && isRecordsClock(value, record)) ||
  (value.kind === 'date' && record.day !== null && isDay(value, record.day, today)) ||
  record.times.some((time) => isSameDay(value, time, today) || (time.kind === 'clock' && isSameValue(time, value)));

/**
 * The reply with such values marked. A day and a time of one record beside each other (昨天09:50) need no word of it;
 * one of them alone does (昨天揽收的). `today`: the story's day, 'YYYY-MM-DD'.
 */
export const withRecordsMarked = (reply: ReadReply, records: readonly DeskRecord[], today: string): ReadReply => {
  const { reading } = reply;
  const isTime = ({ kind }: StatedValue): boolean => kind === 'date' || kind === 'clock';
  if (records.length === 0 || !reading.values.some(isTime)) return reply;
  const isOfRecord = (value: StatedValue): boolean => {
    if (!isTime(value)) return false;
    const clause = reading.clauses[value.clauseIndex] as Clause;
    const others = valuesOfClause(reading, value.clauseIndex).filter(
      (other) => isTime(other) && other.kind !== value.kind,
    );
    return records.some((record) => {
      if (!standsIn(value, record, today)) return false;
      if (others.length > 0 && others.every((other) => standsIn(other, record, today))) return true;
      // 下单页预计送达20号 was written on another day than the one it tells of.
      if (
        value.kind === 'date' &&
        record.times.length > 0 &&
        !record.times.some((time) => isSameDay(value, time, today))
      )
        return false;
      const topics = topicWeightsOf(wordsBeside(reading.text, clause, value));
      return [...topics.keys()].some((topic) => record.topics.has(topic));
    });
  };
  const values = reading.values.map((value) => (isOfRecord(value) ? { ...value, aside: 'record' as const } : value));
  return { ...reply, reading: { ...reading, values } };
};
