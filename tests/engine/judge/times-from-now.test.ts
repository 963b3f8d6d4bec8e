/** Clock times told as the span until them (RULES T62). */
import { describe, expect, it } from 'vitest';
import { differs } from '#engine/judge/figure-meant.ts';
import { withTimesFromNow } from '#engine/judge/times-from-now.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';

const minute = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
/** Whether a reply said at `now` tells the span. */
const tells = (now: string, reply: string, span: string): boolean => {
  const [wanted] = valuesIn(span);
  if (wanted === undefined) throw new Error(`no span: ${span}`);
  return withTimesFromNow(readReply(reply), minute(now), '2026-11-19').reading.values.some((value) =>
    isSameValue(value, wanted),
  );
};

describe('[T62] the round hour for one that was counted from the clock', () => {
  it.each([
    ['21:59', '晚上10点前给您回话', false],
    ['16:41', '16:40前给您回话', false],
    ['21:59', '21:00前给您回话', true],
    ['21:59', '22:10前给您回话', true],
    ['22:00', '21:59前给您回话', true],
    ['18:00', '17:55前给您回话', true],
  ])('right is %s, told 「%s」: another one %s', (right, reply, isOther) => {
    const [said] = readReply(reply).reading.values;
    const [rightValue] = valuesIn(right);
    if (said === undefined || rightValue === undefined) throw new Error('no time');
    expect(differs('clock', said, rightValue, false)).toBe(isOther);
  });
});

describe('[T62] a clock time of today', () => {
  it.each([
    ['15:14', '17:14前给您回话', '2小时'],
    ['10:34', '我现在报主管，12:37前给您回话', '2小时'],
    ['09:46', '八百照样11:46前回您', '2小时'],
    ['15:14', '下午五点一刻前回您', '2小时'],
    ['23:30', '一点半前回您', '2小时'],
    ['14:00', '14:30前给您准信', '30分钟'],
    ['15:10', '今天17:10前主管给您答复', '2小时'],
    ['15:10', '19号17:10前给您回话', '2小时'],
  ])('at %s 「%s」 is %s', (now, reply, span) => expect(tells(now, reply, span)).toBe(true));

  it.each([
    ['15:14', '18:30前给您回话', '2小时'],
    ['15:14', '15:40前给您回话', '2小时'],
    ['15:14', '明天17:14前给您回话', '2小时'],
    ['15:14', '20号17:14前给您回话', '2小时'],
    ['14:00', '14:50前给您准信', '30分钟'],
  ])('at %s 「%s」 is not %s', (now, reply, span) => expect(tells(now, reply, span)).toBe(false));

  it('stays the clock time it is, with and without the time of day', () => {
    for (const now of [0, 614, 1439])
      expect(
        withTimesFromNow(readReply('17:14前回您'), now).reading.values.map(({ kind, quantity }) => [kind, quantity]),
      ).toEqual([['clock', 1034]]);
  });
});
