/** Hours and days of another card's answer: gone by, of another half of the day, or beside the point's own (RULES T121, T123, T124). */
import { describe, expect, it } from 'vitest';
import { withTimesFromNow } from '#engine/judge/times-from-now.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { typedValue } from '#language/points/wordings/typed-value.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

/** The verdict on a point, told at a minute of the story's day. */
const stateOf = (point: PointWordings, customer: string, reply: string, minute = 0): string | undefined => {
  const questions = [{ id: 'q', text: customer, pointIds: [point.id] }];
  const read = withTimesFromNow(readReply(reply), minute, '2026-11-12');
  return judge({ reply, customer, points: [compilePoint(point)], questions }, read).points[0]?.state;
};

const LAST: PointWordings = {
  id: 'last',
  says: '12号是最后一天',
  also: ['到12号晚上12点前都可以', '12号24点截止', '最晚12号点申请'],
  contradicts: ['今天是最后一天', '昨天是最后一天'],
  value: { kind: 'date', is: '11-12' },
  about: ['最后一天', '截止', '到期', '最晚', '12点前'],
};

describe('[T121] of several days the one beside what is asked counts', () => {
  it.each([
    // The right figure stands beside it, so people look (RULES T33).
    ['今天12号才第五天，最晚14号点申请', 'not-recognised'],
    ['今天9号才第五天，最晚12号点申请', 'covered'],
    ['您7号签收，14号晚上12点前点都有效', 'wrong'],
    ['您7号签收，12号晚上12点前点都有效', 'covered'],
  ])('%s: %s', (reply, state) => expect(stateOf(LAST, '那我最晚几号点呀', reply)).toBe(state));

  it('a day as orders have it is a day, with a nought before its figure too', () => {
    expect(typedValue('date', '11-07')).toMatchObject({ kind: 'date', quantity: 11007 });
  });
});

const ANSWER: PointWordings = {
  id: 'boss',
  says: '主管20:40前回您',
  also: ['报主管了，晚上八点四十前给信', '我报主管，八点四十前回您', '主管两小时内给您回话'],
  contradicts: ['主管明天回您', '过几天回您'],
};

describe('[T123] an hour that is gone, or another day’s, keeps no promise to answer', () => {
  it.each([
    ['报主管了，八点二十前回您', 'covered'],
    ['报主管了，六点十分前回您', 'wrong'],
    ['报主管了，明早十点前回您', 'wrong'],
  ])('told at 18:42, 「%s」 is %s', (reply, state) =>
    expect(stateOf(ANSWER, '那几点有信', reply, 18 * 60 + 42)).toBe(state),
  );

  it.each([
    ['今晚十点', 22],
    ['明晚8点', 20],
    ['明早十点', 10],
  ])('%s is an hour of that half of the day', (text, hour) => {
    expect(valuesIn(text).at(-1)).toMatchObject({ kind: 'clock', quantity: hour * 60, isAmbiguous: false });
  });
});

const SHIP: PointWordings = {
  id: 'ship',
  says: '今天16点前付款今天发',
  also: ['四点前付了今天就走', '下午四点前付的当天发', '今天四点前付，今天出库'],
  contradicts: ['后天才发'],
};

describe('[T124] an hour told as gone by is no hour by which', () => {
  it.each(['今天过了16点', '这会儿过四点了', '今天四点那班过了', '四点已经过了'])('%s tells no 16点前', (reply) =>
    expect(stateOf(SHIP, '那哪天发', reply)).not.toBe('covered'),
  );

  it.each(['四点前付，今天发', '今天16点前付就今天走'])('%s does', (reply) =>
    expect(stateOf(SHIP, '那哪天发', reply)).toBe('covered'),
  );
});

const BY: PointWordings = {
  id: 'by',
  says: '最晚12号发',
  also: ['12号这个点以前一定发', '最迟12号出库'],
  value: { kind: 'date', is: '12号' },
  about: ['最晚', '最迟', '前', '以前'],
  contradicts: ['今天就发'],
};

describe('[T124] what belongs to an hour that is over', () => {
  it.each(['现在过了18:00，这会儿付的48小时内必出', '18:00前付的当天出库；现在已经过了，这会儿付的48小时内必出'])(
    '%s tells no other day',
    (reply) => expect(stateOf(BY, '现在拍哪天发', reply)).not.toBe('wrong'),
  );
  it.each(['18:00前付的当天出库，您这会儿付今天就发', '最晚13号发'])('%s does', (reply) =>
    expect(stateOf(BY, '现在拍哪天发', reply)).toBe('wrong'),
  );
});
