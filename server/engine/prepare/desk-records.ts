/** What the desk shows of a case with a time beside it: the order's times, its notes and tracking, earlier contacts. */
import type { Order, Scenario } from '#engine/model/content.ts';
import { folded } from '#language/reading/folded.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesInAuthored } from './authored-texts.ts';
import { texts } from './known-figure-sources.ts';
import { type TopicWeights, topicWeightsOf } from './matters.ts';

/** `day`: month times a thousand plus the day; `minute`: of the day; null where the record names none. */
export type DeskRecord = {
  day: number | null;
  minute: number | null;
  topics: TopicWeights;
  /** Days and times that its own words name: 20号 of 下单页预计送达20号. */
  times: readonly Value[];
};

const RECORDED_DAY = /(?<!\d)(\d{1,2})-(\d{2})(?!\d)/;
const RECORDED_CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?!\d)/;
const MONTH_FACTOR = 1000;

/** 11-05 within a note, as people write it. */
const withDates = (text: string): string =>
  text.replaceAll(new RegExp(RECORDED_DAY, 'g'), (_, month, day) => `${+month}月${+day}号`);

const numbersIn = (text: string, pattern: RegExp): [number, number] | null => {
  const [, first, second] = pattern.exec(text) ?? [];
  return first === undefined ? null : [Number(first), Number(second)];
};

const record = (on: string, words: string): DeskRecord => {
  const [month, day] = numbersIn(on, RECORDED_DAY) ?? [];
  const [hour, minute] = numbersIn(on, RECORDED_CLOCK) ?? [];
  return {
    day: month === undefined || day === undefined ? null : month * MONTH_FACTOR + day,
    minute: hour === undefined || minute === undefined ? null : hour * 60 + minute,
    topics: topicWeightsOf(folded(words)),
    times: valuesInAuthored(withDates(words)).filter(({ kind }) => kind === 'date' || kind === 'clock'),
  };
};

/** The shop's words for what each of an order's times is of. */
const orderRecords = ({ placed, paidOn, shippedOn, signedOn, inside, tracking }: Order): DeskRecord[] => [
  ...(placed === null ? [] : [record(placed, '下单 拍的 拍下 买的')]),
  ...(paidOn === null ? [] : [record(paidOn, '付款 付的 支付 拍下')]),
  ...(shippedOn === null ? [] : [record(shippedOn, '发货 发出 发的 寄出 寄的')]),
  ...(signedOn === null ? [] : [record(signedOn, '签收 收到 收的 送到')]),
  ...[...inside, ...(tracking ?? [])].map(({ on, note }) => record(on, note)),
];

export const deskRecordsOf = ({ orders, before, customer }: Scenario): DeskRecord[] => [
  ...orders.flatMap(orderRecords),
  ...before.map(({ when, says }) => record(when, texts(says).join(' '))),
  ...customer.past.map(({ on, note }) => record(on, `下单 买的 ${note ?? ''}`)),
];
