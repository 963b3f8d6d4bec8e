/** Days and times that stand in what the trainee can read answer nothing else (RULES T65). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { withRecordsMarked } from '#engine/judge/told-of-records.ts';
import type { Order } from '#engine/model/content.ts';
import { deskRecordsOf } from '#engine/prepare/desk-records.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { beat, contentOf, ending, order, point, question, scenario } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const TODAY = '2026-11-19';
const SHIPPED: Partial<Order> = {
  ...{ status: 'shipped', placed: '11-16 10:20', paidOn: '11-16 10:21' },
  inside: [{ on: '11-16 10:21', note: '下单页预计送达11-20' }],
  tracking: [
    { on: '11-17 18:40', note: '快递员已揽收' },
    { on: '11-18 22:15', note: '到达本市转运中心' },
  ],
};
const DAY = question({
  id: 'q-day',
  text: '到底哪天到',
  points: [point({ id: 'day', says: '预计20号到', also: ['20号送到'], contradicts: ['昨天就该到了', '今天就该到了'] })],
});
const CASE = scenario({
  id: 'logistics-complaint/day',
  orders: [order(SHIPPED)],
  story: { date: TODAY, time: '15:20' },
  beats: [beat({ id: 'day', says: '到底哪天到', asks: [DAY], then: 'kept' })],
  endings: [ending({ id: 'kept', outcome: 'kept' })],
});
const CONTENT = prepare(contentOf([CASE]));

const ofRecords = (text: string): string[] => {
  const { reading } = withRecordsMarked(readReply(text), deskRecordsOf(CASE), TODAY);
  return reading.values.flatMap(({ aside, start, end }) =>
    aside === 'record' ? [reading.text.slice(start, end)] : [],
  );
};

/** The verdict on the day that is asked for, by a reply on the story's day. */
const stateOfDay = (text: string): string | undefined => {
  const asked = { customer: '到底哪天到', points: ['day'], questions: ['q-day'], today: TODAY };
  const { judgement } = answerRequest(CONTENT, oneTurn(CASE.id, text, asked));
  return judgement.points.find(({ id }) => id === 'day')?.state;
};

describe('[T65] a day or time of the desk’s records', () => {
  it.each([
    ['您这单昨天22:15到的', ['昨天', '22:15']],
    ['昨天晚上到了转运中心', ['昨天']],
    ['17号18:40快递揽收', ['17号', '18:40']],
    ['快递员18点40揽收的', ['18点40']],
    ['您16号下的单', ['16号']],
    ['16号拍的17号发的', ['16号', '17号']],
    ['下单页写的预计20号送达', ['20号']],
    ['昨天就到了', []],
    ['预计16号到', []],
    ['昨天09:50揽收', []],
  ])('in 「%s」 is %j', (text, found) => expect(ofRecords(text)).toEqual(found));

  it('is no answer to another question, and another day still is a wrong one', () => {
    for (const told of ['昨天22:15到的本市转运中心', '17号18:40快递员揽收了'])
      expect(stateOfDay(told), told).not.toBe('wrong');
    for (const wrong of ['昨天就到了', '预计21号到']) expect(stateOfDay(wrong), wrong).toBe('wrong');
    expect(stateOfDay('昨天到的转运中心，预计20号到')).toBe('covered');
  });

  it('is held against no card', () => {
    const id = 'logistics-complaint/promised-day-guchui';
    const { data } = contentFor(library, [id]);
    const [shown] = data.scenarios[0]?.orders ?? [];
    const [collected] = shown?.tracking ?? [];
    const [day = '', clock = ''] = collected?.on.split(' ') ?? [];
    const [month, date] = day.split('-').map(Number);
    const strays = (time: string) => {
      const reply = `您这单${month}月${date}号${time}快递揽收`;
      const request = oneTurn(id, reply, { today: data.scenarios[0]?.story?.date ?? TODAY });
      return answerRequest(prepare(data), request).strays;
    };
    expect(strays(clock)).toEqual([]);
    expect(strays('09:50')).toHaveLength(1);
  });
});
